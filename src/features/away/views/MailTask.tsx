import { useState } from 'preact/hooks';
import type { Task } from '../../../domain/away/plan.ts';
import { Button } from '../../../ui/Button.tsx';
import { Check, ChoiceField } from '../../../ui/Field.tsx';
import { describeTime } from '../../deadlines/words.ts';
import type { ReadyMail } from './actions.ts';
import { chooseLocale, composeMail, locales } from './compose-texts.ts';
import { type AwayViewProps, nameOf } from './props.ts';
import { TaskRow } from './TaskRow.tsx';

type MailTaskProps = AwayViewProps & { task: Task };

/** The mail as its readers get it. */
function MailPreview({ mail }: { mail: ReadyMail }) {
  return (
    <section class="away-mail" aria-label="The mail as it will be">
      <dl class="facts small">
        <dt>{mail.bcc.length > 0 ? 'Bcc' : 'To'}</dt>
        <dd>{(mail.bcc.length > 0 ? mail.bcc : mail.to).join(', ') || 'Nobody with an address'}</dd>
        <dt>Subject</dt>
        <dd>
          <bdi>{mail.subject}</bdi>
        </dd>
      </dl>
      <p class="away-mail-text" dir="auto">
        {mail.text}
      </p>
    </section>
  );
}

/** Who was told, one by one: some hear of it in other ways. */
function ToldList({ task, away, setting, acts }: MailTaskProps) {
  if (task.people.length < 2) return null;
  return (
    <details class="away-told">
      <summary>
        Told one by one <span class="section-count">{`${task.told.length} of ${task.people.length}`}</span>
      </summary>
      <div class="check-list">
        {task.people.map((person) => (
          <Check
            key={person}
            label={<bdi>{nameOf(setting, person)}</bdi>}
            checked={task.told.includes(person)}
            onCheck={(on) => (on ? acts.told(away, [person]) : acts.untold(away, person))}
          />
        ))}
      </div>
    </details>
  );
}

function composeTitle({ task, setting }: MailTaskProps): string {
  const names = task.people.map((person) => nameOf(setting, person));
  if (task.kind === 'tell-mentees' && names.length > 2) return `Tell your ${names.length} mentees`;
  if (task.kind === 'move-meeting') return `Move the meeting with ${names.join(', ') || task.meeting?.title}`;
  return `Tell ${names.join(' and ')}`;
}

function composeDetail({ task, setting }: MailTaskProps): string {
  const { now, zone } = setting.overview;
  if (task.meeting) return describeTime(task.meeting.start, now, zone);
  if (task.kind === 'tell-co-mentor') return 'And ask whether they cover for you';
  return task.people.length > 1 ? 'One mail; nobody sees the others' : 'So that they know when to expect an answer';
}

/** Telling somebody: the mail as it will be, opened in the webmail’s own window, and the tick. */
export function MailTask(props: MailTaskProps) {
  const { task, away, setting, acts, actions } = props;
  const [locale, setLocale] = useState(chooseLocale(setting.locale));
  const mail = composeMail(away, task, setting, locale);
  const { writeMail, exportHandover } = actions;
  const isMeeting = task.kind === 'move-meeting';
  const press = () => (task.meeting ? acts.meeting(away, task.meeting.meeting, true) : acts.told(away, task.people));
  return (
    <TaskRow
      title={composeTitle(props)}
      detail={composeDetail(props)}
      need={task.need}
      open="Prepare"
      tick={{ label: isMeeting ? 'Seen to' : 'Told', press }}
    >
      <div class="form">
        <div class="away-language">
          <ChoiceField label="Language and dates" value={locale} choices={locales} onChoice={setLocale} />
        </div>
        <MailPreview mail={mail} />
        <div class="form-actions">
          {writeMail ? (
            <Button kind="primary" onClick={() => void writeMail(away, task, mail)}>
              Write the mail
            </Button>
          ) : null}
          {task.kind === 'tell-co-mentor' && exportHandover ? (
            <Button onClick={() => void exportHandover(away, task.relationship)}>Save the handover sheet</Button>
          ) : null}
        </div>
        {isMeeting ? null : <ToldList {...props} />}
      </div>
    </TaskRow>
  );
}
