import type { Ledger } from '../../../domain/ledger.ts';
import { Table } from '../../../ui/Table.tsx';
import { countLists } from './list-words.ts';

/** How many records of each kind a ledger holds. */
export function CountTable({ ledger, caption }: { ledger: Ledger; caption: string }) {
  const counts = countLists(ledger);
  if (counts.length === 0) return <p class="quiet">Nothing yet.</p>;
  return (
    <Table
      caption={caption}
      rows={counts}
      getKey={({ list }) => list}
      columns={[
        { head: 'Kind', cell: ({ name }) => name },
        { head: 'Records', cell: ({ count }) => count.toLocaleString(), figure: true },
      ]}
    />
  );
}
