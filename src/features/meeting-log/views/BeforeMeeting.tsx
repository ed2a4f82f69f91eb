import { useMemo } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { composeBefore } from '../before-meeting.ts';
import type { EntrySetting } from './props.ts';
import { ReaderMark } from './ReaderMark.tsx';

interface BeforeMeetingProps {
  setting: EntrySetting;
  relationship: string;
  attendees: string[];
  /** Takes a topic into the form; left out where there is none. */
  onTopic?: (topic: string) => void;
  /** Topics that stand in the form already. */
  taken?: readonly string[];
}

/** Folded away until it is wanted: something to think of before a meeting, for oneself. Nothing in it is asked back. */
export function BeforeMeeting({ setting, relationship, attendees, onTopic, taken = [] }: BeforeMeetingProps) {
  const { ledger, now } = setting;
  const key = attendees.join(' ');
  const found = useMemo(
    () => composeBefore(ledger, { relationship, attendees }, now),
    [ledger, relationship, key, now.slice(0, 10)],
  );
  if (!found) return null;
  const topic = (text: string) =>
    onTopic && !taken.includes(text) ? (
      <Button kind="plain" onClick={() => onTopic(text)}>
        <span class="only-read">Add the topic: </span>
        {text}
      </Button>
    ) : (
      text
    );
  const list = (topics: readonly string[]) => (
    <ul class="before-topics" data-chosen={onTopic ? '' : undefined}>
      {topics.map((text) => (
        <li key={text}>{topic(text)}</li>
      ))}
    </ul>
  );
  return (
    <details class="before-meeting">
      <summary>
        <span class="before-title">Before the meeting</span> <ReaderMark reader="mine" />
      </summary>
      <div class="before-body">
        {found.prompts.length > 0 ? (
          <ul class="plain-lines">
            {found.prompts.map((prompt) => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ul>
        ) : null}
        {found.gaps.length > 0 ? (
          <>
            <p class="before-head">Not talked about, {found.term}</p>
            <dl class="before-gaps">
              {found.gaps.map(({ group, topics }) => (
                <div key={group} class="before-group">
                  <dt>{group}</dt>
                  <dd>{list(topics)}</dd>
                </div>
              ))}
            </dl>
          </>
        ) : null}
        {found.optional.length > 0 ? (
          <>
            <p class="before-head">Optional topics</p>
            {list(found.optional)}
          </>
        ) : null}
        <p class="small quiet">
          {onTopic ? 'Only a topic that you choose here is kept.' : 'Nothing here is kept or counted.'}
        </p>
      </div>
    </details>
  );
}
