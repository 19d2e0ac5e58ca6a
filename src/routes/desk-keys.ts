/** `/desk/keys`: who may use desk and API. */
import { lineOf } from '../desk/form.ts';
import { keysPage, revokeKeyPage } from '../desk/keys-page.tsx';
import { isKeyScope, listKeys, mintKey, revokeKey } from '../editor/keys.ts';
import { type DeskCall, html, noSuch, seeOther, withProblem } from './desk-answer.ts';

const MAX_LABEL = 100;

export const showKeys = async ({ gate, frame }: DeskCall): Promise<Response> =>
  html(keysPage(frame, { keys: await listKeys(gate.env.DB), fresh: null }));

/** No redirect: the key is in this one answer and nowhere else. */
export async function makeKey(call: DeskCall): Promise<Response> {
  const { gate, form, frame } = call;
  const label = lineOf(form, 'label').slice(0, MAX_LABEL);
  const scopes = [...new Set(form.getAll('scope').filter(isKeyScope))];
  if (label === '' || scopes.length === 0) {
    const problem = withProblem(call, 'Write who the key is for, and choose what it may do.');
    return html(keysPage(problem, { keys: await listKeys(gate.env.DB), fresh: null }), 422);
  }
  const fresh = await mintKey(gate.env.DB, label, scopes, gate.now);
  return html(keysPage(frame, { keys: await listKeys(gate.env.DB), fresh }), 201);
}

const keyIn = async ({ c, gate }: DeskCall) =>
  (await listKeys(gate.env.DB)).find(({ id, revokedAt }) => id === c.req.param('id') && revokedAt === null);

export async function askRevoke(call: DeskCall): Promise<Response> {
  const key = await keyIn(call);
  return key ? html(revokeKeyPage(call.frame, key)) : noSuch(call, 'key with this id that still opens something');
}

export async function revoke(call: DeskCall): Promise<Response> {
  const key = await keyIn(call);
  if (!key) return noSuch(call, 'key with this id that still opens something');
  await revokeKey(call.gate.env.DB, key.id, call.gate.now);
  return seeOther('/desk/keys?done=revoked');
}
