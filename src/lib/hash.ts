const encoder = new TextEncoder();

/** SHA-256, in lower-case hex, of bytes or of a text's UTF-8. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? encoder.encode(data) : data;
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Engines have `toHex` one by one; the publishing tools run where it isn't yet. */
const hex = (bytes: Uint8Array): string =>
  typeof Reflect.get(bytes, 'toHex') === 'function'
    ? bytes.toHex()
    : Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** JSON with sorted keys and without undefined members: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isRecord(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
