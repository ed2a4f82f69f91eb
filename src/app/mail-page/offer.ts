// Run by the script of the parts that are shown: leaves them where the page script looks for them.
import { makePainter } from './paint.ts';
import { getShelf } from './shelf.ts';

export function offerParts(): void {
  getShelf().makePainter = makePainter;
}
