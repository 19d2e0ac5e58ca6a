/** ninjs by the standard body's own schema, where it is at hand (it is not ours to copy into the project). */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { memberAt } from '../../src/lib/json.ts';
import { copyOf } from '../../src/rendition/copy.ts';
import { renderNinjs } from '../../src/rendition/ninjs.ts';
import { BASE, BUOY, copied, creditOf, DOCUMENTS, full, optionsFor, own, repost, TOKEN } from './fixtures.ts';

const SCHEMA = '../shared/data/ninjs-schema_3.1.json';

function ninjs(document: typeof own, name = 'standard'): unknown {
  const whole = full(document);
  const credit = creditOf(whole, name);
  const options = optionsFor(name);
  return JSON.parse(renderNinjs(copyOf(whole, credit, options), { ...options, article: whole.article, credit }));
}

describe.skipIf(!existsSync(SCHEMA))('the schema of ninjs 3.1', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' });
  const validate = existsSync(SCHEMA) ? ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8'))) : () => true;

  it.each(Object.entries(DOCUMENTS))('takes %s', (_name, document) => {
    for (const terms of ['standard', 'short', 'hidden'])
      expect(validate(ninjs(document, terms)), JSON.stringify(Reflect.get(validate, 'errors'))).toBe(true);
  });

  it('refuses what is none', () => {
    const good = JSON.parse(JSON.stringify(ninjs(own)));
    expect(validate({ ...good, uri: undefined, byline: 'x' })).toBe(false);
    expect(validate({ ...good, pubStatus: 'withdrawn' })).toBe(false);
    expect(validate({ ...good, rightsInfo: { ...good.rightsInfo, encodedRights: '{}' } })).toBe(false);
  });
});

describe('ninjs', () => {
  it.each([
    ['tag:news.example,2026:a', 'tag:news.example,2026:a'],
    ['https://example.com/é?a=1&b=%20', 'https://example.com/%C3%A9?a=1&b=%20'],
    ['HTTP://Example.COM:80/%7eA', 'HTTP://Example.COM:80/%7eA'],
  ])('writes the guid %s as a URI, and keeps it among the ids', (guid, uri) => {
    const found = ninjs({ ...own, guid });
    expect(memberAt(found, 'uri')).toBe(uri);
    expect(memberAt(found, 'altIds', 0)).toEqual({ role: 'guid', value: guid });
  });

  it.each([
    ['usable', 'usable', {}],
    ['held', 'withheld', {}],
    ['withdrawn', 'canceled', { withdrawal: { reason: 'It was wrong.', date: '2026-11-05T00:00:00Z' } }],
  ] as const)('says of what is %s that it is %s', (status, pubStatus, more) => {
    expect(memberAt(ninjs({ ...own, status, ...more }), 'pubStatus')).toBe(pubStatus);
  });

  it('names the way here, and us at its end', () => {
    const roles = (document: typeof own) => {
      const sources = memberAt(ninjs(document), 'infoSources');
      return Array.isArray(sources)
        ? sources.map((source) => [memberAt(source, 'role'), memberAt(source, 'name')])
        : [];
    };
    expect(roles(own)).toEqual([['originator', 'Harbour Light']]);
    expect(roles(repost)).toEqual([
      ['originator', 'The Sound & Sea Review'],
      ['republisher', 'Coast Wire'],
      ['distributor', 'Harbour Light'],
    ]);
  });

  it('names no photo that may not be passed on, and says when it is a part only', () => {
    const rich = ninjs(DOCUMENTS.rich, 'short');
    expect(JSON.stringify(rich)).not.toContain(BUOY.asset);
    expect(memberAt(rich, 'representationType')).toBe('partial');
    expect(memberAt(ninjs(DOCUMENTS.rich), 'representationType')).toBe('full');
    expect(memberAt(rich, 'rightsInfo', 'linkedRights')).toBe(`${BASE}/terms/short.jsonld`);
  });

  it('carries the credit in both bodies', () => {
    const bodies = memberAt(ninjs(own), 'bodies');
    for (const body of Array.isArray(bodies) ? bodies : [null])
      expect(memberAt(body, 'value')).toContain(`/c/${TOKEN}`);
    expect(memberAt(ninjs(own), 'usageTerms')).toContain(`/c/${TOKEN}`);
    expect(copied(own).excerpt).toBe(false);
  });
});
