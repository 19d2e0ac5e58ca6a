/** From the cached entrypoint to the gateway, never to a client. Seqs a delta may start behind. */
export const SEQS_HEADER = 'x-seqs';
/** Milliseconds: a number is read faster than a date. */
export const MODIFIED_HEADER = 'x-modified';

/** A status between the two: nothing is wrong with the catalogue, and asking again changes nothing until a secret is set. */
export const NOT_SET_UP = 424;
