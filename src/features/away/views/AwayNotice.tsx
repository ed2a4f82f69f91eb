// The popup's one word about an absence that runs or has just ended.
import type { Away } from '../../../domain/away/away.ts';
import { phaseOf } from '../../../domain/away/now.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { dateOf } from '../../../domain/time/windows.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { composeLongDay } from '../../deadlines/away-words.ts';
import type { Overview } from '../../deadlines/overview.ts';
import { type ComingBack, composeComingBack } from '../coming-back.ts';

export type AwayWord = { kind: 'now'; away: Away } | { kind: 'back'; back: ComingBack };

/** Null on most days. An absence that runs goes before one that ended. */
export function findAwayWord(small: Ledger, events: Ledger['events'], overview: Overview): AwayWord | null {
  if (small.away.length === 0) return null;
  const today = dateOf(overview.now, overview.zone);
  const running = small.away.filter((away) => phaseOf(away, today) === 'now');
  const last = running.toSorted((a, b) => (a.returns < b.returns ? 1 : -1))[0];
  if (last) return { kind: 'now', away: last };
  const back = composeComingBack(small, events, overview);
  return back && { kind: 'back', back };
}

function composeWaiting({ waiting, missed, replyOn }: ComingBack): string {
  const parts = [
    waiting.length > 0 ? `${waiting.length} waiting for an answer` : '',
    missed.length > 0 ? `${missed.length} ${missed.length === 1 ? 'meeting' : 'meetings'} to log` : '',
    replyOn ? 'your automatic reply may still be on' : '',
  ].filter(Boolean);
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface AwayNoticeProps {
  word: AwayWord;
  onBack: (away: Away) => void;
  onQueue: () => void;
}

export function AwayNotice({ word, onBack, onQueue }: AwayNoticeProps) {
  if (word.kind === 'now') {
    return (
      <Notice
        icon="suitcase"
        title={`Away, back on ${composeLongDay(word.away.returns)}`}
        action={<Button onClick={() => onBack(word.away)}>I am back</Button>}
      >
        Deadlines stay as they are.
      </Notice>
    );
  }
  return (
    <Notice icon="suitcase" title="Coming back" action={<Button onClick={onQueue}>Go through</Button>}>
      {composeWaiting(word.back)}
    </Notice>
  );
}
