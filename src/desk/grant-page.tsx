/** One permission: what was agreed, word for word, what became of it, and what may become of it. */
import type { GrantEvent } from '../catalogue/grant-rows.ts';
import type { Site } from '../page/site.ts';
import { type Grant, movesFrom } from '../partner/grant.ts';
import { holderOf, notNow, type PartnerNames } from './grants-page.tsx';
import { CANONICAL_WORDS, CARRIER_WORDS, GRANT_MOVES, GRANT_STATE_WORDS } from './labels.ts';
import { deskPage, type Frame, Heading } from './layout.tsx';
import { Fact, Line, State, When } from './parts.tsx';
import { scopeWords } from './scope-words.ts';
import { may } from './session.ts';
import { TermsProse } from './terms-page.tsx';

export interface GrantView {
  readonly site: Site;
  readonly grant: Grant;
  readonly history: readonly GrantEvent[];
  readonly names: PartnerNames;
  readonly now: number;
}

export function grantPage(frame: Frame, view: GrantView): string {
  const { site, grant, names, now } = view;
  const holder = holderOf(grant, names);
  // Everybody's permission follows the publication's terms, so it is moved there.
  const writes = frame.session !== null && may(frame.session, 'partners') && grant.partner !== null;
  return deskPage(
    frame,
    { title: `Permission ${grant.number}`, place: '/desk/permissions' },
    <>
      <Heading title={`Permission ${grant.number}`}>
        <p class="under">
          <State kind={grant.state}>{GRANT_STATE_WORDS[grant.state]}</State> {notNow(grant, now)}{' '}
          {grant.partner === null ? holder : <a href={`/desk/partners/${grant.partner}`}>{holder}</a>}
        </p>
      </Heading>
      <div class="columns">
        <div>
          <Facts site={site} grant={grant} />
          {writes && <Moves grant={grant} />}
          <History site={site} history={view.history} />
        </div>
        <section class="panel" aria-labelledby="agreed">
          <h2 id="agreed">What was agreed</h2>
          <p class="hint">These terms were frozen when the permission was given.</p>
          <TermsProse terms={grant.terms} publication={site.publication} level={3} />
        </section>
      </div>
    </>,
  );
}

const Facts = ({ site, grant }: { site: Site; grant: Grant }) => (
  <section class="panel" aria-labelledby="facts">
    <h2 id="facts">Facts</h2>
    <dl class="facts">
      <Fact name="For">{scopeWords(grant.scope, site.publication)}</Fact>
      <Fact name="Terms">{`${grant.terms.title}, version ${grant.termsVersion}`}</Fact>
      <Fact name="From">
        <When site={site} at={grant.from} />
      </Fact>
      <Fact name="Until">{grant.until === null ? 'It is ended' : <When site={site} at={grant.until} />}</Fact>
      <Fact name="A copy carries">{CARRIER_WORDS[grant.terms.carriers]}</Fact>
      <Fact name="Search engines">{CANONICAL_WORDS[grant.terms.canonical]}</Fact>
      <Fact name="Hours after us">{grant.terms.delayHours === 0 ? null : String(grant.terms.delayHours)}</Fact>
    </dl>
  </section>
);

const Moves = ({ grant: { number, state } }: { grant: Grant }) => {
  const moves = movesFrom(state);
  return moves.length === 0 ? null : (
    <section class="panel" aria-labelledby="moves">
      <h2 id="moves">What becomes of it</h2>
      <form method="post" action={`/desk/permissions/${number}/state`}>
        <Line name="reason" label="Reason" hint="Stands in the history below." max={500} required />
        <div class="buttons">
          {moves.map((to) => (
            <button type="submit" name="to" value={to} class={to === 'ended' ? 'grave' : ''}>
              {GRANT_MOVES[to]}
            </button>
          ))}
        </div>
        <p class="hint">
          What is ended stays ended: a new permission has a new number. Copies that are out go on being counted.
        </p>
      </form>
    </section>
  );
};

const History = ({ site, history }: { site: Site; history: readonly GrantEvent[] }) => (
  <section class="panel" aria-labelledby="history">
    <h2 id="history">History</h2>
    <ol class="events">
      {history.map(({ at, state, actor, reason }) => (
        <li>
          <When site={site} at={at} />: {GRANT_STATE_WORDS[state]}, by {actor}. <bdi>{reason}</bdi>
        </li>
      ))}
    </ol>
  </section>
);
