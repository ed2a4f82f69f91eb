import type { Relationship } from '../../../domain/people/relationship.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { composeReader, type Reader } from './words.ts';

const icons: Record<Reader, IconName> = { mine: 'lock', ours: 'people', programme: 'book' };

/** Who may read what stands here, said beside it (PROGRAMMES C2). */
export function ReaderMark({ reader, role = 'mentor' }: { reader: Reader; role?: Relationship['role'] | undefined }) {
  return (
    <span class="reader" data-reader={reader}>
      <Icon name={icons[reader]} size={12} />
      <span>
        <span class="only-read">Read by: </span>
        {composeReader(reader, role)}
      </span>
    </span>
  );
}
