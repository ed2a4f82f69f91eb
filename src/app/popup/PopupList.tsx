import { useEffect, useRef } from 'preact/hooks';
import { AwayNotice, findAwayWord } from '../../features/away/views/AwayNotice.tsx';
import type { Overview } from '../../features/deadlines/overview.ts';
import { BlindNotices } from '../../features/deadlines/views/BlindNotices.tsx';
import { ItemList } from '../../features/deadlines/views/ItemList.tsx';
import { Questions } from '../../features/deadlines/views/Questions.tsx';
import { planSections } from '../../features/deadlines/views/sections.ts';
import { describeTime } from '../../features/deadlines/words.ts';
import type { ToLog } from '../../features/meeting-log/read-to-log.ts';
import { ToLogList } from '../../features/meeting-log/views/ToLogList.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { stepFocus } from '../../ui/roving.ts';
import type { PageDeps } from '../page-deps.ts';
import type { Entries } from '../use-entries.ts';
import type { Items } from '../use-items.ts';
import type { AwayView } from './AwayPanel.tsx';
import { fitGhosts, heightOf, heightOfGhosts } from './fit.ts';

interface PopupListProps {
  deps: PageDeps;
  overview: Overview;
  toLog: ToLog | null;
  items: Items;
  entries: Entries;
  onAway: (view: AwayView) => void;
}

/** Heights in px of what stands around the sections, so that a normal Monday needs no scrolling. */
const FRAME = 600 - 52 - 56 - 8;
const NOTICE = 76;
const QUESTION = 92;

function NotStarted({ deps }: { deps: PageDeps }) {
  return (
    <Empty
      title="Welcome to Waymark"
      text="Name your programme and your mentees, and what needs you shows here. It takes a minute."
    >
      <button type="button" class="button button-primary" onClick={() => deps.openDashboard('welcome')}>
        Set up
      </button>
    </Empty>
  );
}

function composeQuiet({ mentees }: Overview): string {
  const who = mentees === 1 ? 'your mentee' : `your ${mentees} mentees`;
  return `When one of ${who} writes, or a month runs out without contact, it shows here.`;
}

function countGhosts(toLog: ToLog | null): number {
  return toLog ? toLog.suggestions.length + toLog.planned.length + toLog.differing.length : 0;
}

export function PopupList({ deps, overview, toLog, items, entries, onAway }: PopupListProps) {
  const ref = useRef<HTMLDivElement>(null);
  /** Arrows go through all rows of the popup, from one section to the next. */
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const isRow = (event.target as HTMLElement).dataset.row !== undefined;
    if (!isRow || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!stepFocus(event, ref.current, '[data-row]')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => {
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (nowhere) ref.current?.querySelector<HTMLElement>('[data-row]')?.focus();
  }, []);
  if (!overview.started) return <NotStarted deps={deps} />;

  const { snoozedUntil } = overview;
  const snoozed = snoozedUntil !== undefined && snoozedUntil > overview.now;
  const word = toLog ? findAwayWord(toLog.ledger, [], overview) : null;
  const notices = overview.blind.length + (snoozed ? 1 : 0) + (word ? 1 : 0);
  const ghosts = countGhosts(toLog);
  const room = FRAME - notices * NOTICE - (overview.questions.length > 0 ? QUESTION : 0);
  const most = fitGhosts(ghosts, room - heightOf(planSections(overview, 0)));
  const setting = toLog && { ledger: toLog.ledger, now: deps.now(), zone: overview.zone };
  const openSource = (source: string) => {
    const site = deps.sites.find((one) => one.source === source);
    if (site) deps.openUrl(site.url);
    else deps.openDashboard('sources');
  };
  return (
    <div ref={ref} onKeyDownCapture={onKeyDownCapture}>
      {notices > 0 ? (
        <div class="popup-pad">
          {word ? (
            <AwayNotice
              word={word}
              onBack={(away) => onAway({ kind: 'back', away })}
              onQueue={() => onAway({ kind: 'queue' })}
            />
          ) : null}
          <BlindNotices overview={overview} onOpen={openSource} />
          {snoozed ? (
            <Notice
              icon="bell"
              title={`Reminders wait until ${describeTime(snoozedUntil, overview.now, overview.zone)}`}
              action={<Button onClick={() => items.snooze(null)}>End</Button>}
            />
          ) : null}
        </div>
      ) : null}
      <ItemList
        overview={overview}
        plan={planSections(overview, room - heightOfGhosts(ghosts, most))}
        between={
          toLog && setting ? (
            <ToLogList
              toLog={toLog}
              zone={overview.zone}
              most={most}
              onAct={(ghost, act) => entries.act(ghost, act, setting)}
            />
          ) : null
        }
        onAct={items.act}
        onRest={items.rest}
      />
      {overview.items.length === 0 && ghosts === 0 ? (
        <Empty title="Nothing needs you now" text={composeQuiet(overview)} />
      ) : null}
      <Questions questions={overview.questions} onDecide={items.decide} />
    </div>
  );
}
