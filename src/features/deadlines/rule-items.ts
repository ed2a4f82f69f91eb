// The rows of meetings within a window, of entries to complete and of the programme's dates. Only what is near is shown,
// and what is alike stands in one line, so that a calm Monday stays calm.
import { dateItems } from './date-items.ts';
import type { Context } from './item-context.ts';
import { entriesItem, meetingItems } from './meeting-items.ts';
import type { OverviewItem } from './overview.ts';

export function ruleItems(context: Context): OverviewItem[] {
  return [...meetingItems(context), ...entriesItem(context), ...dateItems(context)];
}
