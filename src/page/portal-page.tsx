/** What a partner may do here and now: its permissions, its feeds, the newest articles it may take. */
import type { Article } from '../article/article.ts';
import { longDate, rfc3339 } from '../lib/time.ts';
import { inLanguage } from './direction.ts';
import { portalPage } from './portal-layout.tsx';
import { Permissions } from './portal-permissions.tsx';
import { type FeedKeyView, PORTAL, type PortalFrame, type PortalView, portalRepublishPath } from './portal-view.ts';
import type { Site } from './site.ts';
import { PROSE_LANGUAGE } from './words.ts';

export const portalHome = (frame: PortalFrame, view: PortalView): string =>
  portalPage(
    frame,
    { title: frame.partner?.name ?? '', place: PORTAL },
    <>
      <Permissions site={frame.site} permissions={view.permissions} />
      <Newest site={frame.site} newest={view.newest} />
      <Feeds site={frame.site} partner={frame.partner?.id ?? ''} view={view} />
    </>,
  );

const Newest = ({ site, newest }: { readonly site: Site; readonly newest: readonly Article[] }) => (
  <section aria-labelledby="articles">
    <h2 id="articles">Articles you may take</h2>
    {newest.length === 0 ? (
      <p>None at the moment: no permission in force has an article that is due.</p>
    ) : (
      <>
        <p>The newest, as they are in your feed. Each leads to its copies, made for you.</p>
        <ul class="takeable">
          {newest.map((article) => (
            <li>
              <a href={portalRepublishPath(article)} {...inLanguage(article.language, PROSE_LANGUAGE)}>
                {article.title}
              </a>
              <time datetime={rfc3339(article.published)}>
                {longDate(article.published, PROSE_LANGUAGE, site.publication.timeZone)}
              </time>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);

interface FeedsProps {
  readonly site: Site;
  readonly partner: string;
  readonly view: PortalView;
}

const Feeds = ({ site: { base }, partner, view: { formats, dialect, feedKeys } }: FeedsProps) => (
  <section aria-labelledby="feeds">
    <h2 id="feeds">Your feeds</h2>
    <p>
      Everything you may take, in full and with your credit lines, in the dialect “{dialect}”. A feed opens with your
      feed key, sent as a header: <code>Authorization: Bearer FEED-KEY</code>
    </p>
    <ul>
      {formats.map((format) => (
        <li>
          <code>{`${base}/partners/${partner}/feed.${format}`}</code>
        </li>
      ))}
    </ul>
    <p>
      For readers that send no headers, put the key in place of “{partner}”:{' '}
      <code>{`${base}/partners/FEED-KEY/feed.${formats[0] ?? 'rss'}`}</code>. That address is then as secret as the key.
    </p>
    <FeedKeys keys={feedKeys} />
  </section>
);

const FeedKeys = ({ keys }: { readonly keys: readonly FeedKeyView[] }) =>
  keys.length === 0 ? (
    <p>You have no feed key yet. Ask our desk for one.</p>
  ) : (
    <>
      <p>Keys were shown once, when they were made. These are yours, without their secrets:</p>
      <ul>
        {keys.map(({ id, label, revoked }) => (
          <li>
            <bdi>{label}</bdi> <code>{id}</code>{' '}
            <span class={`state ${revoked ? 'ended' : 'active'}`}>{revoked ? 'Revoked' : 'In force'}</span>
          </li>
        ))}
      </ul>
    </>
  );
