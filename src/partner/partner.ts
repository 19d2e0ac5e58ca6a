/** Who we let republish: a partner, its domains and its keys. */
import * as v from 'valibot';
import { line } from '../article/fields.ts';

export const PARTNER_STATES = ['active', 'suspended', 'ended'] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];

export interface Partner {
  readonly id: string;
  readonly name: string;
  /** The one language of its feeds. */
  readonly language: string;
  readonly dialect: string;
  readonly contacts: readonly string[];
  readonly state: PartnerState;
  /** Moves with every change of the partner, its domains or its grants. */
  readonly version: number;
  readonly createdAt: number;
}

export interface PartnerDomain {
  readonly domain: string;
  /** What the partner shows us at the domain to prove that it is theirs. */
  readonly challenge: string;
  readonly verifiedAt: number | null;
  readonly method: 'dns' | 'file' | null;
  readonly checkedAt: number | null;
}

const MAX_CONTACTS = 10;
const email = v.pipe(v.string(), v.maxLength(254), v.email('Write an email address'));

export const partnerId = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Write lower-case letters, digits and hyphens, a letter first'),
);

/** A name in the public DNS: no address, no port, no name of a private network. */
export const domainName = v.pipe(
  v.string(),
  v.transform((text) => text.trim().toLowerCase().replace(/\.$/, '')),
  v.maxLength(253),
  v.regex(
    /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.[a-z][a-z0-9-]*[a-z0-9]$/,
    'Write a domain name, without https:// and path: partner.example',
  ),
  v.check(
    (name) => !/\.(local|localhost|internal|intranet|lan|home|corp|invalid|onion|arpa)$/.test(name),
    'Write a domain name of the public internet',
  ),
);

/** Which dialects there are is for `dialect/` to say, which languages for the publication: both are passed in. */
export const partnerSchema = (dialects: readonly string[], languages: readonly string[]) =>
  v.strictObject({
    id: partnerId,
    name: line(200),
    language: v.picklist(languages, `Write one of the publication’s languages: ${languages.join(', ')}`),
    dialect: v.optional(v.picklist(dialects, `Write one of: ${dialects.join(', ')}`), 'generic'),
    contacts: v.optional(v.pipe(v.array(email), v.maxLength(MAX_CONTACTS)), []),
  });

export type PartnerInput = v.InferOutput<ReturnType<typeof partnerSchema>>;

export const KEY_KINDS = ['feed', 'portal'] as const;
/** A feed key only reads feeds; a portal key only signs in. */
export type KeyKind = (typeof KEY_KINDS)[number];

const PREFIX: Readonly<Record<KeyKind, string>> = { feed: 'tf', portal: 'tp' };
const KEY = /^t([fp])_([0-9a-f]{12})_([0-9a-f]{64})$/;

export const partnerKey = (kind: KeyKind, id: string, secret: string): string => `${PREFIX[kind]}_${id}_${secret}`;

export interface ParsedKey {
  readonly kind: KeyKind;
  readonly id: string;
  readonly secret: string;
}

export function parsePartnerKey(text: string): ParsedKey | null {
  const [, letter, id, secret] = KEY.exec(text) ?? [];
  return id && secret ? { kind: letter === 'f' ? 'feed' : 'portal', id, secret } : null;
}
