import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Task } from '../../../domain/away/plan.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeNeed } from './words.ts';

interface TaskRowProps {
  title: string;
  /** Who is concerned, or when, in a few words. */
  detail?: string | undefined;
  need: Task['need'];
  /** The word on the button that opens what helps to do it. */
  open: string;
  /** Ticks it without help. */
  tick?: { label: string; press: () => void } | undefined;
  children: ComponentChildren;
}

/** One thing to do before leaving: a line, and what helps to do it a press away. */
export function TaskRow({ title, detail, need, open, tick, children }: TaskRowProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <li class="away-task">
      <div class="away-task-line">
        <span class="away-box" aria-hidden="true" />
        <div class="away-task-words">
          <h4 class="away-task-title">
            <bdi>{title}</bdi> <span class={`away-need away-need-${need}`}>{composeNeed(need)}</span>
          </h4>
          {detail ? (
            <p class="small quiet">
              <bdi>{detail}</bdi>
            </p>
          ) : null}
        </div>
        <div class="away-task-buttons">
          <Button
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={`${isOpen ? 'Close' : open}: ${title}`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Close' : open}
          </Button>
          {tick ? (
            <Button kind="plain" aria-label={`${tick.label}: ${title}`} onClick={tick.press}>
              {tick.label}
            </Button>
          ) : null}
        </div>
      </div>
      <div class="away-task-body" id={id} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </li>
  );
}
