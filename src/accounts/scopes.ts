// Scopes as providers name them: Microsoft asks for them by a full name and tells them by a short one, in any case.

const bare = (scope: string): string => scope.replace(/^https:\/\/graph\.microsoft\.com\//i, '').toLowerCase();

/** Whether all the scopes that are needed stand among those granted. */
export function isGranted(granted: readonly string[], needed: readonly string[]): boolean {
  const has = new Set(granted.map(bare));
  return needed.every((scope) => has.has(bare(scope)));
}
