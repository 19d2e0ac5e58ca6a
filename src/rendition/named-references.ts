/**
 * Stands in for `decode-named-character-reference` (wrangler.toml, `[alias]`). The Markdown printer asks it only for the
 * labels of link definitions, which copies never have; its table of 2,200 names would be read at every start.
 */
export const decodeNamedCharacterReference = (_name: string): false => false;
