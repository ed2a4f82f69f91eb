import type { Homework } from '../../../domain/goal/goal.ts';
import type { Reviewed } from '../../../domain/meeting/meeting.ts';
import type { FieldsProps } from './field-props.ts';
import { nameIn } from './words.ts';

const outcomes: { outcome: Reviewed['outcome']; text: string }[] = [
  { outcome: 'done', text: 'Done' },
  { outcome: 'carried', text: 'Carried on' },
  { outcome: 'dropped', text: 'Dropped' },
];

type Props = Pick<FieldsProps, 'setting' | 'state' | 'set'> & { heading: Homework[] };

/** What was to do until now, and what became of it. What is left untouched stays to do. */
export function ReviewFields({ setting, heading, state, set }: Props) {
  return (
    <section class="review" aria-label="From last time">
      <h2 class="legend">From last time</h2>
      {heading.map(({ id, text, mentee }) => (
        <fieldset key={id} class="review-item">
          <legend class="review-text">
            <bdi>{text}</bdi>
            {mentee ? <span class="quiet small"> {nameIn(setting, mentee)}</span> : null}
          </legend>
          <div class="segments">
            {outcomes.map(({ outcome, text: words }) => (
              <label key={outcome} class="segment">
                <input
                  type="radio"
                  name={`review-${id}`}
                  checked={state.reviewed[id] === outcome}
                  onChange={() => set({ reviewed: { ...state.reviewed, [id]: outcome } })}
                />
                <span>{words}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  );
}
