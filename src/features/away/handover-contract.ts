// Calls about a co-mentor's handover sheet, on the side of whoever covers.
import * as z from 'zod/mini';
import { Id, Instant, PlainDate } from '../../domain/record.ts';
import { call } from '../../messages/contract.ts';
import type { HandoverOutcome } from './views/actions.ts';

const pages = ['popup', 'dashboard'] as const;
const Party = { name: z.string().check(z.maxLength(300)), emails: z.array(z.string().check(z.maxLength(320))) };

export const handovers = {
  /** Takes a sheet over: from then on this mentor covers. A newer one of the same absence takes the older one's place. */
  'handover.take': call(
    pages,
    z.object({
      writtenAt: Instant,
      away: z.object({ from: PlainDate, to: PlainDate, returns: PlainDate }),
      mentor: z.object(Party),
      mentees: z
        .array(
          z.object({
            ...Party,
            threads: z.array(z.object({ since: Instant, due: z.optional(Instant) })),
            meetings: z.array(z.object({ start: Instant, minutes: z.number() })),
          }),
        )
        .check(z.maxLength(500)),
    }),
  ).returns<HandoverOutcome>(),
  /** Takes it back. */
  'handover.drop': call(pages, z.object({ notice: Id })).returns<null>(),
};
