import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Ledger } from '../../domain/ledger.ts';
import { readBookings } from '../../domain/meeting/booked.ts';
import { judgeRelationship } from '../../domain/verdict/judge.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { readEvidence } from '../../features/log-page/evidence.ts';
import { type Booked, composeGrid, type Grid } from '../../features/log-page/grid.ts';
import { CellDetail } from '../../features/log-page/views/CellDetail.tsx';
import { type ChosenCell, CoverageGrid } from '../../features/log-page/views/CoverageGrid.tsx';
import { findProgramme } from '../../programmes/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice, Problem } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { makeLinks } from '../links.ts';
import { mailLinks } from '../mail-links.ts';
import { LogTabs } from './LogTabs.tsx';
import type { SmallDesk } from './log-desk.ts';
import { Page } from './Page.tsx';
import { useWhenChanged } from './use-when-changed.ts';

interface Judged {
  booked: Booked;
  slices: Map<string, Ledger>;
  verdicts: Verdict[];
}

const AHEAD_HOURS = 366 * 24;

/** Lets the page breathe between two relationships. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

async function judgeAll({ deps, small }: Pick<SmallDesk, 'deps' | 'small'>): Promise<Judged> {
  const now = deps.now();
  const ids = small.relationships.map(({ id }) => id);
  const ahead = Temporal.Instant.from(now).add({ hours: AHEAD_HOURS }).toString();
  const [slices, events] = await Promise.all([deps.readSlices(ids), deps.readEvents({ from: now, to: ahead })]);
  const [verdicts, booked]: [Verdict[], Booked[number][]] = [[], []];
  for (const [at, slice] of slices.entries()) {
    const id = ids[at]!;
    if (at > 0) await pause();
    verdicts.push(...judgeRelationship(slice, id, now).verdicts);
    booked.push(...readBookings(small, events, id, now).map((each) => ({ ...each, relationship: id })));
  }
  return { slices: new Map(ids.map((id, at) => [id, slices[at]!])), verdicts, booked };
}

interface Card {
  programme: string;
  zone: string;
  grid: Grid;
}

/** One grid for each programme. */
function composeCards({ small }: SmallDesk, { verdicts, booked }: Judged): Card[] {
  const groups = Map.groupBy(small.relationships, ({ programme }) => programme);
  return [...groups].map(([programme, relationships]) => {
    const ids = new Set(relationships.map(({ id }) => id));
    const own = verdicts.filter(({ subject }) => ids.has(subject.relationship));
    return {
      programme: findProgramme(small.programmes, programme)?.name ?? programme,
      zone: relationships[0]!.zone,
      grid: composeGrid(relationships, small.people, own, booked),
    };
  });
}

function Cards({ desk, judged }: { desk: SmallDesk; judged: Judged }) {
  const { deps, small } = desk;
  const [chosen, setChosen] = useState<ChosenCell | null>(null);
  const cards = useMemo(() => composeCards(desk, judged), [small, judged]);
  const shown = cards.filter(({ grid }) => grid.columns.length > 0 && grid.lines.length > 0);
  const noTerms = judged.verdicts.find(({ doubt }) => doubt?.code === 'no-terms');
  const links = useMemo(() => makeLinks(mailLinks, small), [small]);
  const zone = small.relationships.find(({ id }) => id === chosen?.line.relationship)?.zone ?? deps.zone;
  const slice = chosen && judged.slices.get(chosen.line.relationship);
  const emails = small.people.find(({ id }) => id === chosen?.line.mentee)?.emails ?? [];
  const setTerms = (relationship: string) => deps.openDashboard(`people/${relationship}`);
  return (
    <>
      {noTerms ? (
        <Notice
          title="The semester dates are not set"
          action={
            <button type="button" class="button" onClick={() => setTerms(noTerms.subject.relationship)}>
              Set them
            </button>
          }
        >
          With them, the meetings of each semester show here too.
        </Notice>
      ) : null}
      {shown.map(({ programme, zone: own, grid }) => (
        <CoverageGrid key={programme} title={programme} grid={grid} now={deps.now()} zone={own} onChoose={setChosen} />
      ))}
      {shown.length === 0 ? (
        <div class="card">
          <Empty
            title="Nothing to show yet"
            text="Once there are mentees, each month of contact and each meeting that a programme asks for has its cell here."
          />
        </div>
      ) : null}
      {chosen && slice ? (
        <Dialog title={chosen.line.name} onClose={() => setChosen(null)}>
          <CellDetail
            chosen={chosen}
            evidence={readEvidence(chosen.cell.verdict, slice)}
            now={deps.now()}
            zone={zone}
            onWrite={() => deps.openUrl(links.compose(links.usual, emails))}
            onSearch={() => deps.openUrl(links.search(links.usual, emails))}
            onSetTerms={() => setTerms(chosen.line.relationship)}
          />
        </Dialog>
      ) : null}
    </>
  );
}

/** Who was met and written to, and when: mentees by months and semesters. */
export function LogCohort({ desk }: { desk: SmallDesk }) {
  const { deps, small } = desk;
  const latest = useRef(small);
  latest.current = small;
  const read = useCallback(() => judgeAll({ deps, small: latest.current }), [deps]);
  const [live, reload] = useWhenChanged(deps, read);
  return (
    <Page title="Meetings">
      <LogTabs at="cohort" />
      {live.state === 'loading' ? <Skeleton rows={8} /> : null}
      {live.state === 'failed' ? (
        <Problem text="Waymark’s data could not be opened." button="Try again" onPress={reload} />
      ) : null}
      {live.state === 'ready' ? <Cards desk={desk} judged={live.value} /> : null}
    </Page>
  );
}
