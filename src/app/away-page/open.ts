// Put into a page by the worker after a click, and asked by it once.
import type { AwayForm, AwayFormValues } from '../../sites/away-form.ts';
import { fillWhenThere } from './fill.ts';

export interface FillQuestion {
  waymark: 'fill';
  values: AwayFormValues;
}

const PAUSE = 250;
/** Some 15 seconds. */
const LOOKS = 60;

const running = Symbol.for('waymark away');

export function openAwayPage(form: AwayForm): void {
  const { runtime } = chrome;
  const shared = globalThis as { [running]?: AbortController };
  shared[running]?.abort();
  const end = new AbortController();
  shared[running] = end;
  const ground = {
    document,
    mode: 'closed',
    isTrusted: ({ isTrusted }: Event) => isTrusted,
    signal: end.signal,
  } as const;
  runtime.onMessage.addListener((message: unknown, _sender, respond) => {
    if (end.signal.aborted || !isQuestion(message)) return undefined;
    const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE));
    void fillWhenThere(form, message.values, { ground, pause, looks: LOOKS }).then(respond, () =>
      respond({ done: false, code: 'failed' }),
    );
    return true;
  });
}

const isQuestion = (message: unknown): message is FillQuestion =>
  typeof message === 'object' && message !== null && 'waymark' in message && message.waymark === 'fill';
