// Saves what a speed session leaves, people before entries, and takes it back in the other order. Every record has an id
// of the session's, so that saving again after a failure makes nothing twice.
import { composeEntryFailure } from '../../features/meeting-log/views/failure-words.ts';
import type { SpeedPlan } from '../../features/speed-session/plan-entries.ts';
import type { Answer } from '../../messages/contract.ts';
import type { SmallDesk } from './log-desk.ts';

type Step = () => Promise<Answer<unknown>>;

/** Resolves to whether all was saved. */
export async function saveSpeed({ deps, asking }: SmallDesk, plan: SpeedPlan): Promise<boolean> {
  const { people, relationships, meetings } = plan;
  const saving: Step[] = meetings.map((meeting) => () => deps.ask('meeting.save', { meeting, reviewed: [] }));
  if (people.length + relationships.length > 0)
    saving.unshift(() => deps.ask('people.save', { people, relationships }));
  const failed = await runAll(saving);
  if (failed) asking.fail(composeEntryFailure(failed));
  else
    asking.show({
      text: 'Saved in the log: one entry for each role',
      undo: () => void takeBack({ deps, asking }, plan),
    });
  return failed === null;
}

async function takeBack({ deps, asking }: Pick<SmallDesk, 'deps' | 'asking'>, { meetings, made }: SpeedPlan) {
  const { relationship, person, before } = made;
  const failed = await runAll([
    ...meetings.map(
      ({ id }): Step =>
        () =>
          deps.ask('meeting.undo', { undo: { meeting: id, before: null } }),
    ),
    ...(relationship === undefined ? [] : [() => deps.ask('relationships.remove', { relationship })]),
    ...(before ? [() => deps.ask('people.save', { people: [], relationships: [before] })] : []),
    ...(person === undefined ? [] : [() => deps.ask('people.remove', { person })]),
  ]);
  if (failed) asking.fail(composeEntryFailure(failed));
  else asking.tell('Taken back');
}

/** One after the other, up to the first that fails; null when none did. */
async function runAll(steps: readonly Step[]): Promise<Extract<Answer<unknown>, { ok: false }> | null> {
  for (const step of steps) {
    const answer = await step();
    if (!answer.ok) return answer;
  }
  return null;
}
