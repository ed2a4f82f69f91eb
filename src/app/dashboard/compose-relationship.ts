// A relationship that begins today, under a programme, with nobody in it yet.
import type { Relationship } from '../../domain/people/relationship.ts';
import { programmes } from '../../programmes/index.ts';
import type { PageDeps } from '../page-deps.ts';

export function composeRelationship(deps: PageDeps, me: string, programme = programmes[0]?.id ?? ''): Relationship {
  const start = Temporal.Instant.from(deps.now()).toZonedDateTimeISO(deps.zone).toPlainDate().toString();
  return {
    id: crypto.randomUUID(),
    programme,
    me,
    role: 'mentor',
    mentors: [me],
    mentees: [],
    start,
    zone: deps.zone,
  };
}
