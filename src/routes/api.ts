/** The editor API: JSON in and out, a key with the right scope for every call, problem details for every refusal. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { fieldProblems } from '../article/field-problem.ts';
import { mediaPath } from '../article/figure.ts';
import { publicationDigest } from '../article/publication.ts';
import { findAsset, storeAsset } from '../catalogue/assets.ts';
import { readState } from '../catalogue/state.ts';
import { checkKey, type KeyScope, listKeys, mintKey, revokeKey, SCOPES } from '../editor/keys.ts';
import { MAX_PHOTO_BYTES, readPhoto } from '../editor/photo-bytes.ts';
import { readBytes } from '../editor/read-body.ts';
import type { Gate } from '../gate.ts';
import { cleanLine } from '../lib/text.ts';
import { clockOf } from '../publish/clock.ts';
import { setPublication } from '../publish/set-publication.ts';
import { forgetState } from '../serve/state-memo.ts';
import { invalid, json, noSuch, photoProblem, problem, tooLarge } from './api-answer.ts';
import { deleteArticle, getArticle, getArticles, postArticles, putArticle } from './api-articles.ts';
import { readJson } from './api-body.ts';
import { EXPORT_ROUTES } from './api-export.ts';
import { openApiRoutes } from './api-openapi.ts';
import { PARTNER_ROUTES } from './api-partner-routes.ts';
import { RESTORE_ROUTES } from './api-restore.ts';
import type { ApiRoute, Asked } from './api-route.ts';

export const API_ROUTES: readonly ApiRoute[] = [
  { method: 'GET', path: '/publication', scope: 'read', handle: getPublication },
  { method: 'PUT', path: '/publication', scope: 'publish', handle: putPublication },
  { method: 'GET', path: '/articles', scope: 'read', handle: (c) => getArticles(c.req.raw, c.env) },
  { method: 'PUT', path: '/articles', scope: 'publish', handle: (c) => putArticle(c.req.raw, c.env) },
  { method: 'POST', path: '/articles', scope: 'publish', handle: (c) => postArticles(c.req.raw, c.env) },
  {
    method: 'GET',
    path: '/articles/:id{.+}',
    scope: 'read',
    handle: (c) => getArticle(c.req.param('id') ?? '', c.env),
  },
  {
    method: 'DELETE',
    path: '/articles/:id{.+}',
    scope: 'publish',
    handle: (c) => deleteArticle(c.req.param('id') ?? '', c.req.raw, c.env),
  },
  { method: 'PUT', path: '/assets', scope: 'publish', handle: putAsset },
  { method: 'GET', path: '/assets/:hash', scope: 'read', handle: getAsset },
  { method: 'GET', path: '/keys', scope: 'keys', handle: async (c) => json({ keys: await listKeys(c.env.env.DB) }) },
  { method: 'POST', path: '/keys', scope: 'keys', handle: postKey },
  { method: 'DELETE', path: '/keys/:id', scope: 'keys', handle: deleteKey },
  {
    method: 'GET',
    path: '/polls',
    scope: 'read',
    handle: async (c) => json({ polls: await c.env.env.POLLS.getByName('polls').read() }),
  },
  ...PARTNER_ROUTES,
  ...EXPORT_ROUTES,
  ...RESTORE_ROUTES,
];

export function apiRoutes(): Hono<{ Bindings: Gate }> {
  const routes = new Hono<{ Bindings: Gate }>();
  routes.route('/openapi.json', openApiRoutes());
  for (const { method, path, scope, handle } of API_ROUTES)
    routes.on(method, path, async (c) => (await refusal(c, scope)) ?? handle(c));
  for (const path of new Set(API_ROUTES.map((route) => route.path))) routes.all(path, () => wrongMethod(path));
  routes.all('*', () => problem(noSuch('such API address')));
  return routes;
}

function wrongMethod(path: string): Response {
  const allow = API_ROUTES.filter((route) => route.path === path)
    .map(({ method }) => method)
    .join(', ');
  return problem({
    status: 405,
    title: 'Method not allowed',
    detail: `This address answers ${allow}.`,
    headers: { allow },
  });
}

async function refusal(c: Asked, scope: KeyScope): Promise<Response | null> {
  const access = await checkKey(c.req.header('authorization') ?? null, scope, c.env.env);
  if (access === 'granted') return null;
  if (access === 'scope missing')
    return problem({ status: 403, title: 'Not allowed', detail: `This key lacks the scope "${scope}".` });
  const detail = access === 'no key' ? 'Send your key: Authorization: Bearer KEY.' : 'This key is unknown or revoked.';
  return problem({
    status: 401,
    title: 'Key needed',
    detail,
    headers: { 'www-authenticate': 'Bearer realm="editor"' },
  });
}

async function getPublication(c: Asked): Promise<Response> {
  const state = await readState(c.env.env.DB, c.env.env.BASE_URL);
  if (!state) return problem(noSuch('publication yet'));
  return json({ publication: state.publication, digest: await publicationDigest(state.publication) });
}

async function putPublication(c: Asked): Promise<Response> {
  const body = await readJson(c.req.raw);
  if (!body.ok) return problem(body.error);
  const result = await setPublication(body.value, c.env.env.DB, c.env.now);
  if (!result.ok) return problem(invalid(result.error));
  forgetState();
  // Every stored entry may hold what has just changed.
  if (result.value.changed) c.env.later(clockOf(c.env.env).wakeAt(c.env.now));
  return json(result.value);
}

async function putAsset(c: Asked): Promise<Response> {
  const body = await readBytes(c.req.raw, MAX_PHOTO_BYTES);
  if (!body.ok) return problem(tooLarge(MAX_PHOTO_BYTES));
  const photo = await readPhoto(body.value, c.req.header('content-type') ?? '');
  if (!photo.ok) return problem(photoProblem(photo.error));
  const { DB, PHOTOS, BASE_URL } = c.env.env;
  await storeAsset(DB, PHOTOS, photo.value, body.value, c.env.now);
  return json({ ...photo.value, url: BASE_URL + mediaPath(photo.value) });
}

async function getAsset(c: Asked): Promise<Response> {
  const asset = await findAsset(c.env.env.DB, c.req.param('hash') ?? '');
  return asset ? json(asset) : problem(noSuch('photo with this hash'));
}

const keyRequestSchema = v.strictObject({
  label: v.pipe(v.string(), v.transform(cleanLine), v.minLength(1), v.maxLength(100)),
  scopes: v.pipe(v.array(v.picklist(SCOPES, `Write some of: ${SCOPES.join(', ')}`)), v.minLength(1)),
});

async function postKey(c: Asked): Promise<Response> {
  const body = await readJson(c.req.raw);
  if (!body.ok) return problem(body.error);
  const parsed = v.safeParse(keyRequestSchema, body.value);
  if (!parsed.success) return problem(invalid(fieldProblems(parsed.issues)));
  return json(await mintKey(c.env.env.DB, parsed.output.label, [...new Set(parsed.output.scopes)], c.env.now), 201);
}

async function deleteKey(c: Asked): Promise<Response> {
  const revoked = await revokeKey(c.env.env.DB, c.req.param('id') ?? '', c.env.now);
  return revoked ? json({ revoked: true }) : problem(noSuch('key with this id'));
}
