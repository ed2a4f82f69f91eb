// A small client of the browser's debugging socket, beside Playwright's own: it sees what Playwright does not list (the
// worker while it starts, the real popup).

interface Reply {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
}

export interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
  title: string;
}

type Listener = (params: never, sessionId: string | undefined) => void;

export class Cdp {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  readonly #listeners = new Map<string, Set<Listener>>();
  #next = 1;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', (event) => this.#receive(JSON.parse(String(event.data)) as Reply));
    socket.addEventListener('close', () => this.#end());
  }

  static async connect(url: string): Promise<Cdp> {
    const socket = new WebSocket(url);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new Error(`no debugging socket at ${url}`)), { once: true });
    });
    return new Cdp(socket);
  }

  send<R = unknown>(method: string, params: object = {}, sessionId?: string): Promise<R> {
    const id = this.#next++;
    return new Promise<R>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
  }

  /** Listens to an event of any session; returns what ends it. */
  on<P>(method: string, listener: (params: P, sessionId: string | undefined) => void): () => void {
    const set = this.#listeners.get(method) ?? new Set<Listener>();
    set.add(listener as Listener);
    this.#listeners.set(method, set);
    return () => set.delete(listener as Listener);
  }

  async targets(): Promise<TargetInfo[]> {
    const { targetInfos } = await this.send<{ targetInfos: TargetInfo[] }>('Target.getTargets', {
      filter: [{ type: 'browser', exclude: true }, {}],
    });
    return targetInfos;
  }

  /** Attaches to a target, runs something with its session and leaves it again. */
  async within<T>(targetId: string, use: (sessionId: string) => Promise<T>): Promise<T> {
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    try {
      return await use(sessionId);
    } finally {
      await this.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
    }
  }

  close(): void {
    this.#socket.close();
  }

  #receive(reply: Reply): void {
    if (reply.id === undefined) {
      for (const listener of this.#listeners.get(reply.method ?? '') ?? []) {
        listener(reply.params as never, reply.sessionId);
      }
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.error) waiting?.reject(new Error(reply.error.message));
    else waiting?.resolve(reply.result);
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('the browser closed its debugging socket'));
    this.#waiting.clear();
  }
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** Evaluates an expression in a session and gives its value (JSON); a promise is awaited. */
export async function evaluate<T>(cdp: Cdp, sessionId: string, expression: string): Promise<T> {
  const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
  const { result, exceptionDetails } = await cdp.send<Evaluated>('Runtime.evaluate', params, sessionId);
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
