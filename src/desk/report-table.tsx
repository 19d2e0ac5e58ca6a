/** A table of a report, with the links that give it as a file. */

import { Empty, State } from './parts.tsx';
import { type Cell, type Column, shownIn, type Table } from './report-cells.ts';
import { EXPORT_FORMATS } from './report-export.ts';

/** Where a report stands, with everything that was asked of it: exports are asked for in the same words. */
export interface Here {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export const hrefOf = ({ path, query }: Here, more: Readonly<Record<string, string>> = {}): string => {
  const words = new URLSearchParams({ ...query, ...more });
  return words.size > 0 ? `${path}?${words}` : path;
};

export const Exports = ({ here, table }: { here: Here; table: Table }) => (
  <p class="exports">
    {EXPORT_FORMATS.map((format) => (
      <>
        {' '}
        <a href={hrefOf(here, { format, table: table.id })} aria-label={`${format.toUpperCase()}, ${table.title}`}>
          {format.toUpperCase()}
        </a>
      </>
    ))}
  </p>
);

interface Props {
  readonly here: Here;
  readonly table: Table;
}

export const ReportTable = ({ here, table }: Props) => (
  <section class="report" aria-labelledby={table.id}>
    <header class="report-head">
      <h2 id={table.id}>{table.title}</h2>
      {table.rows.length > 0 && <Exports here={here} table={table} />}
    </header>
    {table.note !== undefined && <p class="hint">{table.note}</p>}
    {table.rows.length === 0 ? <Empty>{table.empty}</Empty> : <Rows table={table} />}
  </section>
);

const classOf = ({ numeric, moment }: Column) => (numeric ? { class: 'num' } : moment ? { class: 'moment' } : {});

/** A name and a few numbers stay a table on a phone; anything wider becomes cards there. */
const isSmall = (columns: readonly Column[]): boolean =>
  columns.length <= 4 && columns.slice(1).every(({ numeric }) => numeric);

const Rows = ({ table: { id, columns, rows } }: { table: Table }) => (
  <table class={isSmall(columns) ? 'figures' : 'rows'} aria-labelledby={id}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th scope="col" {...classOf(column)}>
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr>
          {columns.map((column, index) => (
            <Field column={column} cell={row[index] ?? { value: null }} first={index === 0} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Field = ({ column, cell, first }: { column: Column; cell: Cell; first: boolean }) =>
  first ? (
    <th scope="row" {...(column.moment ? { class: 'moment' } : {})}>
      <Inside cell={cell} />
    </th>
  ) : (
    <td data-name={column.label} {...classOf(column)}>
      <Inside cell={cell} />
    </td>
  );

/** What stands in a cell was written by others as often as by us: `bdi` keeps its direction to itself. */
const Inside = ({ cell }: { cell: Cell }) => {
  if (cell.state !== undefined) return <State kind={cell.state}>{shownIn(cell)}</State>;
  if (cell.href !== undefined)
    return (
      <a href={cell.href} dir="auto">
        {shownIn(cell)}
      </a>
    );
  return <bdi>{shownIn(cell)}</bdi>;
};
