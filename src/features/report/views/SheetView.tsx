// The tracking sheet on paper. Plain elements without state, so that the same is shown in a page and written into a file.
import type { Sheet, SheetEntry, SheetTotals } from '../sheet.ts';
import { composeDay, composeHours } from '../sheet-words.ts';
import { Signatures } from './Signatures.tsx';
import { Topics } from './Topics.tsx';

export function SheetView({ sheet }: { sheet: Sheet }) {
  return (
    <article class="sheet">
      <h1 class="sheet-title">Mentoring tracking sheet</h1>
      <dl class="sheet-head">
        <HeadLine term="Name of mentor" values={sheet.mentors} />
        <HeadLine term="Name of mentee" values={sheet.mentees} />
        <div>
          <dt>Mentee contact information</dt>
          {sheet.contacts.map(({ name, lines }) => (
            <dd key={name}>
              {sheet.contacts.length > 1 ? <bdi>{name}</bdi> : null}
              {sheet.contacts.length > 1 ? ': ' : null}
              <bdi>{lines.join(', ') || '—'}</bdi>
            </dd>
          ))}
        </div>
        <HeadLine term="Programme" values={[sheet.programme]} />
        <HeadLine term="Period" values={[`${composeDay(sheet.from)} – ${composeDay(sheet.to)}`]} />
      </dl>
      <table class="sheet-table">
        <caption>Meetings</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Time Spent (Hours)</th>
            <th scope="col">Topics Discussed</th>
            <th scope="col">Signature of Mentee/Mentor</th>
          </tr>
        </thead>
        <tbody>
          {sheet.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
      <Totals totals={sheet.totals} />
      <p class="sheet-reader">
        For the programme, and for whoever it lets check the record. Times are in {sheet.zone}. Private notes are never
        part of it.
      </p>
      {sheet.seal ? (
        <p class="sheet-reader">
          Last seal of the log: <span class="sheet-keep">{sheet.seal}</span>. It stands for every signature and
          amendment so far: a log that no longer has this seal was changed, or something was taken out of it.
        </p>
      ) : null}
    </article>
  );
}

function HeadLine({ term, values }: { term: string; values: string[] }) {
  return (
    <div>
      <dt>{term}</dt>
      {values.map((value) => (
        <dd key={value} dir="auto">
          <bdi>{value}</bdi>
        </dd>
      ))}
    </div>
  );
}

function Entry({ entry }: { entry: SheetEntry }) {
  return (
    <tr class="sheet-entry">
      <th scope="row">
        <span class="sheet-line">{entry.date}</span>
        {entry.attendees.map((name) => (
          <span class="sheet-line sheet-small" dir="auto" key={name}>
            <bdi>{name}</bdi>
          </span>
        ))}
      </th>
      <td>
        <Range text={entry.range} />
        <span class="sheet-line sheet-small">{entry.hours}</span>
      </td>
      <td>
        <Topics topics={entry.topics} />
        {entry.homework.length > 0 ? (
          <>
            <p class="sheet-label">Homework</p>
            <Topics topics={entry.homework.map((text) => ({ text, level: 0 }))} />
          </>
        ) : null}
        {entry.amendments.map((each) => (
          <div class="sheet-amendment" key={each.fingerprint}>
            <p>
              Amended {each.at} by <bdi>{each.by}</bdi>, {each.fingerprint}. Reason: <bdi>{each.reason}</bdi>
            </p>
            <Topics topics={each.changes.map((text) => ({ text, level: 0 }))} />
          </div>
        ))}
      </td>
      <td>
        <Signatures signatures={entry.signatures} />
      </td>
    </tr>
  );
}

/** A time never breaks within itself, only at the dash. */
function Range({ text }: { text: string }) {
  const [from, to] = text.split(' – ');
  return (
    <span class="sheet-line">
      <span class="sheet-keep">{to ? `${from} –` : from}</span>
      {to ? (
        <>
          {' '}
          <span class="sheet-keep">{to}</span>
        </>
      ) : null}
    </span>
  );
}

function Totals({ totals }: { totals: SheetTotals }) {
  const { meetings, minutes, preparation, cancelled, missed } = totals;
  const others = [
    ...(preparation > 0 ? [`Preparation, not counted: ${composeHours(preparation)}.`] : []),
    ...(cancelled > 0 ? [`Cancelled: ${cancelled}.`] : []),
    ...(missed > 0 ? [`Missed: ${missed}.`] : []),
  ];
  return (
    <p class="sheet-totals">
      <strong>
        Total: {meetings} {meetings === 1 ? 'meeting' : 'meetings'}, {composeHours(minutes)}.
      </strong>{' '}
      {others.join(' ')}
    </p>
  );
}
