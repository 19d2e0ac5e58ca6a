/** What the partners' portal shows. Plain data. */
import type { Article } from '../article/article.ts';
import type { Finding } from '../dialect/finding.ts';
import type { Grant, GrantState } from '../partner/grant.ts';
import type { Site } from './site.ts';

export interface PortalFrame {
  readonly site: Site;
  /** Null: nobody is signed in. */
  readonly partner: { readonly id: string; readonly name: string } | null;
  /** What has just been done (`PORTAL_DONE`). */
  readonly done: string | null;
  /** Why nothing was done. */
  readonly problem: string | null;
}

export interface PermissionView {
  readonly grant: Grant;
  readonly scope: string;
  /** Its state; one that is active, but not yet or no longer in force. */
  readonly standing: GrantState | 'later' | 'over';
}

export interface FeedKeyView {
  readonly id: string;
  readonly label: string;
  readonly revoked: boolean;
}

export interface PortalView {
  readonly permissions: readonly PermissionView[];
  readonly newest: readonly Article[];
  /** What its dialect is called, and the formats it comes in. */
  readonly dialect: string;
  readonly formats: readonly string[];
  readonly feedKeys: readonly FeedKeyView[];
}

export interface CheckedArticle {
  readonly article: Article;
  readonly findings: readonly Finding[];
}

export const PORTAL = '/portal';
export const CHECKS = `${PORTAL}/checks`;

export const PORTAL_DONE: Readonly<Record<string, string>> = {
  accepted: 'Accepted. The permission is in force, and your feed has its articles within a minute.',
};

export const portalRepublishPath = ({ slug }: Pick<Article, 'slug'>): string =>
  `${PORTAL}/republish/${encodeURIComponent(slug)}`;
