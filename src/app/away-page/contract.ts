// Filling a site's own form for automatic replies: asked for by our pages, done by the worker, which outlives a popup.
import * as z from 'zod/mini';
import { Email, PlainDate } from '../../domain/record.ts';
import type { FillOutcome } from '../../features/away/views/actions.ts';
import { call } from '../../messages/contract.ts';
import type { AwayFormPart } from '../../sites/away-form.ts';

/** `left`: parts that the person fills in; the page says so too. */
export type FillResult = { done: true; left: AwayFormPart[] } | Extract<FillOutcome, { done: false }>;

const Text = z.string().check(z.maxLength(20_000));

export const awayPage = {
  /** Opens the page in a tab of its own and fills the form there; nothing is saved by it. */
  'away.fillForm': call(
    ['popup', 'dashboard'],
    z.object({
      site: z.literal('gmail'),
      owner: z.optional(Email),
      values: z.object({ subject: Text, text: Text, from: PlainDate, to: PlainDate }),
    }),
  ).returns<FillResult>(),
};
