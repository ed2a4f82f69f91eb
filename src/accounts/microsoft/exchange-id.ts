/**
 * An Exchange id as Outlook's pages write it. Graph writes the same bytes with `-` for `/` and `_` for `+`, so that they
 * stand in an address unchanged (learn.microsoft.com/graph, Exchange Web Services ids).
 */
export function toPageId(id: string): string {
  return id.replaceAll('-', '/').replaceAll('_', '+');
}
