import type { ComponentChildren } from 'preact';
import type { EventSpec, Programme } from '../../../domain/programme/programme.ts';
import { RuleTable } from './RuleTable.tsx';

const monthName = (month: number) =>
  new Intl.DateTimeFormat(undefined, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 15));

/** When a programme's own event is: a month, a day, a point of its period. */
function composeWhen({ when }: EventSpec): string {
  if (!when) return 'date to be set';
  if ('month' in when) return monthName(when.month);
  if ('day' in when) return when.day;
  return when.point === 'midway' ? 'midway' : 'at the end';
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="part" aria-label={title}>
      <h3 class="part-title">{title}</h3>
      {children}
    </section>
  );
}

function List({ lines }: { lines: string[] }) {
  return (
    <ul class="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** One programme: its rules with their clauses, and everything else a mentor looks up in it. */
export function ProgrammeView({ programme, children }: { programme: Programme; children: ComponentChildren }) {
  const { document, events, boundaries } = programme;
  const contacts = [...programme.contacts, ...programme.resources];
  return (
    <section class="card" aria-label={programme.name} id={`programme-${programme.id}`}>
      <header class="card-head">
        <div class="card-words">
          <h2 class="card-title">{programme.name}</h2>
          <p class="quiet">{programme.summary}</p>
          <p class="quiet small">{[document.title, document.publisher, document.year].filter(Boolean).join(', ')}</p>
        </div>
        {children}
      </header>
      <RuleTable programme={programme} />
      <div class="parts">
        {events.length > 0 ? (
          <Part title="Dates of the programme">
            <List
              lines={events.map(
                (event) => `${event.name}, ${composeWhen(event)}${event.mandatory ? ', mandatory' : ''}`,
              )}
            />
          </Part>
        ) : null}
        {contacts.length > 0 ? (
          <Part title="Contacts and resources">
            <List lines={contacts.map((one) => [one.name, one.for, one.email, one.link].filter(Boolean).join(' · '))} />
          </Part>
        ) : null}
        {boundaries.length > 0 ? (
          <Part title="Boundaries">
            <List lines={boundaries} />
          </Part>
        ) : null}
      </div>
    </section>
  );
}
