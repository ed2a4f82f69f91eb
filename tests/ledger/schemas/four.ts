// Rows as schema 4 stored them, written out by hand so that they stay as they were.
import { schemaThree } from './three.ts';

const at = '2026-02-02T09:00:00Z';
const withdrawal = {
  id: 'withdrawal ab',
  relationship: 'pair-ana',
  meeting: 'k1',
  at,
  signature: { by: 'ana', how: 'reply', at, digest: 'aa', message: 'm2', seal: { digest: 'ab', previous: '' } },
  seal: { digest: 'cd', previous: 'ab' },
};

export const schemaFour = {
  version: 4,
  rows: {
    ...schemaThree.rows,
    withdrawals: [{ id: withdrawal.id, record: withdrawal, relationship: 'pair-ana' }],
  },
  reads: { ...schemaThree.reads, withdrawals: [withdrawal] },
};
