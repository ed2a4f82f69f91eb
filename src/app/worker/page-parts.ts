// What a page needs only sometimes stands in scripts of its own, which the worker puts into it then: the parts that are
// shown once there is something to show, the words that messages are judged by once a mentee's thread is open. In a mailbox
// without a mentee's mail only the reader runs.
import * as z from 'zod/mini';
import { call, type Handlers } from '../../messages/contract.ts';
import { CallFailure } from '../../messages/failure.ts';

export const mailPage = {
  /** Puts one of these scripts beside the page script that asks. */
  'page.parts': call(['page'], z.object({ script: z.enum(['mail-parts', 'mail-judge']) })).returns<null>(),
};

type File = '/mail-parts.js' | '/mail-judge.js';

/** The part of `browser.scripting` that is used. */
export interface Scripting {
  executeScript(injection: { target: { tabId: number }; files: [File] }): Promise<unknown>;
}

export function mailPageHandlers(scripting: Scripting): Handlers<typeof mailPage, { tab?: number }> {
  return {
    'page.parts': async ({ script }, { tab }) => {
      if (tab === undefined) throw new CallFailure('not-allowed');
      await scripting.executeScript({ target: { tabId: tab }, files: [`/${script}.js`] });
      return null;
    },
  };
}
