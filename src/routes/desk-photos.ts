import { findAsset } from '../catalogue/assets.ts';
import { type DeskCall, deskHeaders, noSuch } from './desk-answer.ts';

/** A photo for whoever may read at the desk, whether or not anybody outside may see it. */
export async function showPhoto(call: DeskCall): Promise<Response> {
  const { gate, c } = call;
  const hash = (c.req.param('file') ?? '').split('.')[0] ?? '';
  const [facts, photo] = await Promise.all([findAsset(gate.env.DB, hash), gate.env.PHOTOS.get(hash)]);
  if (!facts || !photo) {
    await photo?.body.cancel();
    return noSuch(call, 'photo with this hash');
  }
  const policy = { 'content-security-policy': "default-src 'none'; sandbox" };
  return new Response(photo.body, { headers: deskHeaders({ 'content-type': facts.type, ...policy }) });
}
