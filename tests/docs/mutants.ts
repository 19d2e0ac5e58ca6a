/** One value with one thing changed, in every way that a schema could miss. */

export interface Mutant {
  readonly words: string;
  readonly value: unknown;
}

const OTHERS: readonly unknown[] = [
  '',
  ' ',
  'x'.repeat(9000),
  -1,
  1.5,
  100_000_000,
  null,
  true,
  [],
  {},
  ['x'],
  { x: 1 },
];

export function mutantsOf(value: unknown, at = ''): readonly Mutant[] {
  const replaced = OTHERS.filter((other) => JSON.stringify(other) !== JSON.stringify(value)).map((other) => ({
    words: `${at || 'all'} = ${JSON.stringify(other).slice(0, 20)}`,
    value: other,
  }));
  if (Array.isArray(value)) return [...replaced, ...listMutants(value, at)];
  return typeof value === 'object' && value !== null ? [...replaced, ...objectMutants({ ...value }, at)] : replaced;
}

const listMutants = (list: readonly unknown[], at: string): readonly Mutant[] => [
  { words: `${at} fifty times`, value: Array.from({ length: 50 }, () => list[0]) },
  ...list.flatMap((item, index) =>
    mutantsOf(item, `${at}/${index}`).map(({ words, value }) => ({ words, value: list.with(index, value) })),
  ),
];

function objectMutants(object: Readonly<Record<string, unknown>>, at: string): readonly Mutant[] {
  return [
    { words: `${at}/nobody-knows added`, value: { ...object, 'nobody-knows': 1 } },
    ...Object.keys(object).map((key) => {
      const { [key]: _gone, ...rest } = object;
      return { words: `${at}/${key} left out`, value: rest };
    }),
    ...Object.entries(object).flatMap(([key, inner]) =>
      mutantsOf(inner, `${at}/${key}`).map(({ words, value }) => ({ words, value: { ...object, [key]: value } })),
    ),
  ];
}
