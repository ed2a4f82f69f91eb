import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';

export interface AccessSite {
  id: string;
  name: string;
  isCalendar?: boolean;
  allowed: boolean;
}

interface AccessListProps {
  sites: AccessSite[];
  /** Called straight from the click, so that the browser may ask. */
  onAllow: (id: string) => void;
}

/** Which pages may be read, and why it is asked. */
export function AccessList({ sites, onAllow }: AccessListProps) {
  return (
    <ul class="access-list">
      {sites.map(({ id, name, isCalendar, allowed }) => (
        <li class="access" key={id}>
          <div class="access-words">
            <p class="access-name">{name}</p>
            <p class="quiet small">
              {isCalendar
                ? 'To see meetings that you may want to log.'
                : 'To see who waits for you, and show it beside the mail.'}
            </p>
          </div>
          {allowed ? (
            <Chip shape="tick" tone="met" text="Allowed" />
          ) : (
            <Button onClick={() => onAllow(id)}>Allow {name}</Button>
          )}
        </li>
      ))}
    </ul>
  );
}
