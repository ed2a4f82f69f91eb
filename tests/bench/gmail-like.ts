// A list of 50 rows with Gmail's hooks (PAGE-FACTS section 1, the rows of 2019 and 2025), and changes like those Gmail
// makes to it all day. Runs in the page.

const THREAD = 1_830_000_000_000_000_000n;

function drawRow(index: number): string {
  const id = (THREAD + BigInt(index) * 1_000_000_000_000n).toString(16);
  const unread = index % 3 === 0;
  return `<tr class="zA ${unread ? 'zE' : 'yO'}" role="row" jscontroller="ZdOxDb" tabindex="-1">
    <td class="PF xY"></td>
    <td class="oZ-x3 xY"><div role="checkbox" aria-checked="false" tabindex="-1"></div></td>
    <td class="apU xY"><span class="aXw T-KT" role="button" jslog="20511; u014N:cOuCgd,Kr2w4b"></span></td>
    <td class="yX xY"><div class="yW"><span class="${unread ? 'zF' : 'yP'}" email="person${index}@students.example.edu"
      name="Person ${index}">Person ${index}</span></div></td>
    <td class="xY a4W"><div class="xS" role="link"><div class="xT"><div class="y6"><span class="bog"
      data-thread-id="#thread-f:${THREAD + BigInt(index) * 1_000_000_000_000n}" data-legacy-thread-id="${id}"
      data-legacy-last-message-id="${id}" data-legacy-last-non-draft-message-id="${id}"><span>A question about week ${
        index
      }</span></span></div><span class="y2"><span class="Zt">&nbsp;-&nbsp;</span>Hello, I was wondering whether</span></div></div></td>
    <td class="xW xY"><span title="Mon, Mar 9, 2026, 8:${10 + (index % 50)} AM"><span>8:${10 + (index % 50)} AM</span></span></td>
    <td class="bq4 xY"><ul role="toolbar"><li></li><li></li><li></li></ul></td></tr>`;
}

/** A whole page. `density` is the height of a row in pixels. */
export function drawPage(density: number): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <title>Inbox (3) - mentor@example.edu - Gmail</title><style>
  body { margin: 0; font: 14px Roboto, Arial, sans-serif; color: #202124; background: #fff }
  table { width: 100%; border-collapse: collapse; table-layout: fixed } td { padding: 0 8px; overflow: hidden; white-space: nowrap }
  tr.zA { height: ${density}px; box-shadow: inset 0 -1px 0 #e8eaed } .zE { font-weight: 700 } .yX { width: 160px }
  .oZ-x3, .apU, .PF { width: 20px } .xW, .bq4 { width: 90px } ul { margin: 0; padding: 0; display: none }
  .xT { display: flex } .y6 { flex: none; line-height: 20px } .y2 { color: #5f6368; overflow: hidden; line-height: 20px }
  </style></head><body><div class="nH" role="main"><div gh="tl"><table role="grid"><tbody>${Array.from(
    { length: 50 },
    (_, index) => drawRow(index),
  ).join('')}</tbody></table></div></div><div id="aside"></div></body></html>`;
}

/** Changes of classes, words and nodes, fifty to a task. Resolves when all are made. */
export async function churn(count: number): Promise<void> {
  const rows = [...document.querySelectorAll('tr.zA')];
  const words = rows.map((row) => row.querySelector('.y2')!);
  const aside = document.querySelector('#aside')!;
  const task = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(0);
    });
  for (let i = 0; i < count; i++) {
    const at = (i * 7) % rows.length;
    if (i % 4 === 0) rows[at]!.classList.toggle('aqw');
    else if (i % 4 === 1) words[at]!.lastChild!.textContent = `Hello, I was wondering ${i}`;
    else if (i % 4 === 2) aside.append(document.createElement('div'));
    else aside.firstChild?.remove();
    if (i % 50 === 49) await task();
  }
}
