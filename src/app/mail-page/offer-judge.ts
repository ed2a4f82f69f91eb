// Run by the script that judges messages: leaves the judge where the page script looks for it.
import { makeThreadJudge } from './judge-thread.ts';
import { getShelf } from './shelf.ts';

export function offerJudge(): void {
  getShelf().makeThreadJudge = makeThreadJudge;
}
