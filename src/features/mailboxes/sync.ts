// Reading connected mail, in slices that end before a worker does. What a slice leaves undone stands in the records.
import type { Account } from '../../domain/meeting/calendar.ts';
import type { Source } from '../../domain/verdict/source.ts';
import { runSteps, SLICE } from '../calendars/run-steps.ts';
import { type Blind, findBlind, isBlindNow } from './cover.ts';
import type { MailboxesDeps } from './deps.ts';
import { findDue, findNext, type MailDue, type MailFacts } from './plan-sync.ts';
import { type MailSlice, mailSessions, takeStep } from './sync-step.ts';
import { planWanted } from './wanted.ts';

type Deps = Pick<MailboxesDeps, 'open' | 'now' | 'providers'>;

/** When there is next something to read or to say; undefined when there is nothing until somebody acts. */
export async function findNextMail(deps: Deps): Promise<string | undefined> {
  const facts = await readFacts(deps);
  return findNext(facts, deps.now(), facts.blind);
}

/** Takes steps for so many seconds or until nothing is due; resolves to when there is next something to do. */
export async function syncMailSlice(deps: MailboxesDeps, seconds = SLICE): Promise<string | undefined> {
  const end = Date.parse(deps.now()) + seconds * 1000;
  const { wanted } = await readFacts(deps);
  const slice: MailSlice = { end, sessions: mailSessions(), wanted };
  await runSteps<MailDue>({
    isTime: (due) => Date.parse(deps.now()) < end || (due !== null && slice.ahead?.of === due.mailbox),
    find: async () => findDue({ ...(await readFacts(deps)), wanted }, deps.now()),
    take: (due) => takeStep(deps, due, slice),
  });
  await markBlind(deps);
  return findNextMail(deps);
}

/** What could not be read for longer than it takes to read it again is no longer seen, and verdicts are to know. */
async function markBlind(deps: Deps): Promise<void> {
  const { blind } = await readFacts(deps);
  const now = blind.filter((each) => isBlindNow(each, deps.now()));
  if (now.length === 0) return;
  const puts = now.map(({ source, since }): Source => ({ ...source, blindSince: since }));
  await (await deps.open()).apply(puts.map((put) => ({ list: 'sources', put })));
}

async function readFacts(deps: Deps): Promise<MailFacts & { blind: Blind[] }> {
  const ledger = await deps.open();
  const [accounts, mailboxes] = await Promise.all([ledger.getAll('accounts'), ledger.getAll('mailboxes')]);
  const isNone = mailboxes.length === 0;
  const [people, relationships, sources, programmes] = await Promise.all([
    isNone ? [] : ledger.getAll('people'),
    isNone ? [] : ledger.getAll('relationships'),
    isNone ? [] : ledger.getAll('sources'),
    isNone ? [] : ledger.getAll('programmes'),
  ]);
  const nameOf = ({ provider }: Account) => deps.providers.find((each) => each.provider === provider)?.mail?.source;
  return {
    accounts,
    mailboxes,
    wanted: planWanted(people, relationships, deps.now(), programmes),
    blind: findBlind(accounts, mailboxes, sources, nameOf),
  };
}
