// Topics to choose from by typing: those of the programme, and what was talked about before.
import type { Ledger } from '../../domain/ledger.ts';
import { findProgramme } from '../../programmes/index.ts';
import type { Option } from '../../ui/Combobox.tsx';

/** How deep a topic may stand, and so how deep those under it: 0, 1 or 2 (PROGRAMMES M9). */
export const DEEPEST = 2;

export interface Topic {
  text: string;
  level: number;
}

export function findTopics(ledger: Ledger, relationship: string): Option[] {
  const pack = ledger.relationships.find(({ id }) => id === relationship)?.programme;
  const programme = findProgramme(ledger.programmes, pack ?? '');
  const built = [
    ...(programme?.topics ?? []).flatMap(({ group, items }) => items.map((text) => ({ text, note: group }))),
    ...(programme?.optionalTopics ?? []).map((text) => ({ text, note: 'Optional' })),
  ];
  const known = new Set(built.map(({ text }) => text));
  const before = ledger.meetings.filter((each) => each.relationship === relationship).flatMap(({ topics }) => topics);
  const own = [...new Set(before)].filter((text) => !known.has(text));
  return [...built, ...own.map((text) => ({ text, note: 'Talked about before' }))];
}

/** Each at most one level under the one before it. */
export function settleLevels(topics: readonly Topic[]): Topic[] {
  let before = -1;
  return topics.map(({ text, level }) => {
    before = Math.max(0, Math.min(level, before + 1, DEEPEST));
    return { text, level: before };
  });
}
