/** One labelled request: who really asks, and what their program sends. */
import type { RequestClass } from '../../src/count/request-class.ts';

export interface Entry {
  readonly group: string;
  readonly class: RequestClass;
  readonly kind: 'view' | 'click' | 'poll';
  readonly headers: Readonly<Record<string, string>>;
  /** A browser in somebody's hands: to call it a program is the worst mistake. */
  readonly browser: boolean;
}

interface Label {
  readonly group: string;
  readonly class: RequestClass;
  readonly sent?: Readonly<Record<string, string>>;
  readonly kind?: Entry['kind'];
  readonly browser?: boolean;
}

export const entries = (
  { group, class: expected, sent = {}, kind = 'view', browser = false }: Label,
  agents: readonly string[],
): readonly Entry[] =>
  agents.map((agent) => ({
    group,
    class: expected,
    kind,
    browser,
    headers: { ...sent, 'user-agent': agent },
  }));
