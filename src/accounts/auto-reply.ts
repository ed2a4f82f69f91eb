// Writing an automatic reply over nothing that was not seen: neither provider takes a version along, so it is read right
// before, and read back after.
import { AccountProblem } from './account.ts';
import type { AutoReply, AutoReplySession } from './mail.ts';

export type WantedReply = Omit<AutoReply, 'version'>;

/** @throws {AccountProblem} */
interface Kept<T> {
  /** What the provider has, with all that is to be kept of it. */
  read(): Promise<{ reply: AutoReply; kept: T }>;
  write(wanted: WantedReply, kept: T): Promise<void>;
}

export function makeAutoReplySession<T>({ read, write }: Kept<T>): AutoReplySession {
  const readReply = async () => (await read()).reply;
  return {
    read: readReply,
    async write(wanted, expected) {
      const { reply, kept } = await read();
      if (reply.version !== expected) throw new AccountProblem('changed-meanwhile', 'it is not as it was read');
      await write(wanted, kept);
      const now = await readReply();
      if (!isAsWanted(now, wanted)) throw new AccountProblem('failed', 'the provider kept something else');
      return now;
    },
  };
}

/** Of texts only whether there are any: providers tidy HTML. Times may lose their seconds. */
function isAsWanted(now: AutoReply, wanted: WantedReply): boolean {
  if (now.on !== wanted.on) return false;
  if (!wanted.on) return true;
  const isNear = (a?: string, b?: string) =>
    a === undefined || b === undefined ? a === b : Math.abs(Date.parse(a) - Date.parse(b)) < 60_000;
  const hasText = Boolean(now.inside || now.outside) || !(wanted.inside || wanted.outside);
  return isNear(now.from, wanted.from) && isNear(now.to, wanted.to) && hasText;
}
