/** A report: its page, or the one of its tables that was asked for as a file. */

import { CLASSES, isPeople } from '../count/request-class.ts';
import type { Table } from '../desk/report-cells.ts';
import { EXPORT_TYPES, exportOf, isExportFormat } from '../desk/report-export.ts';
import { civilDay } from '../lib/time.ts';
import { type DeskCall, deskHeaders, html, noSuch } from './desk-answer.ts';

export const todayOf = ({ gate, site }: DeskCall): string => civilDay(gate.now, site.publication.timeZone);

/** Classes that are readers, by their places, as the ledger has them. */
export const PEOPLE = CLASSES.flatMap((found, place) => (isPeople(found) ? [place] : []));

export function reportAnswer(call: DeskCall, tables: readonly Table[], page: () => string): Response {
  const format = call.c.req.query('format');
  if (format === undefined) return html(page());
  const table = tables.find(({ id }) => id === call.c.req.query('table'));
  if (!isExportFormat(format) || !table) return noSuch(call, 'such file of this report');
  return new Response(exportOf(table, format), {
    headers: deskHeaders({
      'content-type': EXPORT_TYPES[format],
      'content-disposition': `attachment; filename="${table.id}-${todayOf(call)}.${format}"`,
    }),
  });
}
