/** What every judge is: a name, what it needs, and what it says about the demo. */
import type { Demo } from './demo.ts';

export interface Verdict {
  readonly checked: number;
  readonly unit: string;
  readonly errors: readonly string[];
}

export interface Judge {
  readonly name: string;
  /** Null where it can run; otherwise why not, and what to install. */
  readonly missing: () => string | null;
  readonly judge: (demo: Demo) => Promise<Verdict>;
}

export const verdict = (checked: number, unit: string, errors: readonly string[]): Verdict => ({
  checked,
  unit,
  errors,
});

/** What npm brings is always there. */
export const always = (): null => null;
