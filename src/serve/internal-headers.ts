/** Seqs a delta may start behind: from the cached entrypoint to the gateway, never to a client. */
export const SEQS_HEADER = 'x-seqs';
