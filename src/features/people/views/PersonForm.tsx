import { useState } from 'preact/hooks';
import type { Person } from '../../../domain/people/person.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field, TextField } from '../../../ui/Field.tsx';
import { composeAddresses, findTaken, parseAddresses } from './addresses.ts';

interface PersonFormProps {
  person: Person;
  /** Everybody else: an address belongs to one person. */
  others: Person[];
  /** The one who uses this Waymark is spoken to as "you". */
  self?: boolean;
  save?: string;
  onSave: (person: Person) => void;
}

/** Name, every address they write from, phone. */
export function PersonForm({ person, others, self, save = 'Save', onSave }: PersonFormProps) {
  const [name, setName] = useState(person.name);
  const [emails, setEmails] = useState(composeAddresses(person.emails));
  const [phone, setPhone] = useState(person.phone ?? '');
  const [tried, setTried] = useState(false);
  const read = parseAddresses(emails);
  const taken = findTaken(read.emails, others);
  const wrong = read.wrong
    ? `“${read.wrong}” is not a complete address.`
    : taken
      ? `${taken.email} belongs to ${taken.name} already.`
      : undefined;
  const noName = name.trim() === '' ? 'A name is needed.' : undefined;

  const onSubmit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (wrong || noName) return;
    const { phone: _, ...rest } = person;
    onSave({ ...rest, name: name.trim(), emails: read.emails, ...(phone.trim() ? { phone: phone.trim() } : {}) });
  };
  return (
    <form class="form" onSubmit={onSubmit} noValidate>
      <TextField
        label={self ? 'Your name' : 'Name'}
        value={name}
        onText={setName}
        problem={tried ? noName : undefined}
        input={{ maxLength: 300, autocomplete: self ? 'name' : 'off' }}
      />
      <Field
        label={self ? 'Your addresses' : 'Addresses'}
        hint={
          self
            ? 'One on each line. Mail from any of them counts as your answer.'
            : 'One on each line: mail from any of them is theirs.'
        }
        problem={tried ? wrong : undefined}
      >
        {(attributes) => (
          <textarea
            class="input input-lines"
            dir="ltr"
            spellcheck={false}
            {...attributes}
            value={emails}
            onInput={(event) => setEmails(event.currentTarget.value)}
          />
        )}
      </Field>
      {self ? null : (
        <TextField
          label="Phone"
          value={phone}
          onText={setPhone}
          input={{ type: 'tel', maxLength: 60, autocomplete: 'off' }}
        />
      )}
      <div class="form-actions">
        <Button kind="primary" type="submit">
          {save}
        </Button>
      </div>
    </form>
  );
}
