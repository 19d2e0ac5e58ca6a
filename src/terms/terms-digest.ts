/** Which terms these are, whatever they are called: the digest moves when, and only when, something in them does. */
import type { Terms } from '../article/terms.ts';
import { canonicalJson, sha256 } from '../lib/hash.ts';

export const termsDigest = (terms: Terms): Promise<string> => sha256(canonicalJson({ ...terms, name: undefined }));
