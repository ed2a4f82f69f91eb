// What happens to entries of the meeting log from a page: a panel opens, or the worker is asked and what came of it is
// told, with a way back.
import { useState } from 'preact/hooks';
import type { EventPrint, Meeting, MeetingChange } from '../domain/meeting/meeting.ts';
import type { Suggestion } from '../domain/meeting/suggest.ts';
import { composeRefusal, draftTyped, type RefusalReach } from '../features/meeting-log/compose-draft.ts';
import type { EntryUndo } from '../features/meeting-log/contract.ts';
import { composePrint } from '../features/meeting-log/differs.ts';
import { composeEntryFailure } from '../features/meeting-log/views/failure-words.ts';
import type { FormOutcome } from '../features/meeting-log/views/form-state.ts';
import type { GhostAct } from '../features/meeting-log/views/ghost-acts.ts';
import { composeHeld, type Ghost } from '../features/meeting-log/views/ghosts.ts';
import type { AmendFormProps, EntryInput, EntrySetting, SignEntryProps } from '../features/meeting-log/views/props.ts';
import { composeOthers } from '../features/meeting-log/views/words.ts';
import type { Answer } from '../messages/contract.ts';
import type { PageDeps } from './page-deps.ts';
import type { Asking } from './use-asking.ts';

export type EntryPanel =
  | { kind: 'form'; draft: Meeting; eventTitle?: string | undefined; outcome?: FormOutcome | undefined }
  | { kind: 'entry' | 'sign'; meeting: string }
  | { kind: 'amend'; meeting: string; change?: MeetingChange; print?: EventPrint }
  | { kind: 'scan'; attachment: string }
  | { kind: 'refuse'; suggestion: Suggestion };

export interface Entries {
  panel: EntryPanel | null;
  open: (panel: EntryPanel | null) => void;
  /** Opens an empty form; nothing where there is no relationship yet. */
  add: (setting: EntrySetting) => void;
  act: (ghost: Ghost, act: GhostAct, setting: EntrySetting) => void;
  save: (input: EntryInput) => void;
  remove: (meeting: Meeting) => void;
  sign: (meeting: Meeting, ...made: Parameters<SignEntryProps['onSign']>) => void;
  amend: (
    panel: { meeting: string; print?: EventPrint },
    by: string,
    ...said: Parameters<AmendFormProps['onAmend']>
  ) => void;
  unconfirm: (meeting: Meeting, message: string) => void;
  keep: (meeting: Meeting, print: EventPrint) => void;
  follow: (meeting: Meeting, change: MeetingChange, print: EventPrint) => void;
  refuse: (suggestion: Suggestion, reach: RefusalReach) => void;
}

export function useEntries(deps: PageDeps, asking: Asking): Entries {
  const [panel, open] = useState<EntryPanel | null>(null);
  const { ask } = deps;

  const settle = async <T>(answer: Promise<Answer<T>>, text: string, undo?: (value: T) => Promise<Answer<null>>) => {
    const given = await answer;
    if (!given.ok) asking.fail(composeEntryFailure(given));
    else asking.show({ text, ...(undo && { undo: () => void settle(undo(given.value), 'Taken back') }) });
    return given.ok;
  };
  const takeBack = ({ undo }: { undo: EntryUndo }) => ask('meeting.undo', { undo });
  const save = (input: EntryInput, text: string) => settle(ask('meeting.save', input), text, takeBack);
  /** One key: saved as it was planned, and the list stays. */
  const saveAtOnce = (meeting: Meeting, before: Meeting | null, text: string) =>
    void save({ meeting, reviewed: [], before }, text);

  const act: Entries['act'] = (ghost, kind, setting) => {
    const { meeting } = ghost;
    const before = ghost.kind === 'suggestion' ? null : meeting;
    const who = composeOthers(setting, meeting);
    const eventTitle = ghost.kind === 'suggestion' ? ghost.suggestion.event.title : undefined;
    const openForm = (outcome: FormOutcome) => open({ kind: 'form', draft: composeHeld(ghost), eventTitle, outcome });
    if (ghost.kind === 'differs') {
      if (kind === 'keep') void keep(meeting, composePrint(ghost.event));
      else open({ kind: 'entry', meeting: meeting.id });
    } else if (kind === 'held') saveAtOnce(composeHeld(ghost), before, `Logged: held with ${who}`);
    else if (kind === 'count')
      saveAtOnce({ ...composeHeld(ghost), countOnly: true }, before, `Counted: held with ${who}`);
    else if (kind === 'no-show')
      saveAtOnce({ ...meeting, outcome: 'no-show', minutes: 0 }, before, `Logged: no-show with ${who}`);
    else if (kind === 'refuse' && ghost.kind === 'suggestion') open({ kind: 'refuse', suggestion: ghost.suggestion });
    else openForm(kind === 'cancelled' || kind === 'moved' ? kind : 'held');
  };
  const keep: Entries['keep'] = (meeting, print) =>
    void settle(ask('meeting.keepDespite', { meeting: meeting.id, print }), 'The entry stays as it is');

  return {
    panel,
    open: (next) => {
      asking.clear();
      open(next);
    },
    add: ({ ledger, now }) => {
      const [relationship] = ledger.relationships;
      if (relationship) open({ kind: 'form', draft: draftTyped(relationship, `typed ${crypto.randomUUID()}`, now) });
    },
    act,
    save: async (input) => {
      const saved = await save(input, input.meeting.outcome === 'planned' ? 'Planned' : 'Saved in the log');
      if (saved) open(input.meeting.outcome === 'held' ? { kind: 'entry', meeting: input.meeting.id } : null);
    },
    remove: async ({ id }) => {
      if (await settle(ask('meeting.remove', { meeting: id }), 'Removed from the log', takeBack)) open(null);
    },
    sign: async (meeting, signature, attachment) => {
      const input = { meeting: meeting.id, signature, ...(attachment && { attachment }) };
      await settle(ask('meeting.sign', input), 'Signed. The entry is closed');
    },
    amend: async ({ meeting, print }, by, reason, change) => {
      const isDone = await settle(ask('meeting.amend', { meeting, by, reason, change }), 'Amended');
      if (isDone && print) await ask('meeting.keepDespite', { meeting, print });
      if (isDone) open({ kind: 'entry', meeting });
    },
    unconfirm: (meeting, message) =>
      void settle(ask('meeting.unconfirm', { meeting: meeting.id, message }), 'That answer signs nothing now'),
    keep,
    follow: (meeting, change, print) => {
      if (meeting.signatures.length > 0) return open({ kind: 'amend', meeting: meeting.id, change, print });
      const next = { ...meeting, ...(change as Partial<Meeting>), eventPrint: print };
      const reviewed = (meeting.reviewed ?? []).map(({ homework: id, outcome }) => ({ id, outcome }));
      void save({ meeting: next, reviewed, before: meeting }, 'The entry says what the calendar says');
    },
    refuse: async (suggestion, reach) => {
      const refusal = composeRefusal(suggestion, reach, deps.now());
      const undo = () => ask('suggestion.unrefuse', { refusal: refusal.id });
      if (await settle(ask('suggestion.refuse', { refusal }), composeLearned(suggestion, reach), undo)) open(null);
    },
  };
}

function composeLearned({ event: { title } }: Suggestion, reach: RefusalReach): string {
  if (reach === 'title') return `Nothing called “${title}” is suggested any more`;
  return reach === 'series'
    ? `The series “${title}” is not suggested any more`
    : `“${title}” is not suggested any more`;
}

/** The panel's title. */
export function composeEntryTitle(panel: EntryPanel, setting: EntrySetting): string {
  if (panel.kind === 'refuse') return 'Not a mentoring meeting';
  if (panel.kind === 'scan') return 'Signed page';
  if (panel.kind === 'form') {
    const isNew = !setting.ledger.meetings.some(({ id }) => id === panel.draft.id);
    return isNew && panel.draft.event === undefined ? 'Add a meeting' : composeOthers(setting, panel.draft);
  }
  const meeting = setting.ledger.meetings.find(({ id }) => id === panel.meeting);
  const who = meeting ? composeOthers(setting, meeting) : 'Entry';
  return panel.kind === 'sign' ? `Sign: ${who}` : panel.kind === 'amend' ? `Amend: ${who}` : who;
}
