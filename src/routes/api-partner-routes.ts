/** The editor API's addresses for partners, permissions and requests. */
import { getGrant, getGrants, getRequests, postDecision, postGrant, postGrantState } from './api-grants.ts';
import {
  deleteDomain,
  deletePartnerKey,
  getPartner,
  getPartners,
  postDomainCheck,
  postPartnerKey,
  postPartnerState,
  putDomain,
  putPartner,
} from './api-partners.ts';
import type { ApiRoute, Asked } from './api-route.ts';

const id = (c: Asked): string => c.req.param('id') ?? '';
const domain = (c: Asked): string => c.req.param('domain') ?? '';
const number = (c: Asked): string => c.req.param('number') ?? '';

const READ = { method: 'GET', scope: 'read' } as const;
const ACT = { method: 'POST', scope: 'partners' } as const;
const PUT = { method: 'PUT', scope: 'partners' } as const;
const DELETE = { method: 'DELETE', scope: 'partners' } as const;

export const PARTNER_ROUTES: readonly ApiRoute[] = [
  { ...READ, path: '/partners', handle: (c) => getPartners(c.env) },
  { ...READ, path: '/partners/:id', handle: (c) => getPartner(id(c), c.env) },
  { ...PUT, path: '/partners/:id', handle: (c) => putPartner(id(c), c.req.raw, c.env) },
  { ...ACT, path: '/partners/:id/state', handle: (c) => postPartnerState(id(c), c.req.raw, c.env) },
  { ...ACT, path: '/partners/:id/keys', handle: (c) => postPartnerKey(id(c), c.req.raw, c.env) },
  {
    ...DELETE,
    path: '/partners/:id/keys/:key',
    handle: (c) => deletePartnerKey(id(c), c.req.param('key') ?? '', c.env),
  },
  { ...PUT, path: '/partners/:id/domains/:domain', handle: (c) => putDomain(id(c), domain(c), c.env) },
  { ...DELETE, path: '/partners/:id/domains/:domain', handle: (c) => deleteDomain(id(c), domain(c), c.env) },
  { ...ACT, path: '/partners/:id/domains/:domain/check', handle: (c) => postDomainCheck(id(c), domain(c), c.env) },
  { ...ACT, path: '/partners/:id/grants', handle: (c) => postGrant(id(c), c.req.raw, c.env) },
  { ...READ, path: '/grants', handle: (c) => getGrants(c.req.raw, c.env) },
  { ...READ, path: '/grants/:number{[0-9]+}', handle: (c) => getGrant(number(c), c.env) },
  { ...ACT, path: '/grants/:number{[0-9]+}/state', handle: (c) => postGrantState(number(c), c.req.raw, c.env) },
  { ...READ, path: '/requests', handle: (c) => getRequests(c.req.raw, c.env) },
  { ...ACT, path: '/requests/:number{[0-9]+}/decision', handle: (c) => postDecision(number(c), c.req.raw, c.env) },
];
