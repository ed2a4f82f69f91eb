import { useMemo } from 'preact/hooks';
import { IconButton } from '../../../ui/Button.tsx';
import { Combobox } from '../../../ui/Combobox.tsx';
import { DEEPEST, findTopics, settleLevels, type Topic } from '../topics.ts';
import type { FieldsProps } from './field-props.ts';

/** Topics by typing: from the programme's list or in one's own words, nested up to three levels. */
export function TopicsField({ setting, state, set }: Pick<FieldsProps, 'setting' | 'state' | 'set'>) {
  const options = useMemo(() => findTopics(setting.ledger, state.relationship), [setting.ledger, state.relationship]);
  const { topics } = state;
  const put = (next: Topic[]) => set({ topics: settleLevels(next) });
  const indent = (at: number, step: number) =>
    put(topics.map((topic, index) => (index === at ? { ...topic, level: topic.level + step } : topic)));
  const add = (text: string, step: number) =>
    set({ topics: settleLevels([...topics, { text, level: (topics.at(-1)?.level ?? 0) + step }]), topicText: '' });
  /** Tab adds what is typed one level under the one before, with Shift one level out; an empty field it leaves. */
  const onKey = (event: KeyboardEvent, active: string | undefined) => {
    const text = active ?? state.topicText.trim();
    if (event.key !== 'Tab' || text === '') return false;
    event.preventDefault();
    add(text, event.shiftKey ? -1 : 1);
    return true;
  };
  return (
    <section class="topics" aria-label="Topics">
      <h2 class="legend">Topics</h2>
      {topics.length > 0 ? (
        <ol class="entry-list">
          {topics.map(({ text, level }, at) => (
            <li key={`${at} ${text}`} class={`entry-item level-${level}`}>
              <bdi class="entry-words">
                {level > 0 ? <span class="only-read">Under the one before: </span> : null}
                {text}
              </bdi>
              {level > 0 ? <IconButton icon="left" label={`Move ${text} out`} onClick={() => indent(at, -1)} /> : null}
              {at > 0 && level < DEEPEST && level <= (topics[at - 1]?.level ?? 0) ? (
                <IconButton icon="right" label={`Put ${text} under the one before`} onClick={() => indent(at, 1)} />
              ) : null}
              <IconButton
                icon="close"
                label={`Remove ${text}`}
                onClick={() => put(topics.filter((_, index) => index !== at))}
              />
            </li>
          ))}
        </ol>
      ) : null}
      <Combobox
        class="topic-input"
        label={topics.length > 0 ? 'Another topic' : 'What you talked about'}
        text={state.topicText}
        onText={(topicText) => set({ topicText })}
        options={options.filter(({ text }) => !topics.some((topic) => topic.text === text))}
        free
        onPick={(text) => add(text, 0)}
        onKey={onKey}
        hint={topics.length > 0 ? 'Enter adds it, Tab adds it under the one before' : undefined}
      />
    </section>
  );
}
