import type { ComponentChildren } from 'preact';
import type { AwayPlan } from '../../../domain/away/plan.ts';
import { composeSpan } from '../../deadlines/away-words.ts';
import { describeTime } from '../../deadlines/words.ts';
import { findDueInside } from '../find-inside.ts';
import { type AwaySetting, nameOf } from './props.ts';

function Group({ title, children }: { title: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null;
  return (
    <div class="away-programme">
      <h4 class="away-programme-name">{title}</h4>
      <ul class="plain-list">{children}</ul>
    </div>
  );
}

/** Meetings, answers that fall due and dates of the programme within the absence. */
export function AwayInside({ plan, setting }: { plan: AwayPlan; setting: AwaySetting }) {
  const { now, zone } = setting.overview;
  const due = findDueInside(plan.away, setting.overview);
  const isEmpty = plan.meetings.length + due.length + plan.dates.length === 0;
  return (
    <section class="away-part" aria-label="What falls inside">
      <h3 class="part-title">What falls inside</h3>
      {isEmpty ? <p class="small quiet">Nothing that is known yet.</p> : null}
      <Group title="Meetings">
        {plan.meetings.map(({ meeting }) => (
          <li key={meeting.meeting}>
            <bdi>{meeting.people.map((id) => nameOf(setting, id)).join(', ') || meeting.title}</bdi>
            <span class="quiet"> · {describeTime(meeting.start, now, zone)}</span>
          </li>
        ))}
      </Group>
      <Group title="Due then">
        {due.map(({ key, mentee, title, mark }) => (
          <li key={key}>
            <bdi>{mentee}</bdi>: <bdi>{title}</bdi>
            <span class="quiet"> · {describeTime(mark.due!, now, zone)}</span>
          </li>
        ))}
      </Group>
      <Group title="Dates of the programme">
        {plan.dates.map(({ event, name, window, mentee }) => (
          <li key={`${event} ${mentee} ${window!.from}`}>
            <bdi>{name}</bdi>
            <span class="quiet"> · {composeSpan(window!.from, window!.to)}</span>
          </li>
        ))}
      </Group>
    </section>
  );
}
