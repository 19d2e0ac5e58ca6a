/** Requests for permission: those that wait first, then what was answered. */
import type { PermissionRequest } from '../catalogue/request-rows.ts';
import type { Site } from '../page/site.ts';
import { REQUEST_STATE_WORDS } from './labels.ts';
import { deskPage, type Frame, Heading } from './layout.tsx';
import { Empty, State, When } from './parts.tsx';

export interface RequestLists {
  readonly open: readonly PermissionRequest[];
  readonly decided: readonly PermissionRequest[];
}

export const requestsPage = (frame: Frame, site: Site, { open, decided }: RequestLists): string =>
  deskPage(
    frame,
    { title: 'Requests', place: '/desk/requests' },
    <>
      <Heading title="Requests" />
      {open.length === 0 ? (
        <Empty>Nobody is waiting for an answer.</Empty>
      ) : (
        <Table site={site} requests={open} caption="Waiting, the oldest first" />
      )}
      {decided.length > 0 && (
        <>
          <h2>Answered</h2>
          <Table site={site} requests={decided} caption="Answered, the newest first" />
        </>
      )}
    </>,
  );

interface TableProps {
  readonly site: Site;
  readonly requests: readonly PermissionRequest[];
  readonly caption: string;
}

const Table = ({ site, requests, caption }: TableProps) => (
  <table class="rows">
    <caption class="unseen">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Who</th>
        <th scope="col">State</th>
        <th scope="col">Domain</th>
        <th scope="col">For</th>
        <th scope="col">Asked</th>
      </tr>
    </thead>
    <tbody>
      {requests.map(({ number, organisation, state, domain, article, at }) => (
        <tr>
          <th scope="row">
            <a href={`/desk/requests/${number}`} dir="auto">
              {organisation}
            </a>
          </th>
          <td data-name="State">
            <State kind={state}>{REQUEST_STATE_WORDS[state]}</State>
          </td>
          <td data-name="Domain">{domain}</td>
          <td data-name="For">{article === null ? 'More than one article' : 'One article'}</td>
          <td data-name="Asked">
            <When site={site} at={at} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
