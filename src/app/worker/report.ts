// Where errors go that nobody waits for: the extension's own error list, by name and place. What an error's message says
// may hold what a person wrote, so it is left out.

export function report(error: unknown): void {
  const told = new Error(error instanceof Error ? error.name : typeof error);
  if (error instanceof Error && error.stack) told.stack = error.stack.replaceAll(error.message, '');
  globalThis.reportError(told);
}
