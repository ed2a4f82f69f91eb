// What a page script of an earlier version left in the page, after an update cut it off.
import { marker } from '../../features/deadlines/page/marker.ts';

export function clearLeftovers(document: Document): void {
  for (const element of document.querySelectorAll(`[${marker}]`)) element.remove();
}
