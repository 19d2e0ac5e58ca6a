/** Something an editor has to put right: where it stands, and what to write instead. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly detail: string;
}

export const printMistake = ({ file, line, field, detail }: Mistake): string => `${file}:${line}  ${field}  ${detail}`;

export const inReadingOrder = (mistakes: readonly Mistake[]): readonly Mistake[] =>
  mistakes.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));

/** What the machine says of a failed read or write: `ENOENT`. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
