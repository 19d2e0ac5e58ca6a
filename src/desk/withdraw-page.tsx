import type { DeskArticle } from './article-rows.ts';
import { confirmPage } from './confirm-page.tsx';
import type { Frame } from './layout.tsx';
import { Area, FileNote } from './parts.tsx';

export const withdrawPage = (frame: Frame, { number, article }: DeskArticle, reason: string): string =>
  confirmPage(
    frame,
    {
      title: 'Withdraw this article?',
      place: '/desk/articles',
      action: `/desk/articles/${number}/withdraw`,
      button: 'Withdraw it',
      back: `/desk/articles/${number}`,
    },
    <>
      <p class="quoted" dir="auto">
        {article.title}
      </p>
      <p>
        Its address will answer 410 (gone) with your reason, its photos will be gone, and for 30 days every feed tells
        those who have a copy that it is withdrawn.
      </p>
      <Area
        name="reason"
        label="Reason"
        hint="Readers and partners see these words. Don’t repeat what had to go."
        value={reason}
        max={500}
        required
      />
      <FileNote />
    </>,
  );
