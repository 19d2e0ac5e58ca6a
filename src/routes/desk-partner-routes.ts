/** The desk's addresses for partners, permissions and requests. */
import {
  actOnDomain,
  addPartner,
  askEndPartner,
  askRevokePartnerKey,
  makePartnerKey,
  nameDomain,
  revokeKeyOfPartner,
  savePartner,
  setPartnerState,
  showPartner,
  showPartners,
} from './desk-partners.ts';
import {
  answerRequest,
  giveToPartner,
  setGrantState,
  showGrant,
  showGrants,
  showRequest,
  showRequests,
} from './desk-permissions.ts';
import type { DeskRoute } from './desk-route.ts';

const READ = { method: 'GET', scope: 'read' } as const;
const ASK = { method: 'GET', scope: 'partners' } as const;
const ACT = { method: 'POST', scope: 'partners' } as const;

const PARTNER = '/partners/:id';
const GRANT = '/permissions/:number{[0-9]+}';
const REQUEST = '/requests/:number{[0-9]+}';

export const DESK_PARTNER_ROUTES: readonly DeskRoute[] = [
  { ...READ, path: '/partners', handle: showPartners },
  { ...ACT, path: '/partners', handle: addPartner },
  { ...READ, path: PARTNER, handle: showPartner },
  { ...ACT, path: PARTNER, handle: savePartner },
  { ...ASK, path: `${PARTNER}/end`, handle: askEndPartner },
  { ...ACT, path: `${PARTNER}/state`, handle: setPartnerState },
  { ...ACT, path: `${PARTNER}/domains`, handle: nameDomain },
  { ...ACT, path: `${PARTNER}/domain`, handle: actOnDomain },
  { ...ACT, path: `${PARTNER}/keys`, handle: makePartnerKey },
  { ...ASK, path: `${PARTNER}/keys/:key/revoke`, handle: askRevokePartnerKey },
  { ...ACT, path: `${PARTNER}/keys/:key/revoke`, handle: revokeKeyOfPartner },
  { ...ACT, path: `${PARTNER}/permissions`, handle: giveToPartner },
  { ...READ, path: '/permissions', handle: showGrants },
  { ...READ, path: GRANT, handle: showGrant },
  { ...ACT, path: `${GRANT}/state`, handle: setGrantState },
  { ...READ, path: '/requests', handle: showRequests },
  { ...READ, path: REQUEST, handle: showRequest },
  { ...ACT, path: REQUEST, handle: answerRequest },
];
