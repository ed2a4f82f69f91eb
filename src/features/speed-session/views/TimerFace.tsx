import { Button } from '../../../ui/Button.tsx';
import { pauseTimer, readTimer, resumeTimer, type Timer } from '../timer.ts';
import { useNow } from './use-session.ts';
import { composeAnnouncement, composeClock } from './words.ts';

interface TimerFaceProps {
  label: string;
  timer: Timer;
  now: () => string;
  /** What is to do when it is over, as a sentence. */
  next: string;
  onTimer: (timer: Timer) => void;
}

/** What is left, in figures and as a line that gets shorter. It makes no sound; a screen reader says half and end. */
export function TimerFace({ label, timer, now, next, onTimer }: TimerFaceProps) {
  const isPaused = readTimer(timer, now()).state === 'paused';
  const isOver = readTimer(timer, now()).state === 'over';
  const reading = readTimer(timer, useNow(now, !isPaused && !isOver));
  const share = reading.left / (reading.left + reading.spent);
  return (
    <div class="speed-timer" data-state={reading.state}>
      <p class="speed-clock" role="timer" aria-label={label}>
        {composeClock(reading.left)}
      </p>
      <svg class="speed-line" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class="speed-line-ground" width="100" height="4" />
        <rect class="speed-line-left" width={share * 100} height="4" />
      </svg>
      <div class="speed-timer-foot">
        {isOver ? null : (
          <Button onClick={() => onTimer(isPaused ? resumeTimer(timer, now()) : pauseTimer(timer, now()))}>
            {isPaused ? 'Go on' : 'Pause'}
          </Button>
        )}
        {isPaused ? <p class="small quiet">Paused</p> : null}
        <p class="small quiet" aria-live="polite">
          {composeAnnouncement(reading, next)}
        </p>
      </div>
    </div>
  );
}
