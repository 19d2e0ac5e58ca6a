/** What we use of node:zlib, which workerd has under `nodejs_compat`: the Worker's own types don't name it. */
declare module 'node:zlib' {
  export const constants: { readonly Z_SYNC_FLUSH: number };
  export function deflateRawSync(data: Uint8Array, options: { level: number; finishFlush: number }): Uint8Array;
  export function inflateRawSync(data: Uint8Array, options: { finishFlush: number }): Uint8Array;
  export function crc32(data: Uint8Array): number;
}
