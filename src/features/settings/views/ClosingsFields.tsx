import type { Settings } from '../../../domain/settings.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/Field.tsx';

type Closings = NonNullable<Settings['closings']>;
type Answer = Closings[number]['answer'];

interface ClosingsFieldsProps {
  closings: Closings | undefined;
  mentees: readonly { id: string; name: string }[];
  onClosings: (closings: Closings | undefined) => void;
}

/** What was decided about each mentee's closing words. Nothing is, until somebody adds it here. */
export function ClosingsFields({ closings = [], mentees, onClosings }: ClosingsFieldsProps) {
  const set = (next: Closings) => onClosings(next.length > 0 ? next : undefined);
  const others = mentees.filter(({ id }) => !closings.some(({ person }) => person === id));
  const nameOf = (person: string) => mentees.find(({ id }) => id === person)?.name ?? 'Somebody no longer here';
  return (
    <section class="card form" aria-label="Thanks and short notes">
      <div>
        <h2 class="card-title">Thanks and short notes</h2>
        <p class="quiet">
          Of a message that only says thanks, Waymark supposes that it needs no answer; of every other, that it does.
          For single mentees you can decide it here.
        </p>
      </div>
      {closings.map(({ person, answer }) => (
        <div class="closing" key={person}>
          <ChoiceField
            label={nameOf(person)}
            value={answer}
            choices={[
              { value: 'never', text: 'Thanks and short notes need no answer' },
              { value: 'always', text: 'Thanks need an answer too' },
            ]}
            onChoice={(chosen) =>
              set(closings.map((each) => (each.person === person ? { person, answer: chosen as Answer } : each)))
            }
          />
          <Button
            kind="plain"
            aria-label={`Remove what was decided for ${nameOf(person)}`}
            onClick={() => set(closings.filter((each) => each.person !== person))}
          >
            Remove
          </Button>
        </div>
      ))}
      {others.length > 0 ? (
        <ChoiceField
          label="Decide for"
          value=""
          choices={[
            { value: '', text: 'Choose a mentee' },
            ...others.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChoice={(person) => person && set([...closings, { person, answer: 'never' }])}
        />
      ) : null}
    </section>
  );
}
