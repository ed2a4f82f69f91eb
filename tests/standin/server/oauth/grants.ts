// Who was granted what: codes that wait to be redeemed, and tokens that hold by the world's clock.
import type { Vendor } from '../../semester/calendar/types.ts';

export interface Grant {
  vendor: Vendor;
  /** The account's address. */
  account: string;
  client: string;
  redirect: string;
  /** As they were asked for, less what was withheld. */
  scopes: string[];
  /** Whether a refresh token goes with it. */
  offline: boolean;
}

interface Access {
  grant: Grant;
  expires: number;
}

/** Seconds that an access token lasts. */
export const lifetime = 3599;

export class Grants {
  readonly #codes = new Map<string, Grant>();
  readonly #access = new Map<string, Access>();
  readonly #refresh = new Map<string, Grant>();
  /** Clients that an account has said yes to. */
  readonly #consents = new Set<string>();
  readonly #now: () => string;

  constructor(now: () => string) {
    this.#now = now;
  }

  keepCode(code: string, grant: Grant): void {
    this.#codes.set(code, grant);
    this.#consents.add(`${grant.vendor} ${grant.client}`);
  }

  hasConsent(vendor: Vendor, client: string): boolean {
    return this.#consents.has(`${vendor} ${client}`);
  }

  findCode(code: string): Grant | undefined {
    return this.#codes.get(code);
  }

  spendCode(code: string): void {
    this.#codes.delete(code);
  }

  findRefresh(token: string): Grant | undefined {
    return this.#refresh.get(token);
  }

  issue(grant: Grant, access: string, refresh?: string): void {
    this.#access.set(access, { grant, expires: Date.parse(this.#now()) + lifetime * 1000 });
    if (refresh) this.#refresh.set(refresh, grant);
  }

  /** The grant behind an Authorization header; undefined when it never held or no longer does. */
  check(vendor: Vendor, authorization: string | undefined): Grant | undefined {
    const found = this.#access.get(authorization?.replace(/^Bearer /, '') ?? '');
    if (found?.grant.vendor !== vendor || Date.parse(this.#now()) >= found.expires) return undefined;
    return found.grant;
  }

  /** Ends the grant that a token belongs to; false for one that nobody gave out. */
  revokeToken(token: string): boolean {
    const grant = this.#access.get(token)?.grant ?? this.#refresh.get(token);
    if (grant) this.#end((each) => each === grant);
    return grant !== undefined;
  }

  /** As when a person takes the access back in their account, or an administrator does. */
  revokeAll(vendor: Vendor): void {
    this.#end((each) => each.vendor === vendor);
    for (const each of this.#consents) if (each.startsWith(vendor)) this.#consents.delete(each);
  }

  /** Access tokens end at once; refresh tokens hold. */
  expireAccess(vendor: Vendor): void {
    for (const [token, { grant }] of this.#access) if (grant.vendor === vendor) this.#access.delete(token);
  }

  #end(ends: (grant: Grant) => boolean): void {
    for (const [token, { grant }] of this.#access) if (ends(grant)) this.#access.delete(token);
    for (const [token, grant] of this.#refresh) if (ends(grant)) this.#refresh.delete(token);
  }
}
