// The official Gmail client over our transport, and asking it so that whatever goes wrong is a problem with a code.
import { gmail, type gmail_v1 } from '@googleapis/gmail';
import * as z from 'zod/mini';
import { AccountProblem } from '../account.ts';
import { asProblems, readAnswer } from '../answer.ts';
import type { MailProvider } from '../mail.ts';
import { toGoogleProblem } from './problems.ts';
import type { ApiOptions } from './transport.ts';

type Given = Parameters<MailProvider['open']>[0];

export function connectGmail({ fetch, token, now, signal }: Given): gmail_v1.Gmail {
  const authorization = `Bearer ${token}`;
  const send: ApiOptions['send'] = async (url, method, body) => {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const headers = { authorization, ...(json !== undefined && { 'content-type': 'application/json' }) };
    const init = { method, headers, ...(json !== undefined && { body: json }), ...(signal && { signal }) };
    return readAnswer(await fetch(url, init), now());
  };
  return gmail({ version: 'v1', send } as gmail_v1.Options);
}

/** `cursor`: whether a token of an earlier answer was sent along; only then can it have expired. */
export async function askGmail<S extends z.core.$ZodType>(
  send: () => Promise<{ data: unknown }>,
  schema: S,
  cursor?: 'page' | 'history',
): Promise<z.output<S>> {
  const { data } = await asProblems(send, (failure) => {
    // 404 for a history id that is too old (users.history.list); 400 for a page token that is no longer taken.
    const isExpired = cursor === 'history' ? failure.status === 404 : cursor === 'page' && failure.status === 400;
    if (isExpired) return new AccountProblem('expired-cursor', `Google answered ${failure.status}`);
    return toGoogleProblem(failure, false);
  });
  const parsed = z.safeParse(schema, data);
  if (!parsed.success) throw new AccountProblem('unreadable', 'Google answered in an unknown form');
  return parsed.data;
}
