// What letting go of an account's mail does: it is read no more. What was read stays, with the time it covers.
import type { Account } from '../../domain/meeting/calendar.ts';
import type { Change, LedgerReader } from '../../ledger/ledger.ts';

export async function planForgetMail(ledger: LedgerReader, { id, address }: Account): Promise<Change[]> {
  const mailboxes = (await ledger.getAll('mailboxes')).filter(({ account }) => account === id);
  if (mailboxes.length === 0) return [];
  const sources = (await ledger.getAll('sources')).filter(
    (each) => isOfAccount(each.source) && each.address === address,
  );
  return [
    ...mailboxes.map((mailbox): Change => ({ list: 'mailboxes', remove: mailbox.id })),
    ...sources.flatMap((source): Change[] => {
      const { blindSince, ...rest } = source;
      // Nobody is told any more that it can't be read: that is as its owner wants it.
      return blindSince ? [{ list: 'sources', put: rest }] : [];
    }),
  ];
}

/** Sources of mail that are neither a page nor a file. */
function isOfAccount(source: string): boolean {
  return source === 'gmail' || source.endsWith('-mail');
}
