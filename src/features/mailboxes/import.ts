// Messages that a file brings, as changes.
import type { Message } from '../../domain/thread/message.ts';
import type { Source } from '../../domain/verdict/source.ts';
import type { LedgerWriter, MessageChanges } from '../../ledger/ledger.ts';
import { planSuspects } from './second-address.ts';
import { keepWanted, planWanted, type Wanted } from './wanted.ts';

interface Brought {
  name: string;
  messages: readonly Message[];
  merged: readonly (readonly [string, string])[];
  last?: { from: string; to: string; address?: string | undefined; sent: boolean; received: boolean } | undefined;
}

export async function planImport(
  ledger: LedgerWriter,
  { name, messages, merged, last }: Brought,
  now: string,
): Promise<MessageChanges> {
  const [people, relationships, programmes] = await Promise.all([
    ledger.getAll('people'),
    ledger.getAll('relationships'),
    ledger.getAll('programmes'),
  ]);
  const wanted = planWanted(people, relationships, now, programmes);
  const kept = keepWanted(messages, wanted);
  const put = kept.map((message): Message => {
    const threadId = mergedInto(message.threadId, merged);
    return { ...message, threadId, seenIn: [{ source: 'file', at: now, thread: threadId }] };
  });
  const covered = last && planFileSource(name, last, wanted);
  return {
    put,
    merged,
    with: [
      ...(covered ? [{ list: 'sources' as const, put: covered }] : []),
      ...(await planSuspects(ledger, put, { people, relationships }, now)),
    ],
  };
}

function mergedInto(thread: string, merged: Brought['merged']): string {
  const names = new Set([thread]);
  for (const name of names) for (const [from, into] of merged) if (from === name) names.add(into);
  return [...names].at(-1)!;
}

/** Null for one side alone, which shows no absence. The same file again covers no more than it did. */
function planFileSource(
  name: string,
  { from, to, address, sent, received }: NonNullable<Brought['last']>,
  { persons }: Wanted,
): Source | null {
  if (!sent || !received) return null;
  const people = persons.map(({ id }) => id).sort();
  return { id: `file ${from} ${to} ${name}`, source: 'file', ...(address && { address }), from, to, people };
}
