// Where no account lets its automatic reply be set: whoever asks is told to set it by hand.
import type { ReplySetter } from '../../features/away/reply-setter.ts';

const outcome = { done: false, code: 'not-configured' } as const;

export const noReplies: ReplySetter = {
  readReply: async () => ({ outcome }),
  setReply: async ({ away }) => ({ outcome, replies: away.replies ?? [] }),
  restore: async ({ replies = [] }) => ({ outcome: { done: true }, replies }),
};
