// What the worker serves: every feature's contract with its handlers. A new one is one line in the list.
import type { Ledger } from '../../domain/ledger.ts';
import { away } from '../../features/away/contract.ts';
import { handovers } from '../../features/away/handover-contract.ts';
import { handoverHandlers } from '../../features/away/handover-worker.ts';
import { type AwayHandlerDeps, awayHandlers } from '../../features/away/worker.ts';
import { calendars } from '../../features/calendars/contract.ts';
import { type CalendarsHandlerDeps, calendarsHandlers } from '../../features/calendars/worker.ts';
import { deadlines } from '../../features/deadlines/contract.ts';
import { deadlinesHandlers } from '../../features/deadlines/worker.ts';
import { mailboxes } from '../../features/mailboxes/contract.ts';
import { type MailboxesHandlerDeps, mailboxesHandlers } from '../../features/mailboxes/worker.ts';
import { meetingLog } from '../../features/meeting-log/contract.ts';
import { meetingLogHandlers } from '../../features/meeting-log/worker.ts';
import { people } from '../../features/people/contract.ts';
import { peopleHandlers } from '../../features/people/worker.ts';
import { settings } from '../../features/settings/contract.ts';
import { settingsHandlers } from '../../features/settings/worker.ts';
import type { Contract, Handlers } from '../../messages/contract.ts';
import { type CallContext, type Served, served } from '../../messages/serve.ts';
import { isBuiltIn } from '../../programmes/index.ts';
import { awayPage } from '../away-page/contract.ts';
import { type AwayPageDeps, awayPageHandlers } from '../away-page/worker.ts';
import { mailLinks } from '../mail-links.ts';
import { sourceName } from '../source-name.ts';
import type { Extension } from './extension.ts';
import { mailPage, mailPageHandlers } from './page-parts.ts';
import { seeSentInMail, seeSentOnPages } from './see-sent.ts';

export interface ContractDeps extends CalendarsHandlerDeps, MailboxesHandlerDeps, AwayHandlerDeps {
  scripting: Extension['scripting'];
  awayPage: AwayPageDeps;
  readBackup(text: string): Ledger;
  refreshSites(): Promise<string[]>;
}

export function servedContracts(deps: ContractDeps): Served[] {
  return [
    served(
      deadlines,
      perCall(deadlines, ({ request }) =>
        seeSentOnPages(deadlinesHandlers({ ...deps, newId: makeIds(request), nameOf }), deps),
      ),
    ),
    served(calendars, calendarsHandlers(deps)),
    served(mailboxes, mailboxesHandlers({ ...deps, open: seeSentInMail(deps) })),
    served(away, awayHandlers(deps)),
    served(handovers, handoverHandlers(deps)),
    served(awayPage, awayPageHandlers(deps.awayPage)),
    served(meetingLog, meetingLogHandlers(deps)),
    served(people, peopleHandlers({ ...deps, isBuiltIn })),
    served(settings, forgetTokensToo(settingsHandlers(deps), deps)),
    served(mailPage, mailPageHandlers(deps.scripting)),
  ];
}

const nameOf = (source: string) => sourceName(mailLinks, source);

/** What is erased leaves no key to an account behind. */
function forgetTokensToo(
  handlers: Handlers<typeof settings, CallContext>,
  { tokens }: ContractDeps,
): Handlers<typeof settings, CallContext> {
  return {
    ...handlers,
    async 'ledger.erase'(input, context) {
      await tokens.clear();
      return handlers['ledger.erase'](input, context);
    },
  };
}

/** Gives each call handlers of its own, so that what they make can follow from the call alone. */
function perCall<C extends Contract>(
  contract: C,
  make: (context: CallContext) => Handlers<C, CallContext>,
): Handlers<C, CallContext> {
  const names = Object.keys(contract) as (keyof C)[];
  const handle = (name: keyof C) => (input: never, context: CallContext) => make(context)[name](input, context);
  return Object.fromEntries(names.map((name) => [name, handle(name)])) as unknown as Handlers<C, CallContext>;
}

/** The same ids for every repetition of one call: what was stored and not acknowledged is not stored again. */
function makeIds(request: string): () => string {
  let made = 0;
  return () => `${request}-${made++}`;
}
