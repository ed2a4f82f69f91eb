// The parts that are shown stand in a script of their own, which the worker puts into a page once there is something to
// show: in a mailbox without a mentee's mail only the reader runs.
import * as z from 'zod/mini';
import { call, type Handlers } from '../../messages/contract.ts';
import { CallFailure } from '../../messages/failure.ts';

export const mailPage = {
  /** Puts the parts beside the page script that asks. */
  'page.parts': call(['page'], z.object({})).returns<null>(),
};

/** The script's name in the built extension. */
const file = '/mail-parts.js';

/** The part of `browser.scripting` that is used. */
export interface Scripting {
  executeScript(injection: { target: { tabId: number }; files: [typeof file] }): Promise<unknown>;
}

export function mailPageHandlers(scripting: Scripting): Handlers<typeof mailPage, { tab?: number }> {
  return {
    'page.parts': async (_input, { tab }) => {
      if (tab === undefined) throw new CallFailure('not-allowed');
      await scripting.executeScript({ target: { tabId: tab }, files: [file] });
      return null;
    },
  };
}
