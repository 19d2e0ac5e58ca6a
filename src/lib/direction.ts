/** Which way a language is written: from its script if the tag names one, else from the language. */
const RTL_LANGUAGES = new Set('ar arc azb ckb dv fa glk he iw ks lrc mzn nqo pnb prs ps sd syr ug ur yi ji'.split(' '));
const RTL_SCRIPTS = new Set('adlm arab aran hebr mand nkoo rohg samr syrc thaa yezi'.split(' '));

export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const script = rest.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (script) return RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  return RTL_LANGUAGES.has(primary) ? 'rtl' : 'ltr';
}
