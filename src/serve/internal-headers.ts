/** From the cached entrypoint to the gateway, never to a client. Seqs a delta may start behind. */
export const SEQS_HEADER = 'x-seqs';
/** Milliseconds: a number is read faster than a date. */
export const MODIFIED_HEADER = 'x-modified';
