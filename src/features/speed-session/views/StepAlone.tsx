import { Button } from '../../../ui/Button.tsx';
import { startTimer } from '../timer.ts';
import { LineInput, LineList } from './LineList.tsx';
import type { StepProps } from './props.ts';
import { Segments } from './Segments.tsx';
import { TimerFace } from './TimerFace.tsx';
import { readerChoices } from './words.ts';

/** As long as the preparation is said to take. */
const lengths = [3, 4, 5] as const;

/** A few minutes alone: goals and questions of the next 6 months, in order. */
export function StepAlone({ session, set, now, other }: StepProps) {
  const { alone, lines, linesFor } = session;
  return (
    <div class="form speed-step">
      <p>Look at your next 6 months. Write down goals and questions, and put what matters most first.</p>
      {alone ? (
        <TimerFace
          label="Time left alone"
          timer={alone}
          now={now}
          next="Finish your list and meet."
          onTimer={(timer) => set({ alone: timer })}
        />
      ) : (
        <fieldset>
          <legend class="legend">Minutes alone</legend>
          <div class="speed-lengths">
            {lengths.map((minutes) => (
              <Button key={minutes} onClick={() => set({ alone: startTimer(minutes, now()) })}>
                Start {minutes} minutes
              </Button>
            ))}
          </div>
        </fieldset>
      )}
      <section class="speed-part" aria-label="The next 6 months">
        <h2 class="legend">The next 6 months</h2>
        <LineList lines={lines} onLines={(next) => set({ lines: next })} />
        <LineInput lines={lines} onLines={(next) => set({ lines: next })} />
      </section>
      <Segments
        legend="Who may read this list, once it is saved"
        value={linesFor}
        choices={readerChoices(other)}
        onChoice={(next) => set({ linesFor: next })}
      />
    </div>
  );
}
