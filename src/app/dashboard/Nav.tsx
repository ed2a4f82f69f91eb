import { Icon } from '../../ui/Icon.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { type PlaceId, places } from './places.ts';

/** The way between the places; how many things need the mentor stands beside Today. */
export function Nav({ at, urgent }: { at: PlaceId; urgent: number }) {
  return (
    <nav class="nav" aria-label="Waymark">
      <p class="nav-head">
        <Logo size={24} />
        <span>Waymark</span>
      </p>
      <ul class="nav-list">
        {places.map(({ id, title, icon }) => (
          <li key={id}>
            <a class="nav-link" href={`#${id}`} aria-current={id === at ? 'page' : undefined}>
              <Icon name={icon} />
              {title}
              {id === 'today' && urgent > 0 ? (
                <span class="nav-count">
                  {urgent}
                  <span class="only-read"> late or due today</span>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
