// Ending a relationship in the ledger: it goes with all that was kept under it. Its people stay.
import type { Ledger, ListName } from '../../domain/ledger.ts';
import type { Change } from '../../ledger/ledger.ts';

const kept = ['contacts', 'meetings', 'programmeEvents', 'goals', 'homework'] as const satisfies readonly ListName[];

/** `ledger` may do without messages. */
export function planRemoveRelationship(ledger: Ledger, id: string): Change[] {
  return [
    ...kept.flatMap((list) =>
      ledger[list].filter((record) => record.relationship === id).map((record) => ({ list, remove: record.id })),
    ),
    ...leaveAway(ledger, id),
    { list: 'relationships', remove: id },
  ];
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
