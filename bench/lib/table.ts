/** What a measurement is, and how its result is printed. */
export interface Result {
  readonly value: number;
  /** What else was seen: the cold figure, sizes, the control. */
  readonly beside?: string;
  /** The machine was too busy to trust the figure. */
  readonly noisy?: boolean;
  /** Printed below the table. */
  readonly lines?: readonly string[];
}

export interface Measurement {
  readonly name: string;
  readonly limit: number;
  /** Is more better? Otherwise the limit is the most it may be. */
  readonly atLeast?: boolean;
  /** The same on every machine: CI compares it with `baseline.json`. */
  readonly exact?: boolean;
  readonly how: string;
  readonly measure: () => Promise<Result>;
}

export interface Row extends Result {
  readonly measurement: Measurement;
}

export const isWithin = ({ measurement, value }: Row): boolean =>
  measurement.atLeast ? value >= measurement.limit : value <= measurement.limit;

export const rounded = (value: number): number => Number(value.toPrecision(4));

export function printRow(row: Row): void {
  const { name, limit, atLeast, how } = row.measurement;
  const verdict = isWithin(row) ? 'ok    ' : 'MISSED';
  const figure = `${rounded(row.value)}`.padStart(8);
  console.log(
    `${name.padEnd(24)}${figure}  ${`${atLeast ? '≥' : '≤'} ${limit}`.padEnd(7)} ${verdict}${row.noisy ? ' (noisy)' : ''}`,
  );
  if (row.beside) console.log(`    ${row.beside}`);
  console.log(`    ${how}`);
}
