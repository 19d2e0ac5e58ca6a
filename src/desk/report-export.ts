/** A table of a report as a file: CSV (RFC 4180) for spreadsheets, JSON for programs. */
import type { Cell, Table } from './report-cells.ts';

export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
};

/**
 * Spreadsheets run a cell that begins like this as a formula, some of them behind spaces or in full-width letters too
 * (OWASP, CSV Injection). An apostrophe in front makes it text again. Numbers of ours are numbers, whatever their sign.
 */
const FORMULA = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/;

function csvCell({ value }: Pick<Cell, 'value'>): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const csvLine = (cells: readonly Pick<Cell, 'value'>[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** UTF-8 without a byte order mark; line ends are CRLF (RFC 4180 section 2). */
export const toCsv = ({ columns, rows }: Table): string =>
  [csvLine(columns.map(({ label }) => ({ value: label }))), ...rows.map(csvLine)].join('');

export function toJson({ title, columns, rows }: Table): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map(({ key }, index) => [key, row[index]?.value ?? null])),
  );
  return `${JSON.stringify({ title, columns: columns.map(({ key, label }) => ({ key, label })), rows: objects }, null, 2)}\n`;
}

export const exportOf = (table: Table, format: ExportFormat): string =>
  format === 'csv' ? toCsv(table) : toJson(table);

export const isExportFormat = (text: string): text is ExportFormat => EXPORT_FORMATS.some((format) => format === text);
