import { useState } from 'preact/hooks';
import type { Meeting } from '../../../domain/meeting/meeting.ts';
import { parseLocalInput } from '../../../ui/dates.ts';
import { isOverCoffee as checkCoffee } from '../coffee.ts';
import { composeEntry, type FormState, findHeading, findProblems, type Problems, readForm } from './form-state.ts';
import type { EntryFormProps } from './props.ts';

export interface EntryForm {
  state: FormState;
  set: (change: Partial<FormState>) => void;
  /** Said after the first try to save. */
  problems: Problems;
  heading: ReturnType<typeof findHeading>;
  /** It has not been yet, or is being added: there is something to think of before it. */
  isComing: boolean;
  /** The two before it name neither topic nor goal. */
  isOverCoffee: boolean;
  save: (more?: Partial<Meeting>) => void;
}

export function useEntryForm({ draft, setting, outcome, onSave }: EntryFormProps): EntryForm {
  const [state, setState] = useState(() => ({ ...readForm(draft, setting), ...(outcome && { outcome }) }));
  const [isTried, setTried] = useState(false);
  const heading = findHeading(draft, state, setting);
  const found = findProblems(state, setting);
  const stored = setting.ledger.meetings.find(({ id }) => id === draft.id) ?? null;
  const isAdded = stored === null && draft.event === undefined;
  const start = parseLocalInput(state.start, setting.zone) ?? draft.start;
  const save: EntryForm['save'] = (more) => {
    setTried(true);
    if (Object.keys(found).length > 0) return;
    const reviewed = heading.flatMap(({ id }) => {
      const outcome = state.reviewed[id];
      return outcome ? [{ id, outcome }] : [];
    });
    onSave({ meeting: { ...composeEntry(state, draft, setting), ...more }, reviewed, before: stored });
  };
  return {
    state,
    set: (change) => setState((before) => ({ ...before, ...change })),
    problems: isTried ? found : {},
    heading,
    isComing: isAdded || (draft.outcome === 'planned' && draft.start > setting.now),
    isOverCoffee:
      (stored === null || stored.outcome === 'planned') &&
      checkCoffee(setting.ledger, {
        id: draft.id,
        relationship: state.relationship,
        start,
        attendees: state.attendees,
      }),
    save,
  };
}
