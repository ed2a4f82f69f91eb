// Calls that change who is mentored by whom, under which programme.
import * as z from 'zod/mini';
import { Person } from '../../domain/people/person.ts';
import { Relationship } from '../../domain/people/relationship.ts';
import { Programme } from '../../domain/programme/programme.ts';
import { Id } from '../../domain/record.ts';
import { call } from '../../messages/contract.ts';

const pages = ['popup', 'dashboard'] as const;

export const people = {
  /** Puts people and relationships, all in one transaction. */
  'people.save': call(
    pages,
    z.object({ people: z.array(Person), relationships: z.array(Relationship) }),
  ).returns<null>(),
  /** Ends knowing somebody: removes the person, their messages and their place in relationships. */
  'people.remove': call(pages, z.object({ person: Id })).returns<null>(),
  'relationships.remove': call(pages, z.object({ relationship: Id })).returns<null>(),
  /** A custom pack: new, edited or imported. */
  'programmes.save': call(pages, z.object({ programme: Programme })).returns<null>(),
  'programmes.remove': call(pages, z.object({ programme: Id })).returns<null>(),
};
