import type { Meeting } from '../../../domain/meeting/meeting.ts';
import type { FormState, Problems } from './form-state.ts';
import type { EntrySetting } from './props.ts';

/** What every group of fields of the form is given. */
export interface FieldsProps {
  setting: EntrySetting;
  draft: Meeting;
  state: FormState;
  set: (change: Partial<FormState>) => void;
  problems: Problems;
}
