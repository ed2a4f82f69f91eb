// Renewing with scopes beside the provider's own: losing one of those is no reason to lose the rest.
import { AccountProblem } from './account.ts';

/** Tries with all that is wanted; where the person would have to be asked, once again with nothing beyond the provider's own. */
export async function withoutMore<T>(
  more: readonly string[],
  renew: (more: readonly string[]) => Promise<T>,
): Promise<T> {
  try {
    return await renew(more);
  } catch (error) {
    const isAsked = error instanceof AccountProblem && (error.code === 'signed-out' || error.code === 'scope-missing');
    if (!isAsked || more.length === 0) throw error;
    return renew([]);
  }
}
