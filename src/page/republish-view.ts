/** What the republish page is made of, for the public and for a partner alike. Plain data: whoever shows it has asked. */
import type { Article } from '../article/article.ts';
import type { CopyCredit } from '../article/copy-credit.ts';
import type { NamedTerms } from '../article/terms.ts';
import type { LeftOut } from '../rendition/left-out.ts';

/** The copies, each as text. */
export interface Copies {
  readonly credit: CopyCredit;
  readonly html: string;
  readonly markdown: string;
  readonly text: string;
  readonly head: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

export const ASK_FIELDS = ['organisation', 'name', 'email', 'domain', 'message'] as const;
export type AskField = (typeof ASK_FIELDS)[number];

/** What was typed into the form, and which of it doesn't do. */
export interface Asking {
  readonly values: Readonly<Partial<Record<AskField, string>>>;
  readonly wrong: readonly AskField[];
}

export type Offer =
  | { readonly kind: 'copies'; readonly copies: Copies }
  /** These terms want to be asked. */
  | { readonly kind: 'ask'; readonly asking: Asking }
  /** Anybody may have copies, but this service can't sign any. */
  | { readonly kind: 'not yet' };

export interface RepublishView {
  readonly article: Article;
  readonly terms: NamedTerms;
  /** The first moment at which a copy may appear; null: at once. */
  readonly notBefore: number | null;
  readonly offer: Offer;
  /** Where the copies are found below: `/republish/{slug}`. */
  readonly path: string;
  /** Whose permission this is under; null: everybody's. */
  readonly partner: string | null;
}

/** How many characters a field of the form holds. */
export const ASK_MAX: Readonly<Record<AskField, number>> = {
  organisation: 200,
  name: 200,
  email: 254,
  domain: 253,
  message: 2000,
};

/** A field no person sees: only programs fill it in. */
export const TRAP = 'website';

export const republishPath = ({ slug }: Pick<Article, 'slug'>): string => `/republish/${encodeURIComponent(slug)}`;
