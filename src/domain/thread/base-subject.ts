/** `Re:` and its kin in the languages mail programs write them in, list labels, and how often they repeat. */
const prefix =
  /^\s*(?:\[[^\]]{1,60}\]\s*|(?:re|aw|sv|vs|antw|odp|ref|rif|res|回复|答复|رد|ответ|fwd?|wg|tr|rv)(?:\[\d+\])?\s*[:：]\s*)+/i;

/** The subject without what answering and lists put before it. */
export function baseSubject(subject: string): string {
  return subject.replace(prefix, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
