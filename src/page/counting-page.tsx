/** What is counted of copies on other sites, what never is, and words for a partner's privacy notice. */
import { CLASS_WORDS } from './counting-classes.ts';
import { page } from './layout.tsx';
import type { Site } from './site.ts';
import { absolute, TERMS } from './urls.ts';
import { PROSE_LANGUAGE } from './words.ts';

const COUNTING = '/counting';
const TITLE = 'What is counted';

export function countingPage(site: Site): string {
  const { publication } = site;
  const meta = {
    language: PROSE_LANGUAGE,
    title: TITLE,
    description: `How ${publication.title} counts reads of its articles on other sites, and why that tells nothing about the reader.`,
    type: 'website',
    canonical: absolute(site, COUNTING),
    scope: null,
  } as const;
  return page(
    site,
    meta,
    <div class="prose">
      <header class="heading">
        <h1>{TITLE}</h1>
        <p class="dek">{meta.description}</p>
      </header>
      <Counted base={site.base} />
      <Never />
      <Definitions />
      <Classes />
      <Kept timeZone={publication.timeZone} />
      <Notice site={site} />
      <h2>Who to ask</h2>
      <p>
        Write to <a href={`mailto:${publication.contact}`}>{publication.contact}</a>. What others may do with our
        articles is in our <a href={TERMS}>terms</a>.
      </p>
    </div>,
  );
}

const Counted = ({ base }: { base: string }) => (
  <>
    <h2 id="counted">What is counted</h2>
    <p>
      Other sites show copies of our articles. Each copy names us in a credit line with a link, and where its terms say
      so, a small visible badge: a picture of a page with a folded corner.
    </p>
    <ul>
      <li>
        <strong>A view</strong> is one request for the badge (<code>{base}/b/…</code>), which a browser makes when it
        shows the copy.
      </li>
      <li>
        <strong>A click</strong> is one request for the link (<code>{base}/c/…</code>), which leads to the article here.
      </li>
      <li>
        <strong>A poll</strong> is one request for a feed, with the name of the program and the number of subscribers it
        says it stands for.
      </li>
    </ul>
    <p>
      Of a view or click we keep: the day, the article, the permission it is shown under, where the copy was taken from,
      the host that shows it (such as <code>paper.example</code>), and what kind of program asked. These are added up at
      once; the single request is not kept.
    </p>
    <p>
      A browser keeps badge and link for half an hour, so somebody who reloads a page is counted once in that time. That
      is done by its cache alone: nothing is set, and we don’t recognise anybody.
    </p>
  </>
);

const Never = () => (
  <>
    <h2 id="never">What is never kept</h2>
    <ul>
      <li>No cookie, no local storage, no script, no fingerprint.</li>
      <li>
        No address: it lives in memory for at most ten minutes, to turn away floods, and is never written down or
        logged.
      </li>
      <li>No User-Agent: it is read once, to tell people from programs, and forgotten.</li>
      <li>No page address: browsers tell us the host alone, and we ask for no more.</li>
      <li>Nothing about where a reader is, what they read before, or who they are.</li>
    </ul>
    <p id="gpc">
      Who sends Global Privacy Control (<code>Sec-GPC: 1</code>) or Do Not Track (<code>DNT: 1</code>) is counted
      without the host.
    </p>
  </>
);

const Definitions = () => (
  <>
    <h2 id="numbers">The three numbers</h2>
    <p>Every number we show comes three ways, side by side, because no single one is the truth.</p>
    <dl>
      <dt id="raw">
        <strong>All requests</strong> (raw)
      </dt>
      <dd>Everything that asked for a badge or link of ours with a valid signature, programs included.</dd>
      <dt id="people">
        <strong>People</strong> (filtered)
      </dt>
      <dd>
        Requests of the kinds below that are readers. Programs that look exactly like browsers are in here too: it is
        the most that is likely, not a proof.
      </dd>
      <dt id="verified">
        <strong>Verified</strong>
      </dt>
      <dd>
        People at a host where a check of ours has seen the copy. A badge that somebody asks for from anywhere else
        moves the other two numbers, never this one.
      </dd>
    </dl>
    <p>
      Every view and click that was answered is counted exactly once, whatever crashes in between. Polls may lose the
      last second before a crash.
    </p>
  </>
);

const Classes = () => (
  <>
    <h2 id="classes">Who asks</h2>
    <dl>
      {Object.entries(CLASS_WORDS).map(([key, { name, means, people }]) => (
        <>
          <dt id={key}>
            <strong>{name}</strong> ({people ? 'people' : 'not people'})
          </dt>
          <dd>{means}</dd>
        </>
      ))}
    </dl>
    <p>A brand’s name alone decides nothing: people read inside the apps of brands that also send programs.</p>
  </>
);

const Kept = ({ timeZone }: { timeZone: string }) => (
  <>
    <h2 id="kept">For how long</h2>
    <p>
      Sums by day (a day is one in {timeZone}) and host become sums by month after 13 months. Since they hold nothing
      about anybody, they stay.
    </p>
  </>
);

const Notice = ({ site: { base, publication } }: { site: Site }) => (
  <>
    <h2 id="notice">Words for your privacy notice</h2>
    <p>If you show copies of our articles, you may use these words, or better ones:</p>
    <blockquote id="notice-words">
      <p>
        Some articles on this site come from {publication.title}. Such an article may hold a small picture that your
        browser loads from {new URL(base).host}. {publication.title} uses it to count how often the article is read, by
        day and by site. It sets no cookie, stores neither your IP address nor your browser’s identification, and builds
        no profile; a reader can’t be recognised from what is kept. What exactly is counted: {base}
        {COUNTING}
      </p>
    </blockquote>
    <p>
      To show the picture, the reader’s browser sends us its address, as for any picture on another server. Whether your
      law wants more words than these is for you to decide; copies under terms without a badge load nothing from us.
    </p>
  </>
);
