/** What a lint has to say: in the partner's terms, so that nobody has to look up what it wants. */
export interface Finding {
  /** `refused`: the item, or the whole feed, would not be taken. */
  readonly level: 'refused' | 'photo dropped' | 'warning';
  /** Never changes: `msn/title-length`. */
  readonly rule: string;
  /** `item`, `feed`, or the photo's asset. */
  readonly subject: string;
  readonly words: string;
  readonly remedy: string;
}

/** A finding where there is one. */
export const when = (found: boolean, finding: () => Finding): readonly Finding[] => (found ? [finding()] : []);

export const isRefused = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === 'refused');

export const count = (number: number): string => new Intl.NumberFormat('en').format(number);

export function isHttps(url: string): boolean {
  return /^https:\/\//i.test(url) && URL.canParse(url);
}

export const isAbsolute = (url: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(url) && URL.canParse(url);
