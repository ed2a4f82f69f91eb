import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Logo } from '../../../ui/Logo.tsx';

export interface Step {
  title: string;
  /** Why it is asked, in a sentence. */
  why: string;
}

interface FirstRunProps {
  steps: Step[];
  at: number;
  /** Another way in, beside the first step. */
  aside?: ComponentChildren;
  children: ComponentChildren;
  onBack: () => void;
  onSkip: () => void;
  onLeave: () => void;
}

/** The frame of the first run: where one is, why it is asked, and a way past each step. */
export function FirstRun({ steps, at, aside, children, onBack, onSkip, onLeave }: FirstRunProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const step = steps[at];
  const isLast = at === steps.length - 1;
  useEffect(() => heading.current?.focus(), [at]);
  return (
    <main class="first-run">
      <header class="first-run-head">
        <Logo size={28} />
        <span class="first-run-name">Waymark</span>
        <Button kind="plain" onClick={onLeave}>
          Skip setup
        </Button>
      </header>
      <div class="card first-run-card">
        <ol class="steps" aria-label="Steps">
          {steps.map(({ title }, index) => (
            <li
              key={title}
              class={index <= at ? 'step step-done' : 'step'}
              aria-current={index === at ? 'step' : undefined}
            >
              <span class="only-read">{title}</span>
            </li>
          ))}
        </ol>
        <div class="first-run-words">
          <p class="quiet small">
            Step {at + 1} of {steps.length}
          </p>
          <h1 class="page-title" ref={heading} tabIndex={-1}>
            {step?.title}
          </h1>
          <p class="quiet">{step?.why}</p>
        </div>
        {children}
        <footer class="first-run-foot">
          {at > 0 ? <Button onClick={onBack}>Back</Button> : <span>{aside}</span>}
          <Button kind={isLast ? 'primary' : 'plain'} onClick={onSkip}>
            {isLast ? 'Done' : 'Skip this step'}
          </Button>
        </footer>
      </div>
    </main>
  );
}
