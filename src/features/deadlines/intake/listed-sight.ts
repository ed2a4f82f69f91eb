// A sight with every address as the ledger lists it: a mentee who writes from `ana+uni@...` is Ana.
import { listedAs } from '../../../domain/people/same-mailbox.ts';
import type { Sight } from '../contract.ts';
import type { Roster } from './roster.ts';

export function withListedAddresses(sight: Sight, { known }: Pick<Roster, 'known'>): Sight {
  const list = listedAs(known);
  const listed = <A extends { email: string }>(address: A): A => ({
    ...address,
    email: list(address.email.toLowerCase()),
  });
  const { rows, thread } = sight;
  const messages = thread?.messages.map((message) => ({
    ...message,
    from: message.from && listed(message.from),
    to: message.to.map(listed),
    cc: message.cc.map(listed),
  }));
  return {
    ...sight,
    rows: rows.map((row) => ({ ...row, senders: row.senders.map(listed) })),
    thread: thread && messages ? { ...thread, messages } : null,
  };
}
