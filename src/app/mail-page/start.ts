// What runs in a mail page: scans it, tells the worker, shows what the worker answers. One signal ends all of it.
import type { Sight, SightMarks } from '../../features/deadlines/contract.ts';
import type { Ask } from '../../features/deadlines/page/ask.ts';
import type { Desk } from '../../features/deadlines/page/desk.ts';
import type { Ground } from '../../features/deadlines/page/ground.ts';
import type { Inspection, MailSite, ReadOptions } from '../../sites/site.ts';
import { makeSettler, PATIENCE } from '../page-watch/settle.ts';
import { makeTeller } from '../page-watch/tell.ts';
import { makeTick } from '../page-watch/tick.ts';
import { watchPage } from '../page-watch/watch.ts';
import type { makeThreadJudge, ThreadJudge } from './judge-thread.ts';
import { clearLeftovers } from './leftovers.ts';
import { makeMarks } from './marks.ts';
import type { makePainter, Painter } from './paint.ts';
import { hasRead, isStrange, keyOfReading, type Reading, readPage } from './see.ts';

/** Attributes in which hosts put another thread into the same row. */
const attributes = ['data-thread-id', 'data-legacy-thread-id', 'data-legacy-last-message-id', 'data-convid'];

export interface MailPageDeps {
  ask: Ask;
  /** Loads what is shown; null when it could not be loaded, so that the next answer tries again. */
  loadPainter(): Promise<typeof makePainter | null>;
  /** Loads what judges whether a message asks for something, in the same way. */
  loadJudge(): Promise<typeof makeThreadJudge | null>;
  /** Calls back whenever the ledger changed, until the signal ends. */
  onChanged(listener: () => void, signal: AbortSignal): void;
  /** False once the extension was updated or removed under this page. */
  isAlive(): boolean;
  /** Ends everything, and takes our parts out of the page. */
  end: AbortController;
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
  /** IANA zone of the page's dates; the mentor's too, until the worker tells another. */
  zone: string;
  document: Document;
  /** `open` and another idea of trust only where a test looks inside. */
  mode?: ShadowRootMode;
  isTrusted?(event: Event): boolean;
}

export function startMailPage(site: MailSite, deps: MailPageDeps): void {
  const { ask, document, now, zone, end } = deps;
  const { signal } = end;
  const settle = makeSettler<Reading, Inspection>({
    inspect: () => site.inspect(document, options),
    isStrange,
    keyOf: keyOfReading,
    hasRead,
  });
  const marks = makeMarks();
  let painter: Painter | undefined;
  let threadJudge: ThreadJudge | undefined;
  let note: SightMarks['note'];
  let options: ReadOptions = { zone };
  let mentorZone = zone;
  let reading: Reading;

  const again = () => {
    marks.expire();
    teller.expire();
    watch.soon();
  };
  /** The same reading, with what the open thread's newest message asks, where the thread is one of ours. */
  const judge = (read: Reading) =>
    threadJudge && read.thread && marks.findThread(read.thread).line ? threadJudge.judge(read) : read;
  const paint = () => painter?.paint(reading, marks, note);
  const scan = () => {
    if (!deps.isAlive()) return end.abort();
    const owner = reading?.owner;
    reading = judge(readPage(site, document, now(), options));
    if (reading.owner !== owner) marks.forget();
    paint();
    // In a task of its own: the page goes first.
    setTimeout(tell, 0, reading);
  };
  const tell = (told: Reading) => {
    if (signal.aborted || told !== reading) return;
    const sight = settle(told);
    if (sight) teller.offer(sight);
    else setTimeout(() => watch.soon(), PATIENCE);
  };

  const obey = ({ dateOrder, zone: told = zone }: SightMarks) => {
    mentorZone = told;
    if (dateOrder === options.dateOrder) return;
    options = { zone, ...(dateOrder && { dateOrder }) };
    watch.soon();
  };

  const makeDesk = (ground: Ground): Desk => ({
    ground,
    ask,
    now,
    get zone() {
      return mentorZone;
    },
    account: () => ({ source: site.source, owner: reading.owner }),
    onSettled: again,
  });

  const show = async (answer: SightMarks) => {
    if (!painter && hasSomething(answer)) {
      const make = await deps.loadPainter();
      const ground = { document, mode: deps.mode ?? 'closed', isTrusted: deps.isTrusted ?? isTrusted, signal };
      if (!signal.aborted) painter ??= make?.(site, makeDesk(ground));
    }
    watch.change(paint);
    if (answer.line) threadJudge ??= (await deps.loadJudge())?.(site, document);
    if (signal.aborted) return;
    // A thread that turned out to be one of ours is read again, with what its newest message asks.
    if (reading.thread && judge(reading) !== reading) watch.soon();
  };
  const teller = makeTeller<Sight, SightMarks>(signal, {
    send: (sight) => ask('page.saw', sight),
    keyOf: keyOfReading,
    onAnswer(sight, answer) {
      if (sight.owner !== reading.owner) return;
      marks.learn(sight, answer);
      note = answer.note;
      obey(answer);
      tick.aimAt(answer.next);
      void show(answer);
    },
    onOrphaned: () => end.abort(),
  });
  const tick = makeTick(now, signal, (passed) => (passed ? again() : watch.soon()));

  clearLeftovers(document);
  signal.addEventListener('abort', () => painter?.clear());
  document.defaultView?.addEventListener('pagehide', (event) => event.persisted || end.abort(), { signal });
  deps.onChanged(again, signal);
  const watch = watchPage(document, signal, scan, attributes);
}

const isTrusted = (event: Event) => event.isTrusted;

const hasSomething = ({ rows, line, suspect, note }: SightMarks) => rows.some(Boolean) || line || suspect || note;
