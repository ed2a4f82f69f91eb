import type { Source } from '../../../domain/verdict/source.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { composeDate, composeStamp } from '../../../ui/dates.ts';
import { Table } from '../../../ui/Table.tsx';
import { CoverageBar } from './CoverageBar.tsx';
import { composeCoverage, type MailboxCoverage } from './coverage.ts';

interface SourcesViewProps {
  sources: Source[];
  /** What people call a source: "Gmail". */
  name: (source: string) => string;
  /** Whether its pages may be read now; undefined for what is read once, as a file. */
  access: (source: string) => boolean | undefined;
  now: string;
  zone: string;
}

const DAYS = 90;

interface StateProps {
  mailbox: MailboxCoverage;
  access: boolean | undefined;
  zone: string;
}

function State({ mailbox, access, zone }: StateProps) {
  const { blindSince } = mailbox;
  if (blindSince)
    return <Chip shape="question" tone="unknown" text={`Not read since ${composeStamp(blindSince, zone)}`} />;
  if (access === false) return <Chip shape="question" tone="unknown" text="No access" />;
  return <Chip shape="tick" tone="met" text={access ? 'Reading' : 'Read'} />;
}

function Rows({ mailbox, name, zone }: { mailbox: MailboxCoverage; name: string; zone: string }) {
  const rows = mailbox.stretches.map((one) => ({
    ...one,
    what: mailbox.source.endsWith('-page') ? 'All mail on screen' : 'All mail with your people',
  }));
  const { searched } = mailbox;
  const all = searched
    ? [...rows, { from: searched.from, to: mailbox.lastRead, what: `Searches for ${searched.people} of your people` }]
    : rows;
  return (
    <Table
      caption={`When ${name} was read`}
      rows={all.toReversed()}
      getKey={({ from, what }) => `${from} ${what}`}
      columns={[
        { head: 'What', cell: ({ what }) => what },
        { head: 'From', cell: ({ from }) => composeStamp(from, zone) },
        { head: 'Until', cell: ({ to }) => composeStamp(to, zone) },
      ]}
    />
  );
}

/** Each mailbox with the time it covers: what was not seen is not claimed. */
export function SourcesView({ sources, name, access, now, zone }: SourcesViewProps) {
  const from = Temporal.Instant.from(now)
    .subtract({ hours: 24 * DAYS })
    .toString();
  const day = (at: string) => composeDate(Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString());
  return composeCoverage(sources).map((mailbox) => {
    const title = [name(mailbox.source), mailbox.address].filter(Boolean).join(' · ');
    return (
      <section class="card" key={mailbox.key} aria-label={title}>
        <header class="card-head">
          <div class="card-words">
            <h2 class="card-title">
              <bdi>{title}</bdi>
            </h2>
            <p class="quiet">Last read {composeStamp(mailbox.lastRead, zone)}</p>
          </div>
          <State mailbox={mailbox} access={access(mailbox.source)} zone={zone} />
        </header>
        <div class="coverage">
          <CoverageBar mailbox={mailbox} name={title} from={from} to={now} zone={zone} />
          <p class="coverage-ends small quiet" aria-hidden="true">
            <span>{day(from)}</span>
            <span>today</span>
          </p>
        </div>
        <Rows mailbox={mailbox} name={title} zone={zone} />
      </section>
    );
  });
}
