/** Photos: uploaded by hash, typed by their bytes, served only while a shown article uses them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, named, openWorld, type World } from '../world.ts';
import { jpeg } from './photo.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const upload = (bytes: Uint8Array, type: string) => world.send('PUT', '/api/assets', bytes, { 'content-type': type });

describe('uploading', () => {
  it('answers with hash, type, size and address, and the same again for the same bytes', async () => {
    const first: unknown = await (await upload(jpeg(1), 'image/jpeg')).json();
    expect(first).toMatchObject({ type: 'image/jpeg', width: 8, height: 6, bytes: jpeg(1).length });
    expect(await (await upload(jpeg(1), 'image/jpeg')).json()).toEqual(first);
  });

  it.each([
    ['an image that lies about its type', jpeg(2), 'image/png', 415, 'the bytes are image/jpeg'],
    [
      'SVG',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
      'image/svg+xml',
      415,
      'SVG is refused',
    ],
    ['HTML', new TextEncoder().encode('<html><script>1</script>'), 'image/jpeg', 415, 'no JPEG'],
    ['nothing', new Uint8Array(0), 'image/jpeg', 400, 'no body'],
    ['a photo cut short', jpeg(3).slice(0, 14), 'image/jpeg', 415, 'no JPEG'],
    ['a photo too wide', jpeg(4, 20_001, 1), 'image/jpeg', 422, '20000 pixels'],
    ['more than 8 MB', new Uint8Array(8 * 1024 * 1024 + 1), 'image/jpeg', 413, 'at most'],
  ])('refuses %s', async (_what, bytes, type, status, words) => {
    const response = await upload(bytes, type);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
  });

  it('takes a photo at the widest', async () => {
    expect((await upload(jpeg(5, 20_000, 1), 'image/jpeg')).status).toBe(200);
  });
});

describe('an uploaded photo', () => {
  it('is shown with its article, and not by itself or under another ending', async () => {
    const asset: { asset: string; url: string } = JSON.parse(await (await upload(jpeg(7), 'image/jpeg')).text());
    const at = new URL(asset.url).pathname;
    expect((await world.get(at)).status).toBe(404);
    await world.send(
      'PUT',
      '/api/articles',
      named('pictured', { photo: { asset: asset.asset, alt: 'A quay', caption: 'The quay.', credit: 'Ada Lens' } }),
    );
    const shown = await world.get(at);
    expect(shown.status).toBe(200);
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(jpeg(7));
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('cache-control')).toBe('public, max-age=900');
    expect((await world.get(at, { 'if-none-match': shown.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await world.get(`/media/${'0'.repeat(64)}.jpg`)).status).toBe(404);
  });

  it('carries caption and credit in words in every format, and its facts in the machine fields', async () => {
    const plain = { 'accept-encoding': 'identity' };
    for (const format of ['rss', 'atom', 'json']) {
      const feed = await (await world.get(`/feed.${format}`, plain)).text();
      expect(feed).toContain('The quay. — Ada Lens');
      expect(feed).toContain(`${BASE}/media/`);
      expect(feed).toContain(String(jpeg(7).length));
    }
    expect(await (await world.get('/articles/pictured')).text()).toContain('Ada Lens');
  });

  it('is gone when the article drops it', async () => {
    const photos = await world.db
      .prepare("SELECT hash FROM asset_use JOIN article USING (number) WHERE slug = 'pictured'")
      .first<string>('hash');
    await world.send('PUT', '/api/articles', named('pictured', {}));
    expect((await world.get(`/media/${photos}.jpg`)).status).toBe(404);
  });
});
