import { useId } from 'preact/hooks';
import { IconButton } from '../../../ui/Button.tsx';
import type { FieldsProps } from './field-props.ts';

/** What is to do until the next meeting: Enter adds one. It heads the next entry. */
export function HomeworkField({ state, set }: Pick<FieldsProps, 'state' | 'set'>) {
  const id = useId();
  const { homework, homeworkText } = state;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const text = homeworkText.trim();
    if (text !== '') set({ homework: [...homework, text], homeworkText: '' });
  };
  return (
    <section class="topics" aria-label="To do until next time">
      <label class="legend" for={id}>
        To do until next time
      </label>
      {homework.length > 0 ? (
        <ol class="entry-list">
          {homework.map((text, at) => (
            <li key={`${at} ${text}`} class="entry-item">
              <bdi class="entry-words">{text}</bdi>
              <IconButton
                icon="close"
                label={`Remove ${text}`}
                onClick={() => set({ homework: homework.filter((_, index) => index !== at) })}
              />
            </li>
          ))}
        </ol>
      ) : null}
      <input
        id={id}
        class="input"
        dir="auto"
        autocomplete="off"
        placeholder="Enter adds it"
        value={homeworkText}
        onInput={(event) => set({ homeworkText: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
    </section>
  );
}
