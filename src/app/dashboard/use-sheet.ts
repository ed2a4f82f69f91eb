// A sheet being read, and read anew whenever it is said what its columns and dates mean.
import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import type { DateOrder, Meaning, SheetImport, SheetInput } from '../../files/sheet-import.ts';

export interface SheetSaid {
  dateOrder?: DateOrder;
  columns?: (Meaning | null)[];
}

/** `null` before a file was chosen, `reading` while it is read. */
export type SheetRead = SheetImport | 'reading' | null;

/** `mentee` narrows the relationship to the one the sheet is about; '' leaves it to the sheet. */
export function useSheet(
  input: SheetInput | null,
  said: SheetSaid,
  relationship: Relationship | undefined,
  mentee: string,
  people: readonly Person[],
): SheetRead {
  const [read, setRead] = useState<SheetRead>(null);
  useEffect(() => {
    if (!input || !relationship) return setRead(null);
    let isOld = false;
    const of = mentee === '' ? relationship : { ...relationship, mentees: [mentee] };
    setRead((before) => before ?? 'reading');
    void import('../../files/sheet-import.ts')
      .then(({ readSheet }) => readSheet(input, { zone: relationship.zone, people, relationship: of, ...said }))
      .then((found) => {
        if (!isOld) setRead(found);
      });
    return () => {
      isOld = true;
    };
  }, [input, said, relationship, mentee, people]);
  return read;
}
