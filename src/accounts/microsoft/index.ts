import type { AccountProvider } from '../account.ts';
import { microsoftHosts } from './hosts.ts';
import { microsoftMail } from './mail.ts';
import { openMicrosoft } from './session.ts';
import { renew, scopes, signIn } from './sign-in.ts';

export const microsoft: AccountProvider = {
  provider: 'microsoft',
  source: 'microsoft-calendar',
  name: 'Microsoft',
  hosts: microsoftHosts,
  scopes,
  signIn,
  renew,
  /** Microsoft lets no client end its own tokens; forgetting them is all that can be done here. */
  revoke: async () => false,
  open: openMicrosoft,
  mail: microsoftMail,
};
