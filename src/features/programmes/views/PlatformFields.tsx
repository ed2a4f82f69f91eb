import type { Platform, Programme } from '../../../domain/programme/programme.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field, TextField } from '../../../ui/Field.tsx';

interface PlatformFieldsProps {
  programme: Programme;
  onChange: (programme: Programme) => void;
}

const parseSenders = (text: string) => text.split(/[\s,;]+/).filter((each) => /^[^@]*@[^@]+$/.test(each));
const parseLines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.includes('{name}'))
    .map((line) => line.trim());

/** Mentoring platforms whose notification mail counts as the mentee's whom it names: senders and subjects. */
export function PlatformFields({ programme, onChange }: PlatformFieldsProps) {
  const platforms = programme.platforms ?? [];
  const set = (next: Platform[]) => onChange({ ...programme, platforms: next });
  const change = (at: number, part: Partial<Platform>) =>
    set(platforms.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <fieldset class="rule-row">
      <legend class="legend">Mentoring platforms</legend>
      <p class="quiet small">Their mail is credited to the mentee whom its subject names in full.</p>
      {platforms.map((platform, at) => (
        <OnePlatform
          // A platform is told by its place while its name is typed.
          key={`platform ${at}`}
          platform={platform}
          onChange={(part) => change(at, part)}
          onRemove={() => set(platforms.filter((_, index) => index !== at))}
        />
      ))}
      <div>
        <Button onClick={() => set([...platforms, { name: '', senders: [], patterns: ['{name} sent you a message'] }])}>
          Add a platform
        </Button>
      </div>
    </fieldset>
  );
}

interface OnePlatformProps {
  platform: Platform;
  onChange: (part: Partial<Platform>) => void;
  onRemove: () => void;
}

function OnePlatform({ platform, onChange, onRemove }: OnePlatformProps) {
  return (
    <div class="form">
      <div class="rule-fields">
        <TextField label="Platform" value={platform.name} onText={(name) => onChange({ name })} />
        <Button kind="plain" aria-label={`Leave out: ${platform.name || 'this platform'}`} onClick={onRemove}>
          Leave out
        </Button>
      </div>
      <Field label="Its mail comes from" hint="Addresses, or @ and a whole domain, with commas between.">
        {(attributes) => (
          <input
            class="input"
            {...attributes}
            defaultValue={platform.senders.join(', ')}
            onChange={(event) => onChange({ senders: parseSenders(event.currentTarget.value) })}
          />
        )}
      </Field>
      <Field label="Its subjects" hint="One a line, with {name} where the mentee’s name stands.">
        {(attributes) => (
          <textarea
            class="input"
            rows={4}
            {...attributes}
            defaultValue={platform.patterns.join('\n')}
            onChange={(event) => onChange({ patterns: parseLines(event.currentTarget.value) })}
          />
        )}
      </Field>
    </div>
  );
}
