// Why something about an entry was not done, where the log knows more than the code says.
import type { Answer } from '../../../messages/contract.ts';
import { composeFailure } from '../../../ui/sentences.ts';

const details: Record<string, string> = {
  signed: 'Somebody has signed this entry, so it is closed. Nothing was changed. Amend it instead.',
  exists: 'This meeting is in the log already. Nothing was changed.',
  changed: 'This entry was changed elsewhere meanwhile. Nothing was saved. Open it again.',
  planned: 'This meeting has not been yet. It can be signed once it was.',
  'not-signed': 'Nobody has signed this entry, so it can be edited as it is.',
  amended: 'Amendments rest on this confirmation, so it stays. Amend the entry and say what is not right.',
  attachment: 'The scan is larger than 5 MB or not one that can be kept. Nothing was changed.',
};

export function composeEntryFailure(answer: Extract<Answer<unknown>, { ok: false }>): string {
  return details[answer.detail ?? ''] ?? composeFailure(answer.code);
}
