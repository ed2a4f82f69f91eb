import type { AccountProvider } from '../account.ts';
import { googleHosts } from './hosts.ts';
import { gmailMail } from './mail.ts';
import { openGoogle } from './session.ts';
import { renew, revoke, scopes, signIn } from './sign-in.ts';

export const google: AccountProvider = {
  provider: 'google',
  source: 'google-calendar',
  name: 'Google',
  hosts: googleHosts,
  scopes,
  signIn,
  renew,
  revoke: (deps, _client, tokens) => revoke(deps, tokens),
  open: openGoogle,
  mail: gmailMail,
};
