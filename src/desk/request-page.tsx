/** One request: who asks for what, and the answer. */
import type { PermissionRequest } from '../catalogue/request-rows.ts';
import type { StoredArticle } from '../catalogue/stored-article.ts';
import type { Site } from '../page/site.ts';
import { termsFor } from '../terms/standard-terms.ts';
import { REQUEST_STATE_WORDS } from './labels.ts';
import { deskPage, type Frame, Heading } from './layout.tsx';
import { Area, Fact, State, When } from './parts.tsx';
import { may } from './session.ts';

export interface RequestView {
  readonly site: Site;
  readonly request: PermissionRequest;
  /** What is asked for, if it is one article. */
  readonly article: StoredArticle | null;
  readonly reason: string;
}

export function requestPage(frame: Frame, view: RequestView): string {
  const { request } = view;
  const answers = request.state === 'open' && frame.session !== null && may(frame.session, 'partners');
  return deskPage(
    frame,
    { title: `Request of ${request.organisation}`, place: '/desk/requests' },
    <>
      <Heading title={request.organisation}>
        <p class="under">
          <State kind={request.state}>{REQUEST_STATE_WORDS[request.state]}</State> Asked on{' '}
          <When site={view.site} at={request.at} />
        </p>
      </Heading>
      <div class="columns">
        <div>{answers ? <Answer view={view} /> : <Answered view={view} />}</div>
        <section class="panel" aria-labelledby="asks">
          <h2 id="asks">What they ask</h2>
          <dl class="facts">
            <Asked view={view} />
            <Fact name="Name">{request.name}</Fact>
            <Fact name="Email">
              <a href={`mailto:${encodeURIComponent(request.email).replace('%40', '@')}`}>{request.email}</a>
            </Fact>
            <Fact name="Domain">
              {request.domain}{' '}
              <State kind={request.verifiedAt === null ? 'open' : 'yes'}>
                {request.verifiedAt === null ? 'Not verified' : 'Verified'}
              </State>
            </Fact>
          </dl>
          <p class="message" dir="auto">
            {request.message}
          </p>
        </section>
      </div>
    </>,
  );
}

const Asked = ({ view: { request, article } }: { view: RequestView }) => (
  <Fact name="For">
    {article ? (
      <a href={`/desk/articles/${article.number}`}>{article.article.title}</a>
    ) : (
      (request.article ?? 'More than one article')
    )}
  </Fact>
);

const Answer = ({ view: { request, article, reason, site } }: { view: RequestView }) => (
  <section class="panel" aria-labelledby="answer">
    <h2 id="answer">Answer</h2>
    <p>
      {request.article === null
        ? 'Approving gives a permission for everything, under the standard terms.'
        : `Approving gives a permission for this article, under the terms “${
            article ? termsFor(article.article, site.publication).title : 'Standard terms'
          }”.`}{' '}
      If nobody with this domain is a partner yet, it becomes one.
    </p>
    <form method="post" action={`/desk/requests/${request.number}`}>
      <Area name="reason" label="Reason" hint="Kept with the answer. To decline, write one." value={reason} max={500} />
      <div class="buttons">
        <button type="submit" name="answer" value="approve">
          Approve
        </button>
        <button type="submit" name="answer" value="decline" class="grave">
          Decline
        </button>
      </div>
    </form>
  </section>
);

const Answered = ({ view: { request, site } }: { view: RequestView }) => (
  <section class="panel" aria-labelledby="answer">
    <h2 id="answer">Answer</h2>
    {request.decidedAt === null ? (
      <p>It waits for somebody whose key may answer it.</p>
    ) : (
      <dl class="facts">
        <Fact name="On">
          <When site={site} at={request.decidedAt} />
        </Fact>
        <Fact name="Reason">{request.reason}</Fact>
        <Fact name="Partner">
          {request.partner === null ? null : <a href={`/desk/partners/${request.partner}`}>{request.partner}</a>}
        </Fact>
        <Fact name="Permission">
          {request.grant === null ? null : (
            <a href={`/desk/permissions/${request.grant}`}>{`Number ${request.grant}`}</a>
          )}
        </Fact>
      </dl>
    )}
  </section>
);
