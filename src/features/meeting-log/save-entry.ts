// Saving, removing and bringing back entries, as changes of one transaction. Nothing here writes over a signed entry.
import type { Ledger } from '../../domain/ledger.ts';
import { isClosed } from '../../domain/meeting/chain.ts';
import { Meeting } from '../../domain/meeting/meeting.ts';
import type { Change } from '../../ledger/ledger.ts';
import { CallFailure } from '../../messages/failure.ts';
import { planHomework } from './homework.ts';

/** What saving looks at. */
export type Facts = Pick<Ledger, 'meetings' | 'homework' | 'relationships'>;

export interface SaveInput {
  meeting: Meeting;
  reviewed: { id: string; outcome: 'done' | 'carried' | 'dropped' }[];
  before?: Meeting | null | undefined;
}

export interface SavePlan {
  changes: Change[];
  /** The entry as it was before. */
  before: Meeting | null;
}

/** Throws a CallFailure where it may not be saved. A repetition of what was saved plans nothing new. */
export function planSave(facts: Facts, input: SaveInput): SavePlan {
  checkRelationship(facts, input.meeting);
  const stored = facts.meetings.find(({ id }) => id === input.meeting.id) ?? null;
  const entry = finish(input, stored, facts);
  const isRepeated = stored !== null && isSame(stored, entry);
  if (!isRepeated) checkFree(stored, entry, input.before, facts);
  const before = isRepeated && input.before !== undefined ? input.before : stored;
  return { changes: planChange(facts, stored, entry), before };
}

/** The entry becomes what it is to be, null for none, and homework follows. */
export function planChange(facts: Facts, from: Meeting | null, to: Meeting | null): Change[] {
  const entry = (to ?? from)!;
  const isOfSame = ({ relationship }: { relationship: string }) =>
    relationship === entry.relationship || relationship === from?.relationship;
  const others = facts.meetings.filter((each) => isOfSame(each) && each.id !== entry.id);
  return [
    to ? { list: 'meetings', put: to } : { list: 'meetings', remove: entry.id },
    ...planHomework(from, to, facts.homework.filter(isOfSame), others),
  ];
}

/** The stored entry, where it may still be changed. */
export function getOpenEntry(facts: Pick<Facts, 'meetings'>, id: string): Meeting {
  const stored = facts.meetings.find((each) => each.id === id);
  if (!stored) throw new CallFailure('not-found');
  if (isClosed(stored)) throw new CallFailure('not-allowed', 'signed');
  return stored;
}

function checkRelationship(
  { relationships }: Facts,
  { relationship, cancelledBy, topics, topicLevels }: Meeting,
): void {
  const found = relationships.find(({ id }) => id === relationship);
  if (!found) throw new CallFailure('not-found', 'relationship');
  if (topicLevels && topicLevels.length !== topics.length) throw new CallFailure('bad-input', 'topicLevels');
  const people = [...found.mentors, ...found.mentees, ...(found.faculty ?? []), ...(found.coordinator ?? [])];
  if (cancelledBy !== undefined && !people.includes(cancelledBy)) throw new CallFailure('bad-input', 'cancelledBy');
}

function checkFree(stored: Meeting | null, entry: Meeting, before: SaveInput['before'], { meetings }: Facts): void {
  if (stored && isClosed(stored)) throw new CallFailure('not-allowed', 'signed');
  if (before === null && stored) throw new CallFailure('not-allowed', 'exists');
  if (before && !(stored && isSame(stored, before))) throw new CallFailure('not-allowed', 'changed');
  const isTwin = (each: Meeting) =>
    each.id !== entry.id && each.event === entry.event && each.relationship === entry.relationship;
  if (entry.event !== undefined && meetings.some(isTwin)) throw new CallFailure('not-allowed', 'exists');
}

/** Signatures come by signing alone; fields we do not know stay. */
function finish({ meeting, reviewed }: SaveInput, stored: Meeting | null, { homework }: Facts): Meeting {
  const texts = new Map(homework.map(({ id, text }) => [id, text]));
  const said = reviewed.flatMap(({ id, outcome }) => {
    const text = texts.get(id);
    return text === undefined ? [] : [{ homework: id, text, outcome }];
  });
  const { reviewed: _, ...rest } = meeting;
  const unknown = Object.entries(stored ?? {}).filter(([field]) => !Object.hasOwn(Meeting.shape, field));
  return {
    ...(Object.fromEntries(unknown) as object),
    ...rest,
    signatures: stored?.signatures ?? [],
    ...(said.length > 0 && { reviewed: said }),
  };
}

/** Whether two entries say the same, whatever the order of their fields; those that we do not know are left out. */
export function isSame(a: Meeting, b: Meeting): boolean {
  return toText(a) === toText(b);
}

const toText = (meeting: Meeting) => JSON.stringify(Meeting.parse(meeting));
