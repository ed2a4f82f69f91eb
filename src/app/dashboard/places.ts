// The places of the dashboard, each with its address behind the #.
import type { IconName } from '../../ui/Icon.tsx';

export const places = [
  { id: 'today', title: 'Today', icon: 'clock' },
  { id: 'log', title: 'Meetings', icon: 'calendar' },
  { id: 'away', title: 'Away', icon: 'suitcase' },
  { id: 'people', title: 'People', icon: 'people' },
  { id: 'programmes', title: 'Programmes', icon: 'book' },
  { id: 'sources', title: 'Sources', icon: 'eye' },
  { id: 'settings', title: 'Settings', icon: 'sliders' },
  { id: 'data', title: 'Data', icon: 'box' },
] as const satisfies { id: string; title: string; icon: IconName }[];

export type PlaceId = (typeof places)[number]['id'] | 'welcome';

export interface Place {
  id: PlaceId;
  /** What is looked at there: a relationship's id. */
  about?: string;
}

/** `#people/cohort` → the people, at that relationship; anything unknown is today. */
export function parsePlace(hash: string): Place {
  const [id = '', ...rest] = hash.replace(/^#/, '').split('/');
  const known = id === 'welcome' ? 'welcome' : (places.find((place) => place.id === id)?.id ?? 'today');
  const about = rest.join('/');
  return about ? { id: known, about } : { id: known };
}
