import type { Attachment } from '../../../domain/meeting/meeting.ts';
import type { Made } from './SignEntry.tsx';

export interface Signer {
  /** Person id. */
  id: string;
  name: string;
  isMe: boolean;
}

export interface SignStepProps {
  person: Signer;
  onMade: (made: Made, attachment?: Attachment) => void;
}
