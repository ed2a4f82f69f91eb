import type { Person } from '../../../domain/people/person.ts';
import type { Relationship } from '../../../domain/people/relationship.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { composeDate } from '../../../ui/dates.ts';
import { Table } from '../../../ui/Table.tsx';

interface RelationshipCardProps {
  relationship: Relationship;
  programme: string;
  people: Person[];
  /** When somebody was last in contact, ready to show; undefined when nothing was seen. */
  lastContact: (person: string) => string | undefined;
  onAdd: () => void;
  onEdit: () => void;
  onRemove: () => void;
  onEditPerson: (person: Person) => void;
  onRemovePerson: (person: Person) => void;
}

function composeFacts(relationship: Relationship, find: (id: string) => string): string {
  const { role, start, end, zone, terms, mentors, me } = relationship;
  const others = mentors.filter((id) => id !== me).map(find);
  return [
    role === 'mentor' ? 'You mentor' : 'You are the mentee',
    others.length > 0 ? `with ${others.join(', ')}` : '',
    `since ${composeDate(start)}${end ? ` until ${composeDate(end)}` : ''}`,
    zone,
    terms ? `${terms.length} ${terms.length === 1 ? 'semester' : 'semesters'}` : 'no semester dates',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One relationship with everybody in it. */
export function RelationshipCard({ relationship, programme, people, lastContact, ...on }: RelationshipCardProps) {
  const find = (id: string) => people.find((person) => person.id === id);
  const listed = (relationship.role === 'mentor' ? relationship.mentees : relationship.mentors)
    .filter((id) => id !== relationship.me)
    .flatMap((id) => find(id) ?? []);
  return (
    <section class="card" aria-label={programme} id={`relationship-${relationship.id}`}>
      <header class="card-head">
        <div class="card-words">
          <h2 class="card-title">
            {programme} <span class="section-count">{listed.length}</span>
          </h2>
          <p class="quiet">{composeFacts(relationship, (id) => find(id)?.name ?? '')}</p>
        </div>
        <Button {...(listed.length === 0 && { kind: 'primary' })} onClick={on.onAdd}>
          Add mentees
        </Button>
        <Button onClick={on.onEdit}>Edit</Button>
        <Button onClick={on.onRemove}>Remove</Button>
      </header>
      {listed.length > 0 ? (
        <Table
          caption={`People of ${programme}`}
          rows={listed}
          getKey={({ id }) => id}
          stacks
          columns={[
            {
              head: 'Name',
              cell: (person) => (
                <span class="person">
                  <Avatar name={person.name} id={person.id} />
                  <bdi>{person.name}</bdi>
                </span>
              ),
            },
            {
              head: 'Addresses',
              cell: ({ emails }) =>
                emails.map((email) => (
                  <div class="any-break" key={email}>
                    {email}
                  </div>
                )),
            },
            { head: 'Last contact', cell: ({ id }) => <span class="one-line">{lastContact(id) ?? 'None seen'}</span> },
            ...(listed.some(({ phone }) => phone) ? [{ head: 'Phone', cell: ({ phone }: Person) => phone ?? '' }] : []),
            {
              head: 'Change',
              figure: true,
              cell: (person) => (
                <span class="row-buttons">
                  <Button kind="plain" aria-label={`Edit ${person.name}`} onClick={() => on.onEditPerson(person)}>
                    Edit
                  </Button>
                  <Button kind="plain" aria-label={`Remove ${person.name}`} onClick={() => on.onRemovePerson(person)}>
                    Remove
                  </Button>
                </span>
              ),
            },
          ]}
        />
      ) : (
        <p class="card-empty quiet">Nobody yet. Add mentees by pasting their addresses or a roster file.</p>
      )}
    </section>
  );
}
