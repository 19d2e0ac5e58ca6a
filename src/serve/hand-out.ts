/** A copy as it is handed out to somebody: an article under a permission, with the credit that says so in every form. */
import type { FullArticle } from '../article/article.ts';
import type { CopyCredit } from '../article/copy-credit.ts';
import type { Publication } from '../article/publication.ts';
import { creditFor } from '../partner/credit.ts';
import type { Grant } from '../partner/grant.ts';
import type { SigningKeys } from '../partner/signing-keys.ts';
import { type Channel, signToken } from '../partner/token.ts';
import { type Copy, copyOf } from '../rendition/copy.ts';
import { renderHtml } from '../rendition/html.ts';
import { renderMarkdown } from '../rendition/markdown.ts';
import { type NinjsFacts, renderNinjs } from '../rendition/ninjs.ts';
import { renderText } from '../rendition/text.ts';

export interface HandedOut {
  readonly credit: CopyCredit;
  readonly copy: Copy;
  readonly facts: NinjsFacts;
}

export interface Handing {
  readonly keys: SigningKeys;
  readonly publication: Publication;
  readonly base: string;
}

export interface NumberedArticle extends FullArticle {
  readonly number: number;
}

/** Whether this grant lets anybody have this article is for the caller to have asked. */
export async function handOut(
  { number, article, body }: NumberedArticle,
  grant: Pick<Grant, 'number' | 'terms'>,
  channel: Channel,
  { keys, publication, base }: Handing,
): Promise<HandedOut> {
  const token = await signToken({ article: number, grant: grant.number, channel }, keys);
  const { title, language, published } = article;
  const author = article.byline.map(({ name }) => name).join(', ');
  const credit = creditFor(
    grant,
    { number, title, author, language, published, repost: article.origin !== null },
    token,
    { publication, base },
  );
  const { terms } = grant;
  const copy = copyOf({ article, body }, credit, { publication, base, terms });
  return { credit, copy, facts: { article, publication, base, terms, credit } };
}

const UTF8 = 'charset=utf-8';

export const COPY_FORMATS = {
  html: { type: `text/html; ${UTF8}`, render: async ({ copy }: HandedOut) => renderHtml(copy) },
  md: { type: `text/markdown; ${UTF8}`, render: ({ copy }: HandedOut) => renderMarkdown(copy) },
  txt: { type: `text/plain; ${UTF8}`, render: async ({ copy }: HandedOut) => renderText(copy) },
  json: { type: 'application/json', render: async ({ copy, facts }: HandedOut) => renderNinjs(copy, facts) },
} as const;

export type CopyFormat = keyof typeof COPY_FORMATS;

export const isCopyFormat = (text: string): text is CopyFormat => Object.hasOwn(COPY_FORMATS, text);
