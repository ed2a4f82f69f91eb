// The scans that the signatures of a sheet's entries rest on.
import type { Ledger } from '../../domain/ledger.ts';
import type { Attachment } from '../../domain/meeting/meeting.ts';
import type { SheetRequest } from './address.ts';
import { chooseEntries } from './choose-entries.ts';

export async function readScans(
  ledger: Ledger,
  request: SheetRequest,
  readAttachment: (id: string) => Promise<Attachment | undefined>,
): Promise<Attachment[]> {
  const relationship = ledger.relationships.find(({ id }) => id === request.relationship);
  if (!relationship) return [];
  const entries = chooseEntries(ledger, relationship, request);
  const ids = entries.flatMap(({ stored }) => stored.signatures.flatMap(({ attachment }) => attachment ?? []));
  const read = await Promise.all([...new Set(ids)].map(readAttachment));
  return read.filter((each) => each !== undefined);
}
