// Where the tokens of connected accounts are kept: never in a record, a page or a log.
import type { Tokens } from '../../accounts/account.ts';

export interface TokenStore {
  get(account: string): Promise<Tokens | undefined>;
  put(account: string, tokens: Tokens): Promise<void>;
  remove(account: string): Promise<void>;
  clear(): Promise<void>;
}
