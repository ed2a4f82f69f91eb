// Whether the scan of a signed page is still the one that was kept. Apart from the chain, because scans are large.
import { digestBytes } from './digest.ts';
import type { Attachment, Meeting } from './meeting.ts';
import type { Finding } from './verify-chain.ts';

/** SHA-256 of the file itself, so that anybody who has it can compute it. */
export async function digestScan({ data }: Pick<Attachment, 'data'>): Promise<string> {
  return digestBytes(Uint8Array.fromBase64(data));
}

/** Reads them one after the other, so that one at a time is held. A signature without a scan has none to look at. */
export async function verifyScans(
  meetings: readonly Meeting[],
  read: (attachment: string) => Promise<Attachment | undefined>,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { id: meeting, signatures } of meetings) {
    for (const { by, attachment, scan } of signatures) {
      if (attachment === undefined) continue;
      const kept = await read(attachment);
      if (!kept) found.push({ code: 'scan-missing', meeting, by });
      else if (!(await isSame(kept, scan))) found.push({ code: 'scan-changed', meeting, by });
    }
  }
  return found;
}

/** What can't be read as a file any more is not what was kept. */
const isSame = (kept: Attachment, scan: string | undefined): Promise<boolean> =>
  digestScan(kept).then(
    (digest) => digest === scan,
    () => false,
  );
