// The one place where the product reads the time. Rules are given it.

/** The present instant, ISO 8601 in UTC, whole seconds. */
export function now(): string {
  return `${new Date(Date.now()).toISOString().slice(0, 19)}Z`;
}
