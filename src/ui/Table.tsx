import type { ComponentChildren } from 'preact';

export interface Column<T> {
  head: string;
  cell: (row: T) => ComponentChildren;
  /** Figures stand at the end of their column. */
  figure?: boolean;
}

interface TableProps<T> {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  getKey: (row: T) => string;
  /** True where its rows stand as blocks in a narrow window. */
  stacks?: boolean;
}

/** A table with a caption; the first column heads its row. */
export function Table<T>({ caption, columns, rows, getKey, stacks }: TableProps<T>) {
  return (
    <div class="table-frame">
      <table class={stacks ? 'table table-stacks' : 'table'}>
        <caption class="only-read">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, figure }) => (
              <th key={head} scope="col" class={figure ? 'figure' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={getKey(row)}>
              {columns.map(({ head, cell, figure }, at) =>
                at === 0 ? (
                  <th key={head} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={head} class={figure ? 'figure' : undefined} data-head={head}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
