import type { ComponentChildren } from 'preact';
import type { Meeting } from '../../../domain/meeting/meeting.ts';
import { composeMinutes, composeNotice, modalityWords, outcomeWords } from '../../log-page/words.ts';
import type { EntrySetting } from './props.ts';
import { ReaderMark } from './ReaderMark.tsx';
import { composeOthers, composeSpan, nameIn } from './words.ts';

interface EntryFactsProps {
  setting: EntrySetting;
  meeting: Meeting;
}

const reviewWords = { done: 'done', carried: 'carried on', dropped: 'dropped' } as const;

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function composeOutcome(setting: EntrySetting, { outcome, countOnly, cancelledBy, noticeHours }: Meeting): string {
  const who = cancelledBy === undefined ? '' : `by ${nameIn(setting, cancelledBy)}`;
  const notice = noticeHours === undefined ? '' : composeNotice({ noticeHours });
  const parts = [outcomeWords[outcome], who, notice, countOnly ? 'counted only' : ''];
  return parts.filter(Boolean).join(', ');
}

/** What stands in an entry, in the order of the sheet. */
export function EntryFacts({ setting, meeting }: EntryFactsProps) {
  const relationship = setting.ledger.relationships.find(({ id }) => id === meeting.relationship);
  const goals = setting.ledger.goals.filter(({ id }) => meeting.goals?.includes(id));
  const { preparationMinutes, modality, sessionType, topics, homework, reviewed = [] } = meeting;
  return (
    <dl class="facts entry-facts">
      <Fact name="When">{composeSpan(meeting, setting.zone)}</Fact>
      <Fact name="With">
        <bdi>{composeOthers(setting, meeting)}</bdi>
      </Fact>
      <Fact name="Outcome">{composeOutcome(setting, meeting)}</Fact>
      {meeting.minutes > 0 ? (
        <Fact name="Time spent">
          {composeMinutes(meeting.minutes)}
          {preparationMinutes ? (
            <span class="quiet">, and {composeMinutes(preparationMinutes)} of preparation</span>
          ) : null}
        </Fact>
      ) : null}
      {modality || sessionType ? (
        <Fact name="How">{[modality && modalityWords[modality], sessionType].filter(Boolean).join(', ')}</Fact>
      ) : null}
      {reviewed.length > 0 ? (
        <Fact name="From last time">
          <ul class="entry-lines">
            {reviewed.map(({ homework: id, text, outcome }) => (
              <li key={id}>
                <bdi>{text}</bdi>, <span class="quiet">{reviewWords[outcome]}</span>
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {topics.length > 0 ? (
        <Fact name="Topics">
          <ul class="entry-lines">
            {topics.map((topic, at) => (
              <li key={`${at} ${topic}`} class={`level-${meeting.topicLevels?.[at] ?? 0}`}>
                <bdi>{topic}</bdi>
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {homework.length > 0 ? (
        <Fact name="To do">
          <ul class="entry-lines">
            {homework.map((text, at) => (
              <li key={`${at} ${text}`}>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {goals.length > 0 ? <Fact name="Goals">{goals.map(({ text }) => text).join('; ')}</Fact> : null}
      {meeting.sharedNote ? (
        <Fact name="Shared note">
          <p class="note-text" dir="auto">
            {meeting.sharedNote}
          </p>
          <ReaderMark reader="ours" role={relationship?.role} />
        </Fact>
      ) : null}
      {meeting.privateNote ? (
        <Fact name="Private note">
          <p class="note-text" dir="auto">
            {meeting.privateNote}
          </p>
          <ReaderMark reader="mine" role={relationship?.role} />
        </Fact>
      ) : null}
    </dl>
  );
}
