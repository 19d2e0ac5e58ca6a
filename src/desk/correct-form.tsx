/** A correction: what was wrong, in words for readers, and the words that are put right. */
import type { DeskArticle } from './article-rows.ts';
import { Area, Choice } from './parts.tsx';

export const WHERE = ['body', 'title', 'dek'] as const;
export type Where = (typeof WHERE)[number];

const WHERE_WORDS: Readonly<Record<Where, string>> = { body: 'The text', title: 'The headline', dek: 'The summary' };

export const isWhere = (text: string): text is Where => WHERE.some((where) => where === text);

export interface Correcting {
  readonly where: Where;
  readonly was: string;
  readonly now: string;
  readonly text: string;
}

interface Props {
  readonly found: DeskArticle;
  readonly correcting: Correcting | null;
}

export const CorrectForm = ({ found: { number }, correcting }: Props) => (
  <section class="panel" aria-labelledby="correct">
    <h2 id="correct">Correct</h2>
    <form method="post" action={`/desk/articles/${number}/correct`}>
      <Choice
        name="where"
        label="Where it stands"
        value={correcting?.where ?? 'body'}
        options={WHERE.map((where) => [where, WHERE_WORDS[where]] as const)}
      />
      <Area
        name="was"
        label="Old words"
        hint="Word for word, from the preview. They must stand there once: take more of the sentence if they stand there twice."
        value={correcting?.was}
        max={1000}
        required
      />
      <Area name="now" label="New words" hint="Empty: the old words go." value={correcting?.now} max={1000} />
      <Area
        name="text"
        label="What you tell readers"
        hint="Stands below the article and in the feeds, with today’s date, the old words and the new."
        value={correcting?.text}
        max={1000}
        required
      />
      <p>
        <button type="submit">Publish the correction</button>
      </p>
    </form>
  </section>
);
