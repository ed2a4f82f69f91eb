import { findTold } from '../../../domain/away/done.ts';
import type { AwayPlan, Task } from '../../../domain/away/plan.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeStamp } from '../../../ui/dates.ts';
import { Check } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { MailTask } from './MailTask.tsx';
import { MessageTask } from './MessageTask.tsx';
import { type AwayViewProps, nameOf } from './props.ts';

type ChecklistProps = AwayViewProps & { plan: AwayPlan };
type DoneProps = AwayViewProps & { task: Task };

/** What was done, in a few words, and when. */
function composeDone({ task, away, setting }: DoneProps): string {
  const { zone } = setting.overview;
  if (task.kind === 'auto-message') return `Automatic message set, ${composeStamp(away.autoMessage!.at, zone)}`;
  const names = task.people.map((person) => nameOf(setting, person));
  if (task.kind === 'move-meeting') return `Meeting with ${names.join(', ') || task.meeting?.title} seen to`;
  const who = names.length > 2 ? `${names.length} mentees` : names.join(' and ');
  const told = findTold(away, setting.small.notices);
  const last = task.people
    .map((person) => told.get(person)?.at ?? '')
    .toSorted()
    .at(-1);
  return `${who} told${last ? `, ${composeStamp(last, zone)}` : ''}`;
}

function DoneRow(props: DoneProps) {
  const { task, away, setting, acts } = props;
  const text = composeDone(props);
  const undo = () => {
    if (task.kind === 'auto-message') acts.unset(away);
    else if (task.meeting) acts.meeting(away, task.meeting.meeting, false);
    else for (const person of task.people) acts.untold(away, person);
  };
  return (
    <li class="away-done">
      <Icon name="tick" />
      <span class="away-done-words">
        <bdi>{text}</bdi>
      </span>
      {task.kind === 'tell-co-mentor'
        ? task.people.map((person) => (
            <Check
              key={person}
              label={
                <>
                  <bdi>{nameOf(setting, person)}</bdi> agreed to cover
                </>
              }
              checked={away.cover?.person === person}
              onCheck={(on) => acts.cover(away, on ? person : null)}
            />
          ))
        : null}
      <Button kind="plain" aria-label={`Take back: ${text}`} onClick={undo}>
        Take back
      </Button>
    </li>
  );
}

const order: Task['need'][] = ['must', 'expected', 'suggested', 'advice'];

/** What is left to do before leaving, the required first; it empties as things are done. */
export function Checklist({ plan, ...props }: ChecklistProps) {
  const left = plan.tasks.filter(({ done }) => !done).toSorted((a, b) => order.indexOf(a.need) - order.indexOf(b.need));
  const done = plan.tasks.filter((task) => task.done);
  const asked = plan.tasks.filter(({ need }) => need !== 'advice');
  const rest = asked.filter((task) => !task.done).length;
  return (
    <section class="away-part" aria-label="Before you go">
      <h3 class="part-title">
        Before you go{' '}
        {asked.length > 0 ? (
          <span class="section-count">{`${asked.length - rest} of ${asked.length} done`}</span>
        ) : null}
      </h3>
      <div role="status" class="only-read">
        {rest === 0 ? 'Nothing that a programme asks for is left' : `${rest} left`}
      </div>
      {rest === 0 ? (
        <p class="away-clear">
          <Icon name="tick" />{' '}
          {asked.length > 0
            ? 'All that the programmes ask for is done.'
            : 'No programme asks for anything before you go.'}
        </p>
      ) : null}
      <ul class="away-tasks">
        {left.map((task) =>
          task.kind === 'auto-message' ? (
            <MessageTask key={task.id} task={task} {...props} />
          ) : (
            <MailTask key={task.id} task={task} {...props} />
          ),
        )}
      </ul>
      {done.length > 0 ? (
        <ul class="away-dones" aria-label="Done">
          {done.map((task) => (
            <DoneRow key={task.id} task={task} {...props} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
