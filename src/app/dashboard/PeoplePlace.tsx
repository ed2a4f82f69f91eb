import { useState } from 'preact/hooks';
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import type { Overview } from '../../features/deadlines/overview.ts';
import { describeDay } from '../../features/deadlines/words.ts';
import { RelationshipCard } from '../../features/people/views/RelationshipCard.tsx';
import { findProgramme } from '../../programmes/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import type { Desk } from './dashboard-state.ts';
import { findMe } from './find-me.ts';
import { Page } from './Page.tsx';
import { PeopleDialog, type PeopleTask } from './PeopleDialog.tsx';

interface PeoplePlaceProps {
  desk: Desk;
  /** The relationship that is to be edited at once. */
  about?: string | undefined;
}

/** Who is mentored, under which programme. */
export function PeoplePlace({ desk, about }: PeoplePlaceProps) {
  const { small, overview } = desk;
  const asked = small.relationships.find(({ id }) => id === about);
  const [task, setTask] = useState<PeopleTask | null>(asked ? { kind: 'edit', relationship: asked } : null);
  const me = findMe(small);
  const nameOf = ({ programme }: Relationship) => findProgramme(small.programmes, programme)?.name ?? programme;
  return (
    <Page
      title="People"
      about={me.name ? [me.name, ...me.emails].join(' · ') : 'You have not said who you are yet.'}
      actions={
        <>
          <Button onClick={() => setTask({ kind: 'person', person: me })}>Your name and addresses</Button>
          <Button onClick={() => setTask({ kind: 'new' })}>New relationship</Button>
        </>
      }
    >
      {small.relationships.map((relationship) => (
        <RelationshipCard
          key={relationship.id}
          relationship={relationship}
          programme={nameOf(relationship)}
          people={small.people}
          lastContact={(person) => lastContact(overview, relationship.id, person)}
          onAdd={() => setTask({ kind: 'add', relationship })}
          onEdit={() => setTask({ kind: 'edit', relationship })}
          onRemove={() => setTask({ kind: 'remove-relationship', relationship })}
          onEditPerson={(person: Person) => setTask({ kind: 'person', person })}
          onRemovePerson={(person: Person) => setTask({ kind: 'remove-person', person })}
        />
      ))}
      {small.relationships.length === 0 ? (
        <div class="card">
          <Empty title="Nobody here yet" text="Name a programme, then add mentees by pasting their addresses.">
            <Button kind="primary" onClick={() => setTask({ kind: 'new' })}>
              New relationship
            </Button>
          </Empty>
        </div>
      ) : null}
      {task ? <PeopleDialog desk={desk} me={me} task={task} onClose={() => setTask(null)} /> : null}
    </Page>
  );
}

function lastContact({ lastContacts, now, zone }: Overview, relationship: string, person: string): string | undefined {
  const found = lastContacts.find((each) => each.relationship === relationship && each.menteeId === person);
  return found && describeDay(found.at, now, zone);
}
