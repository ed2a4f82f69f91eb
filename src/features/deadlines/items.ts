// One relationship's part of the overview: which verdicts and turns become a row, and the one action that settles each.
import { makeWasTold } from '../../domain/away/now.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Derived } from '../../domain/verdict/derive.ts';
import { awayItems } from './away-items.ts';
import type { Setting } from './item-context.ts';
import { markTold } from './mark-told.ts';
import { monthItems } from './month-items.ts';
import type { OverviewItem } from './overview.ts';
import { replyItem } from './reply-item.ts';
import { ruleItems } from './rule-items.ts';
import { turnItems } from './turn-items.ts';

export function itemsOf(small: Ledger, row: Derived, setting: Setting): OverviewItem[] {
  const relationship = small.relationships.find((each) => each.id === row.relationship);
  if (!relationship) return [];
  const context = { small, row, setting, relationship };
  const replies = row.verdicts
    .filter(({ rule }) => rule === 'reply-email' || rule === 'reply-text')
    .flatMap((verdict) => replyItem(context, verdict));
  const owed = new Set(replies.map((item) => item.menteeId));
  const months = monthItems(context, owed);
  const listed = new Set([...owed, ...months.map((item) => item.menteeId)]);
  const wasTold = makeWasTold(small);
  const waits = [...replies, ...turnItems(context, listed)];
  const told = waits.map((item) => ({ ...item, mark: markTold(item.mark, item, wasTold, setting.now) }));
  return [...told, ...months, ...ruleItems(context), ...awayItems(context)];
}
