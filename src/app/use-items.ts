// What happens when an item of the Monday view is acted on: a page opens, a panel opens, or the worker is asked.
import { useState } from 'preact/hooks';
import type { Suspect } from '../domain/people/suspect.ts';
import type { MessageKind } from '../domain/thread/message.ts';
import type { Undo } from '../features/deadlines/contract.ts';
import type { Overview, OverviewItem } from '../features/deadlines/overview.ts';
import type { RestKind } from '../features/deadlines/views/actions.ts';
import { composeLogged, type LogEntry } from '../features/deadlines/views/channels.ts';
import type { LogPerson } from '../features/deadlines/views/log-people.ts';
import type { PageDeps } from './page-deps.ts';
import type { Asking } from './use-asking.ts';

export type ItemPanel =
  | { kind: 'elsewhere' | 'later' | 'why'; item: OverviewItem }
  | { kind: 'log'; item?: OverviewItem }
  | { kind: 'snooze' };

export interface Items {
  deps: PageDeps;
  panel: ItemPanel | null;
  open: (panel: ItemPanel | null) => void;
  act: (item: OverviewItem) => void;
  rest: (item: OverviewItem, kind: RestKind) => void;
  decide: (suspect: Suspect, decision: 'yes' | 'no') => void;
  log: (person: LogPerson, entry: LogEntry) => void;
  answered: (item: OverviewItem, entry: LogEntry) => void;
  remind: (item: OverviewItem, until: string) => void;
  snooze: (until: string | null) => void;
  /** What a person says a message is. */
  correct: (message: string, said: { kind?: MessageKind; asks?: boolean }) => void;
  takeBack: (undo: Undo) => void;
}

export function useItems(deps: PageDeps, asking: Asking): Items {
  const [panel, open] = useState<ItemPanel | null>(null);
  const { ask } = deps;
  const done = (good: Promise<boolean>) => void good.then((ok) => ok && open(null));

  const answered = (item: OverviewItem, { channel, at }: Pick<LogEntry, 'channel' | 'at'>) => {
    const answers = item.action.kind === 'log-answer' ? item.action.answers : (item.message ?? item.key);
    const input = { relationship: item.relationship, mentee: item.menteeId, answers, channel, at };
    done(asking.runUndoable(ask('reply.answeredElsewhere', input), `Answered ${item.mentee}`));
  };
  const rest: Items['rest'] = (item, kind) => {
    if (kind === 'platform') answered(item, { channel: 'platform', at: deps.now() });
    else if (kind === 'not-needed') {
      if (item.message) done(asking.runUndoable(ask('reply.notNeeded', { message: item.message }), 'No reply needed'));
    } else open({ kind, item });
  };
  const act: Items['act'] = (item) => {
    const { action } = item;
    if ('url' in action) deps.openUrl(action.url);
    else if (action.kind === 'log-answer') open({ kind: 'elsewhere', item });
    else if (action.kind === 'log-contact') open({ kind: 'log', item });
    else if (action.kind === 'set-terms') deps.openDashboard(`people/${item.relationship}`);
    else if (action.kind === 'open-dashboard') deps.openDashboard(action.place);
    else open({ kind: 'why', item });
  };
  return {
    deps,
    panel,
    open,
    act,
    rest,
    decide: (suspect, decision) => {
      const call = ask('suspect.decide', { email: suspect.id, decision });
      void asking.runUndoable(call, decision === 'yes' ? 'Thank you, noted' : 'It will not be asked again');
    },
    log: (person, entry) => {
      const { waiting } = person;
      const answers = waiting && entry.made && entry.direction === 'out' ? { answers: waiting.id } : {};
      const call = ask('contact.log', { relationship: person.relationship, with: [person.id], ...entry, ...answers });
      done(asking.runUndoable(call, composeLogged(entry, person.name)));
    },
    answered,
    remind: (item, until) =>
      done(asking.runUndoable(ask('reply.remindLater', { key: item.key, until }), 'You will be reminded then')),
    correct: (message, said) => void asking.runUndoable(ask('message.correct', { message, ...said }), 'Noted'),
    takeBack: ({ list, id }) => void asking.run(ask('fact.undo', { list, id }), 'Taken back'),
    snooze: (until) =>
      done(asking.run(ask('remind.snoozeAll', { until }), until ? 'Reminders wait until then' : 'Reminders are back')),
  };
}

/** Who an item is about, for logging a contact with them. */
export function findPerson(people: LogPerson[], item: OverviewItem | undefined): LogPerson | undefined {
  return item && people.find(({ relationship, id }) => relationship === item.relationship && id === item.menteeId);
}

/** The panel's title. */
export function composePanelTitle(panel: ItemPanel, overview: Overview): string {
  if (panel.kind === 'snooze') return overview.snoozedUntil ? 'Reminders are waiting' : 'Put off all reminders';
  if (panel.kind === 'log') return 'Log a text or call';
  if (panel.kind === 'elsewhere') return `Answered ${panel.item.mentee} elsewhere`;
  if (panel.kind === 'later') return `Remind me about ${panel.item.mentee}`;
  return `Why ${panel.item.mentee} is here`;
}
