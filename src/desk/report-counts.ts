/** The three ways a number is counted, as columns and cells; each is explained on /counting. */
import type { Counts, Sums } from '../ledger/reports.ts';
import { NO_COUNTS } from '../ledger/reports.ts';
import type { Point } from './plot-marks.ts';
import { type Cell, type Column, count } from './report-cells.ts';

export const MEASURES = ['raw', 'people', 'verified'] as const;
export type Measure = (typeof MEASURES)[number];

export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  raw: 'All requests',
  people: 'People',
  verified: 'Verified',
};

/** In plots, "highest" means the most people. */
export const MAIN = MEASURES.indexOf('people');

export const KINDS = ['views', 'clicks'] as const;
export type Kind = (typeof KINDS)[number];
export const KIND_WORDS: Readonly<Record<Kind, string>> = { views: 'Views', clicks: 'Clicks back' };

export const measureColumns: readonly Column[] = MEASURES.map((key) => ({
  key,
  label: MEASURE_WORDS[key],
  numeric: true,
}));

export const measureCells = (sums: Sums): readonly Cell[] => MEASURES.map((measure) => count(sums[measure]));

/** Views three ways, then clicks three ways. */
export const countColumns: readonly Column[] = KINDS.flatMap((kind) =>
  MEASURES.map((measure) => ({
    key: `${kind}_${measure}`,
    label: `${KIND_WORDS[kind]}: ${MEASURE_WORDS[measure].toLowerCase()}`,
    numeric: true,
  })),
);

export const countCells = (counts: Counts): readonly Cell[] => KINDS.flatMap((kind) => measureCells(counts[kind]));

export const addSums = (a: Sums, b: Sums): Sums => ({
  raw: a.raw + b.raw,
  people: a.people + b.people,
  verified: a.verified + b.verified,
});

export const addCounts = (a: Counts, b: Counts): Counts => ({
  views: addSums(a.views, b.views),
  clicks: addSums(a.clicks, b.clicks),
});

export const totalOf = (all: Iterable<Counts>): Counts => [...all].reduce(addCounts, NO_COUNTS);

/** What was counted at each of these days or months, with nothing where nothing was. */
export const pointsOf = (names: readonly string[], counts: ReadonlyMap<string, Counts>, kind: Kind): readonly Point[] =>
  names.map((at) => {
    const sums = (counts.get(at) ?? NO_COUNTS)[kind];
    return { at, values: MEASURES.map((measure) => sums[measure]) };
  });
