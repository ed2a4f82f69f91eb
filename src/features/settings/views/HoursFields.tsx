import { Check, TextField } from '../../../ui/Field.tsx';

interface Hours {
  /** Local times, HH:MM. */
  from: string;
  to: string;
}

interface HoursFieldsProps {
  label: string;
  hint: string;
  /** Absent while switched off. */
  hours: Hours | undefined;
  usual: Hours;
  onHours: (hours: Hours | undefined) => void;
}

/** A stretch of the day that can be switched off. */
export function HoursFields({ label, hint, hours, usual, onHours }: HoursFieldsProps) {
  const set = (part: Partial<Hours>) => {
    const next = { from: hours?.from ?? usual.from, to: hours?.to ?? usual.to, ...part };
    if (/^\d\d:\d\d$/.test(next.from) && /^\d\d:\d\d$/.test(next.to)) onHours(next);
  };
  return (
    <fieldset class="hours">
      <Check
        label={
          <>
            {label}
            <span class="field-hint hours-hint">{hint}</span>
          </>
        }
        checked={hours !== undefined}
        onCheck={(on) => onHours(on ? { from: usual.from, to: usual.to } : undefined)}
      />
      {hours ? (
        <div class="hours-pair">
          <TextField
            label={`${label} from`}
            value={hours.from}
            onText={(from) => set({ from })}
            input={{ type: 'time' }}
          />
          <TextField label={`${label} until`} value={hours.to} onText={(to) => set({ to })} input={{ type: 'time' }} />
        </div>
      ) : null}
    </fieldset>
  );
}
