/** Each form of an article does what it says, in page and feed, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attribute, byClass, byTag, pageElements, text } from '../page/dom.ts';
import { jpeg } from '../serve/photo.ts';
import { named, openWorld, PUBLICATION, type World } from '../world.ts';
import { numberOf, signedIn, type Visitor } from './visitor.ts';

let world: World;
let desk: Visitor;
beforeAll(async () => {
  world = await openWorld();
  desk = await signedIn(world);
});
afterAll(() => world.close());

const put = async (word: string, over: Parameters<typeof named>[1] = {}): Promise<string> => {
  const response = await world.send('PUT', '/api/articles', named(word, over));
  if (response.status > 201) throw new Error(await response.text());
  return `/desk/articles/${await numberOf(world, word)}`;
};

let photos = 0;
async function upload(): Promise<string> {
  const sent = await world.send('PUT', '/api/assets', jpeg(++photos), { 'content-type': 'image/jpeg' });
  return JSON.parse(await sent.text()).asset;
}

const page = async (path: string): Promise<string> => (await desk.get(path)).text();
const publicly = async (word: string) => world.get(`/articles/${word}`);
const feed = async (): Promise<string> => (await world.get('/feed.rss')).text();
const outcome = (html: string): string => byClass(html, 'outcome').map(text).join(' ').replace(/\s+/g, ' ').trim();
const revisionOf = async (word: string) =>
  world.db
    .prepare('SELECT revision, document FROM article WHERE slug = ?')
    .bind(word)
    .first<{ revision: number; document: string }>();

describe('the list', () => {
  it('names each article’s standing, and is filtered by it and by words of the headline', async () => {
    await put('listed-shown');
    await put('listed-held', { status: 'held' });
    await put('listed-waiting', { published: '2199-01-01T00:00:00Z' });
    await put('listed-withdrawn', { status: 'withdrawn', withdrawal: { reason: 'Wrong.' } });
    await put('listed-expired', { expiresAt: '2026-11-02T00:00:00Z' });
    const row = (html: string, title: string) => byTag(html, 'tr').find((tr) => text(tr).includes(title));
    const all = await page('/desk/articles');
    for (const [word, label] of [
      ['shown', 'Published'],
      ['held', 'Held'],
      ['waiting', 'Scheduled'],
      ['withdrawn', 'Withdrawn'],
      ['expired', 'Expired'],
    ] as const) {
      expect(text(row(all, `listed-${word}`))).toContain(label);
      const filtered = await page(`/desk/articles?status=${word}`);
      expect(row(filtered, `listed-${word}`)).toBeDefined();
      expect(byTag(filtered, 'tr')).toHaveLength(2);
    }
    expect(byTag(await page('/desk/articles?words=LISTED-h'), 'tr')).toHaveLength(2);
    expect(byTag(await page('/desk/articles?words=%25'), 'tr')).toHaveLength(0);
    expect((await desk.get('/desk/articles?status=x&page=-1')).status).toBe(200);
  });

  it('has 50 on a page, and leads to older ones if there are any', async () => {
    const own = await openWorld();
    const editor = await signedIn(own);
    const lines = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => JSON.stringify(named(`n-${from + index}`))).join('\n');
    for (let from = 0; from < 40; from += 20) await own.send('POST', '/api/articles', lines(from, from + 20));
    await own.send('POST', '/api/articles', lines(40, 50));
    const rows = async (path: string) => byTag(await (await editor.get(path)).text(), 'tr').length - 1;
    const next = async () =>
      byTag(await (await editor.get('/desk/articles')).text(), 'a').some((a) => attribute(a, 'rel') === 'next');
    expect(await rows('/desk/articles')).toBe(50);
    expect(await next()).toBe(false);
    await own.send('POST', '/api/articles', lines(50, 51));
    expect(await rows('/desk/articles')).toBe(50);
    expect(await next()).toBe(true);
    expect(await rows('/desk/articles?page=2')).toBe(1);
    await own.close();
  });
});

describe('an article’s page', () => {
  it('has the public article’s own markup, whatever its standing', async () => {
    for (const over of [{}, { status: 'held' as const }, { published: '2199-01-01T00:00:00Z' }]) {
      const word = `preview-${Object.keys(over)[0] ?? 'shown'}`;
      const html = await page(await put(word, { ...over, body: '<p>Hello <em>harbour</em>.</p>' }));
      const [preview] = byClass(html, 'preview');
      expect(text(byClass(html, 'e-content')[0])).toContain('Hello harbour.');
      expect(attribute(preview, 'lang')).toBe('en');
    }
  });

  it('shows photos nobody outside may see, to whoever is signed in', async () => {
    const hash = await upload();
    const path = await put('hidden-photo', {
      status: 'held',
      photo: { asset: hash, alt: 'A quay', credit: 'Lin Hauge', rights: 'own' },
    });
    const sources = byTag(await page(path), 'img').map((img) => attribute(img, 'src') ?? '');
    expect(sources).toHaveLength(2);
    for (const source of sources) {
      expect(source).toMatch(/^\/desk\/photos\//);
      const answer = await desk.get(source);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect((await world.get(source)).status).toBe(303);
      expect((await world.get(source.replace('/desk/photos/', '/media/'))).status).toBe(404);
    }
  });

  it('lists its revisions, and says that a file brings its version back', async () => {
    const path = await put('revised');
    await put('revised', { body: '<p>Second.</p>' });
    const html = await page(path);
    expect(text(byTag(html, 'main')[0])).toContain('npm run publish');
    expect(byTag(html, 'th').map(text)).toEqual(expect.arrayContaining(['1', '2']));
  });
});

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}\u202e`;

describe('hostile words', () => {
  it('of an article are words at the desk', async () => {
    const path = await put('hostile', {
      title: HOSTILE,
      dek: HOSTILE,
      byline: [{ name: HOSTILE }],
      rights: HOSTILE,
      body: `<p>${HOSTILE.replace(/<img[^>]*>/, '')}</p><svg onload=alert(1)></svg><article class="x">in</article>`,
    });
    for (const html of [await page('/desk/articles'), await page(path), await page(`${path}/withdraw`)]) {
      expect(byTag(html, 'script')).toEqual([]);
      expect(byTag(html, 'svg')).toEqual([]);
      expect(byTag(html, 'img')).toEqual([]);
      for (const element of pageElements(html))
        expect(element.attrs.map(({ name }) => name).join()).not.toMatch(/\bon/);
      expect(text(byTag(html, 'main')[0])).toContain('<script>alert(1)</script>');
    }
  });

  it('of a form that is refused come back as words', async () => {
    const path = await put('hostile-form');
    const response = await desk.post(`${path}/correct`, { was: HOSTILE, now: HOSTILE, text: HOSTILE });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(byTag(html, 'script')).toEqual([]);
    expect(byTag(html, 'textarea').map(text)).toContain(HOSTILE);
    for (const query of [`?done=${encodeURIComponent(HOSTILE)}`, '?done=constructor', '?done=__proto__'])
      expect(outcome(await page(path + query))).toBe('');
  });
});

describe('hold and release', () => {
  it('take an article away and give it back, and leave its revision and its dates alone', async () => {
    const path = await put('held-one');
    const before = await revisionOf('held-one');
    expect(await feed()).toContain('held-one');
    const held = await desk.post(`${path}/hold`);
    expect([held.status, held.headers.get('location')]).toEqual([303, `${path}?done=held`]);
    expect(outcome(await page(`${path}?done=held`))).toContain('Held.');
    expect((await publicly('held-one')).status).toBe(404);
    expect(await feed()).not.toContain('held-one');
    expect((await desk.post(`${path}/release`)).status).toBe(303);
    expect((await publicly('held-one')).status).toBe(200);
    expect(await feed()).toContain('held-one');
    expect(await revisionOf('held-one')).toEqual(before);
  });

  it('are undone by the file, published again', async () => {
    const path = await put('held-file');
    await desk.post(`${path}/hold`);
    await put('held-file');
    expect((await publicly('held-file')).status).toBe(200);
  });

  it('work for an article the publication would not take any more', async () => {
    const own = await openWorld();
    await own.put(named('homeless', { section: 'islands' }));
    await own.send('PUT', '/api/publication', { ...PUBLICATION, sections: { harbour: { name: 'Harbour' } } });
    const editor = await signedIn(own);
    expect((await editor.post(`/desk/articles/${await numberOf(own, 'homeless')}/hold`)).status).toBe(303);
    expect((await own.get('/articles/homeless')).status).toBe(404);
    await own.close();
  });

  it('refuse what is so already, and what is withdrawn', async () => {
    const path = await put('not-held');
    expect((await desk.post(`${path}/release`)).status).toBe(422);
    await desk.post(`${path}/hold`);
    expect((await desk.post(`${path}/hold`)).status).toBe(422);
    const gone = await put('gone-one', { status: 'withdrawn', withdrawal: { reason: 'Wrong.' } });
    expect((await desk.post(`${gone}/hold`)).status).toBe(422);
    expect((await desk.post(`${gone}/release`)).status).toBe(422);
    expect((await publicly('gone-one')).status).toBe(410);
  });
});

describe('withdrawing', () => {
  it('asks first, wants a reason, and then says so to everybody', async () => {
    const path = await put('to-withdraw');
    const form = byTag(await page(`${path}/withdraw`), 'form').find(
      (each) => attribute(each, 'action') === `${path}/withdraw`,
    );
    expect(form).toBeDefined();
    expect((await desk.post(`${path}/withdraw`, { reason: '  ' })).status).toBe(422);
    expect((await publicly('to-withdraw')).status).toBe(200);
    const done = await desk.post(`${path}/withdraw`, { reason: 'The measurements were <wrong>.' });
    expect(done.headers.get('location')).toBe(`${path}?done=withdrawn`);
    const answer = await publicly('to-withdraw');
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('The measurements were &lt;wrong&gt;.');
    expect(await feed()).toContain('measurements were');
    expect((await desk.post(`${path}/withdraw`, { reason: 'Again.' })).status).toBe(422);
    expect(outcome(await page(path))).toBe('');
  });

  it('takes a reason of 500 characters, and cuts a longer one', async () => {
    const path = await put('long-reason');
    await desk.post(`${path}/withdraw`, { reason: 'x'.repeat(501) });
    const text = await (await publicly('long-reason')).text();
    expect(text).toContain('x'.repeat(500));
    expect(text).not.toContain('x'.repeat(501));
  });
});

describe('correcting', () => {
  const fields = { where: 'body', was: 'Nine boats', now: 'Ten boats', text: 'An earlier version miscounted.' };

  it('puts the words right in page and feeds, and names the correction there', async () => {
    const path = await put('miscounted', {
      body: '<p>Nine boats &amp; <a href="/x">one</a> more.</p><pre>\n\n a</pre>',
    });
    const done = await desk.post(`${path}/correct`, fields);
    expect(done.headers.get('location')).toBe(`${path}?done=corrected`);
    const html = await (await publicly('miscounted')).text();
    const body = byClass(html, 'e-content').map(text).join('');
    expect(body).toContain('Ten boats & one more.');
    expect(body).not.toContain('Nine boats');
    expect(byTag(html, 'del').map(text)).toEqual(['Nine boats']);
    expect(byTag(html, 'ins').map(text)).toEqual(['Ten boats']);
    expect(html).toContain('An earlier version miscounted.');
    expect(await feed()).toContain('Ten boats');
    const stored = await revisionOf('miscounted');
    expect(stored?.revision).toBe(2);
    const modified: unknown = JSON.parse(stored?.document ?? '{}').modified;
    expect(Date.now() - Number(modified)).toBeLessThan(60_000);
  });

  it('changes nothing else of the article', async () => {
    const over = {
      dek: 'D',
      aliases: ['whole-alias'],
      rights: 'R',
      canonicalUrl: 'https://other.example/x',
      expiresAt: '2199-01-01T00:00:00Z',
      corrections: [{ date: '2026-11-02T00:00:00Z', text: 'First.' }],
    };
    const path = await put('whole', { ...over, body: '<p>Nine boats.</p>' });
    const api = async () =>
      JSON.parse(await (await world.send('GET', '/api/articles/tag:test.example,2026:whole')).text()).article;
    const before = await api();
    await desk.post(`${path}/correct`, fields);
    const after = await api();
    expect(after.corrections).toHaveLength(2);
    expect({ ...after, modified: '', body: '', corrections: [] }).toEqual({
      ...before,
      modified: '',
      body: '',
      corrections: [],
    });
    expect(after.body).toBe('<p>Ten boats.</p>');
  });

  it('reaches the headline and the summary', async () => {
    const path = await put('headline', { title: 'Nine boats sail', dek: 'Nine boats left.' });
    await desk.post(`${path}/correct`, { ...fields, where: 'title' });
    await desk.post(`${path}/correct`, { ...fields, where: 'dek' });
    const html = await (await publicly('headline')).text();
    expect(text(byTag(html, 'h1')[0])).toBe('Ten boats sail');
    expect(html).toContain('Ten boats left.');
  });

  it.each([
    ['words that are not there', { was: 'Eleven boats' }, 'do not stand there'],
    ['words that are there twice', { was: 'boats' }, 'more than once'],
    ['words across markup', { was: 'Nine boats and many' }, 'across a link'],
    ['no old words', { was: ' ' }, 'Write the old words'],
    ['no words to readers', { text: '' }, 'what you tell readers'],
    ['the same words', { now: 'Nine boats' }, 'are the old ones'],
    ['words that are too long', { text: 'x'.repeat(1001) }, 'Too long'],
  ])('refuses %s, changes nothing and keeps what was typed', async (name, over, why) => {
    const word = `refused-${name.replace(/[^a-z]+/g, '-')}`;
    const path = await put(word, { body: '<p>Nine boats <em>and</em> many boats.</p>' });
    const before = await revisionOf(word);
    const response = await desk.post(`${path}/correct`, { ...fields, ...over });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(outcome(html)).toContain(why);
    expect(byTag(html, 'textarea').map(text)).toContain({ ...fields, ...over }.now);
    expect(await revisionOf(word)).toEqual(before);
  });

  it('is not for what nobody has read', async () => {
    const path = await put('unread', { published: '2199-01-01T00:00:00Z', body: '<p>Nine boats.</p>' });
    expect(await page(path)).not.toContain(`${path}/correct`);
    expect((await desk.post(`${path}/correct`, fields)).status).toBe(422);
  });
});

describe('the rights of a photo', () => {
  it('are saved wherever it stands, and decide whether copies carry it', async () => {
    const hash = await upload();
    const one = { asset: hash, alt: 'A quay', credit: 'Lin Hauge' };
    const path = await put('photo-rights', { photo: { ...one, rights: 'third-party' }, photos: [one] });
    expect(await page(path)).toContain('Left out of every copy');
    const change = {
      asset: hash,
      rights: 'licensed',
      holder: 'Lin <Hauge>',
      license: 'https://lin.example/licence',
      syndicate: 'yes',
    };
    expect((await desk.post(`${path}/photo`, change)).headers.get('location')).toBe(`${path}?done=rights`);
    const html = await page(path);
    expect(html).toContain('May be passed on');
    expect(html).toContain('Lin &lt;Hauge&gt;');
    const { photo: lead, photos } = JSON.parse((await revisionOf('photo-rights'))?.document ?? '{}');
    for (const each of [lead, ...photos])
      expect(each).toMatchObject({
        rights: 'licensed',
        holder: 'Lin <Hauge>',
        license: 'https://lin.example/licence',
        syndicate: true,
        credit: 'Lin Hauge',
      });
    await desk.post(`${path}/photo`, { asset: hash, rights: 'unknown' });
    const after = JSON.parse((await revisionOf('photo-rights'))?.document ?? '{}').photo;
    expect(after).toMatchObject({ rights: 'unknown', syndicate: false });
    expect(after).not.toHaveProperty('holder');
    expect(after).not.toHaveProperty('license');
  });

  it.each([
    ['unknown rights that are passed on', { rights: 'unknown', syndicate: 'yes' }, 'Find out first'],
    ['Creative Commons without a licence', { rights: 'cc' }, 'Creative Commons licence'],
    ['no rights we know', { rights: 'mine' }, 'Choose whose'],
    ['another photo', { rights: 'own', asset: 'b'.repeat(64) }, 'not in the article'],
  ])('refuse %s', async (_name, over, why) => {
    const hash = await upload();
    const path = await put('photo-refused', { photo: { asset: hash, alt: 'A', credit: 'C', rights: 'own' } });
    const response = await desk.post(`${path}/photo`, { asset: hash, ...over });
    expect(response.status).toBe(422);
    expect(outcome(await response.text())).toContain(why);
    expect(JSON.parse((await revisionOf('photo-refused'))?.document ?? '{}').photo.rights).toBe('own');
  });
});
