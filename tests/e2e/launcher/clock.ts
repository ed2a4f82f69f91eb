// Moves the clock of everything the extension runs in: the worker before its first line, our pages before theirs, page
// scripts at a breakpoint on their first line (an isolated world is out of reach for init scripts). Alarms are asked for
// by the moved clock and kept by the browser's, so their times are shifted on the way.
import { type Cdp, evaluate } from './cdp.ts';
import { moveClock } from './move-clock.ts';

/** What moves the clock of whatever evaluates it, for init scripts. */
export function clockSource(now: string): string {
  return sourceFor(Date.parse(now) - Date.now());
}

function sourceFor(offset: number): string {
  return `(${moveClock.toString()})(${offset});`;
}

interface Attached {
  sessionId: string;
  targetInfo: { targetId: string; type: string; url: string };
  waitingForDebugger: boolean;
}

export class Clock {
  readonly #cdp: Cdp;
  readonly #extensionId: string;
  readonly #sessions = new Map<string, { type: string; targetId: string; contexts: Set<number>; script?: string }>();
  /** Sessions that were not given their clock yet. */
  readonly #starting = new Set<string>();
  #offset: number;

  private constructor(cdp: Cdp, extensionId: string, now: string) {
    this.#cdp = cdp;
    this.#extensionId = extensionId;
    this.#offset = Date.parse(now) - Date.now();
  }

  /** Starts moving the clocks of one extension and of all pages. */
  static async start(cdp: Cdp, extensionId: string, now: string): Promise<Clock> {
    const clock = new Clock(cdp, extensionId, now);
    cdp.on<Attached>('Target.attachedToTarget', (attached) => void clock.#attach(attached).catch(() => undefined));
    cdp.on<{ sessionId: string }>('Target.detachedFromTarget', ({ sessionId }) => {
      clock.#sessions.delete(sessionId);
      clock.#starting.delete(sessionId);
    });
    cdp.on<{ callFrames: { callFrameId: string }[] }>(
      'Debugger.paused',
      (paused, sessionId) => void clock.#paused(paused.callFrames[0]?.callFrameId, sessionId).catch(() => undefined),
    );
    cdp.on<{ context: { id: number } }>('Runtime.executionContextCreated', ({ context }, sessionId) =>
      clock.#sessions.get(sessionId ?? '')?.contexts.add(context.id),
    );
    cdp.on<{ executionContextId: number }>('Runtime.executionContextDestroyed', (gone, sessionId) =>
      clock.#sessions.get(sessionId ?? '')?.contexts.delete(gone.executionContextId),
    );
    await cdp.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [...['browser', 'tab', 'browser_ui'].map((type) => ({ type, exclude: true })), {}],
    });
    await clock.whenRunning();
    return clock;
  }

  /** Resolves when nothing waits for its clock any more, and this target was given its own. */
  async whenRunning(targetId?: string): Promise<void> {
    const isMissing = () =>
      targetId !== undefined && ![...this.#sessions.values()].some((one) => one.targetId === targetId);
    for (let patience = 400; patience > 0 && (this.#starting.size > 0 || isMissing()); patience--)
      await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Lets go of the worker: one that dies with a debugger on it comes back without waiting for anybody. */
  async release(): Promise<void> {
    const workers = [...this.#sessions].filter(([, { type }]) => type === 'service_worker');
    // One that has gone by itself meanwhile needs no letting go.
    for (const [sessionId] of workers)
      await this.#cdp.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
  }

  stop(): void {
    this.#cdp.close();
  }

  /** The instant it is now, by the moved clock. */
  now(): string {
    return new Date(Date.now() + this.#offset).toISOString();
  }

  /** Moves every clock to an instant; it goes on ticking from there. */
  async set(now: string): Promise<void> {
    this.#offset = Date.parse(now) - Date.now();
    const all = [...this.#sessions].map(([sessionId]) => this.#apply(sessionId).catch(() => undefined));
    await Promise.all(all);
  }

  async #attach({ sessionId, targetInfo, waitingForDebugger }: Attached): Promise<void> {
    this.#sessions.set(sessionId, { ...targetInfo, contexts: new Set() });
    this.#starting.add(sessionId);
    if (targetInfo.type === 'service_worker' && waitingForDebugger) return this.#holdWorker(sessionId);
    if (targetInfo.type === 'service_worker') await this.#send(sessionId, [['Runtime.enable', {}]]);
    else await this.#holdPage(sessionId);
    await this.#apply(sessionId);
    this.#starting.delete(sessionId);
  }

  async #send(sessionId: string, steps: [string, object][]): Promise<void> {
    for (const [method, params] of steps) await this.#cdp.send(method, params, sessionId).catch(() => undefined);
  }

  /**
   * A worker that starts waits for us. Its clock is moved at once; `chrome.alarms` comes only right before its first line,
   * where it is stopped once more. Nothing may be evaluated between the two: the stop would be missed.
   */
  async #holdWorker(sessionId: string): Promise<void> {
    await this.#send(sessionId, [
      ['Runtime.enable', {}],
      ['Runtime.evaluate', { expression: sourceFor(this.#offset) }],
      ['Debugger.enable', {}],
      ['Debugger.setBreakpointsActive', { active: true }],
      ['Debugger.setInstrumentationBreakpoint', { instrumentation: 'beforeScriptExecution' }],
      ['Runtime.runIfWaitingForDebugger', {}],
    ]);
  }

  async #holdPage(sessionId: string): Promise<void> {
    const urlRegex = `^chrome-extension://${this.#extensionId}/content-scripts/.*`;
    await this.#send(sessionId, [
      ['Runtime.enable', {}],
      ['Page.enable', {}],
      ['Debugger.enable', {}],
      ['Debugger.setBreakpointByUrl', { urlRegex, lineNumber: 0, columnNumber: 0 }],
    ]);
    await this.#initScript(sessionId).catch(() => undefined);
    await this.#send(sessionId, [['Runtime.runIfWaitingForDebugger', {}]]);
  }

  async #initScript(sessionId: string): Promise<void> {
    const source = sourceFor(this.#offset);
    const { identifier } = await this.#cdp.send<{ identifier: string }>(
      'Page.addScriptToEvaluateOnNewDocument',
      { source },
      sessionId,
    );
    const session = this.#sessions.get(sessionId);
    if (session) session.script = identifier;
  }

  async #paused(callFrameId: string | undefined, sessionId = ''): Promise<void> {
    const expression = sourceFor(this.#offset);
    const steps: [string, object][] = callFrameId
      ? [['Debugger.evaluateOnCallFrame', { callFrameId, expression }]]
      : [];
    if (this.#sessions.get(sessionId)?.type === 'service_worker') steps.push(['Debugger.disable', {}]);
    else steps.push(['Debugger.resume', {}]);
    await this.#send(sessionId, steps);
    this.#starting.delete(sessionId);
  }

  /** Every context that is there now, and the init script of those to come. */
  async #apply(sessionId: string): Promise<void> {
    const session = this.#sessions.get(sessionId);
    if (!session) return;
    if (session.script) {
      const { script: identifier } = session;
      await this.#cdp.send('Page.removeScriptToEvaluateOnNewDocument', { identifier }, sessionId);
      await this.#initScript(sessionId);
    }
    const expression = sourceFor(this.#offset);
    const contexts = [...session.contexts].map((contextId) =>
      this.#cdp.send('Runtime.evaluate', { expression, contextId }, sessionId).catch(() => undefined),
    );
    await Promise.all(contexts.length > 0 ? contexts : [evaluate(this.#cdp, sessionId, `${expression}undefined`)]);
  }
}
