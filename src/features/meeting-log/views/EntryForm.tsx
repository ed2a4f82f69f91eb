import { useEffect, useRef } from 'preact/hooks';
import { Button, Key } from '../../../ui/Button.tsx';
import { AttendeeFields } from './AttendeeFields.tsx';
import { BeforeMeeting } from './BeforeMeeting.tsx';
import { HomeworkField } from './HomeworkField.tsx';
import { ManyFields } from './ManyFields.tsx';
import { NoteFields } from './NoteFields.tsx';
import { OutcomeFields } from './OutcomeFields.tsx';
import type { EntryFormProps } from './props.ts';
import { ReviewFields } from './ReviewFields.tsx';
import { TopicsField } from './TopicsField.tsx';
import { useEntryForm } from './use-entry-form.ts';
import { WhenFields } from './WhenFields.tsx';

/** An entry: what was left to do heads it; what takes a second stands first, all else under it. Ctrl+Enter saves. */
export function EntryForm(props: EntryFormProps) {
  const { setting, draft, eventTitle, onCancel } = props;
  const ref = useRef<HTMLFormElement>(null);
  const form = useEntryForm(props);
  const { state, set, problems, heading, isComing, isOverCoffee, save } = form;
  const relationship = setting.ledger.relationships.find(({ id }) => id === state.relationship);
  const isHeld = state.outcome === 'held' || state.outcome === 'moved';
  useEffect(() => {
    const first = state.attendees.length === 0 ? '.attendees input' : '.topic-input input, [name=notice]';
    ref.current?.querySelector<HTMLElement>(first)?.focus();
  }, []);
  useEffect(() => {
    if (Object.keys(problems).length > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [Object.keys(problems).length]);

  const onSubmit = (event: Event) => {
    event.preventDefault();
    save();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  const isBare = state.topics.length === 0 && state.topicText === '' && state.homework.length === 0;
  return (
    <form class="form entry-form" ref={ref} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {eventTitle ? (
        <p class="quiet small cut">
          From the calendar: <bdi>“{eventTitle}”</bdi>
        </p>
      ) : null}
      {isComing ? (
        <BeforeMeeting
          setting={setting}
          relationship={state.relationship}
          attendees={state.attendees}
          taken={state.topics.map(({ text }) => text)}
          onTopic={(text) => set({ topics: [...state.topics, { text, level: 0 }] })}
        />
      ) : null}
      {isOverCoffee ? <p class="quiet small">The last two meetings name no topic or goal.</p> : null}
      {heading.length > 0 && isHeld ? (
        <ReviewFields setting={setting} heading={heading} state={state} set={set} />
      ) : null}
      <OutcomeFields setting={setting} draft={draft} state={state} set={set} problems={problems} />
      <AttendeeFields setting={setting} draft={draft} state={state} set={set} problems={problems} />
      {isHeld ? <TopicsField setting={setting} state={state} set={set} /> : null}
      {isHeld ? <HomeworkField state={state} set={set} /> : null}
      <WhenFields draft={draft} state={state} set={set} problems={problems} />
      {isHeld ? <ManyFields setting={setting} state={state} set={set} problems={problems} /> : null}
      <NoteFields state={state} set={set} role={relationship?.role} />
      <div class="form-actions entry-actions">
        <Button kind="primary" type="submit" aria-keyshortcuts="Control+Enter">
          Save
        </Button>
        {isBare && isHeld && draft.outcome === 'held' ? (
          <Button onClick={() => save({ countOnly: true })}>Just count it</Button>
        ) : null}
        {onCancel ? <Button onClick={onCancel}>Cancel</Button> : null}
        <span class="quiet small push" aria-hidden="true">
          <Key>Ctrl</Key> <Key>Enter</Key> saves
        </span>
      </div>
    </form>
  );
}
