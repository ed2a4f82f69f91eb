// The worker's side of filling a form: opens the page, puts the script into it as soon as the browser lets it, and asks.
import type { Handlers } from '../../messages/contract.ts';
import type { AwayFormValues } from '../../sites/away-form.ts';
import type { Extension } from '../worker/extension.ts';
import type { awayPage, FillResult } from './contract.ts';
import type { FillQuestion } from './open.ts';

/** The script's name in the built extension. */
const file = '/away-form.js';

export interface AwayPageDeps {
  permissions: Pick<Extension['permissions'], 'contains'>;
  tabs: Pick<Extension['tabs'], 'create' | 'sendMessage'>;
  scripting: Pick<Extension['scripting'], 'executeScript'>;
  /** Hosts and address of the form's page. */
  page: { origins: string[]; url(owner: string | undefined): string };
  /** Resolves a moment later. */
  pause(): Promise<void>;
}

/** How often the script is put in before the page is given up: signed out, or not loading. */
const TRIES = 80;

export function awayPageHandlers<Context>(deps: AwayPageDeps): Handlers<typeof awayPage, Context> {
  return {
    'away.fillForm': async ({ owner, values }) => {
      const { origins, url } = deps.page;
      if (!(await deps.permissions.contains({ origins }))) return { done: false, code: 'no-access' };
      const tab = (await deps.tabs.create({ url: url(owner) })) as { id?: number } | undefined;
      return tab?.id === undefined ? { done: false, code: 'failed' } : fillIn(tab.id, values, deps);
    },
  };
}

async function fillIn(tabId: number, values: AwayFormValues, deps: AwayPageDeps): Promise<FillResult> {
  const question: FillQuestion = { waymark: 'fill', values };
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      await deps.scripting.executeScript({ target: { tabId }, files: [file] });
      const answer = await deps.tabs.sendMessage(tabId, question);
      if (isResult(answer)) return answer;
    } catch (error) {
      // Until the page stands there the browser refuses; a page that moves on takes the script with it.
      if (/no tab with id/i.test(String(error))) return { done: false, code: 'page-closed' };
    }
    await deps.pause();
  }
  return { done: false, code: 'no-answer' };
}

const isResult = (answer: unknown): answer is FillResult =>
  typeof answer === 'object' && answer !== null && 'done' in answer;
