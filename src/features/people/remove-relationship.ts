// Ending a relationship in the ledger: it goes with all that was kept under it. Its people stay.
import type { Ledger, ListName } from '../../domain/ledger.ts';
import type { Change } from '../../ledger/ledger.ts';

const kept = [
  'contacts',
  'meetings',
  'amendments',
  'withdrawals',
  'programmeEvents',
  'goals',
  'homework',
] as const satisfies readonly ListName[];

/** `ledger` may do without messages, events and attachments: scans are found by the signatures that name them. */
export function planRemoveRelationship(ledger: Ledger, id: string): Change[] {
  return [
    ...kept.flatMap((list) =>
      ledger[list].filter((record) => record.relationship === id).map((record) => ({ list, remove: record.id })),
    ),
    ...findScans(ledger, id).map((scan) => ({ list: 'attachments' as const, remove: scan })),
    ...leaveAway(ledger, id),
    { list: 'relationships', remove: id },
  ];
}

function findScans({ meetings }: Ledger, id: string): string[] {
  const own = meetings.filter(({ relationship }) => relationship === id);
  return own.flatMap(({ signatures }) => signatures.flatMap(({ attachment }) => attachment ?? []));
}

/** An absence that was for this relationship alone goes, and so do the notices of it. */
function leaveAway({ away, notices }: Ledger, id: string): Change[] {
  return away
    .filter((absence) => absence.relationships.includes(id))
    .flatMap((absence): Change[] => {
      const relationships = absence.relationships.filter((each) => each !== id);
      if (relationships.length > 0) return [{ list: 'away', put: { ...absence, relationships } }];
      const told = notices.filter((notice) => notice.away === absence.id);
      return [
        { list: 'away', remove: absence.id },
        ...told.map((notice) => ({ list: 'notices' as const, remove: notice.id })),
      ];
    });
}
