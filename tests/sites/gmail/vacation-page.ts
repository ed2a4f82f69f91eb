// Gmail's general settings as others have described them: rows of a table, the vacation responder's among them.
import { JSDOM } from 'jsdom';

interface Options {
  language?: string;
  firstDay?: string;
  on?: boolean;
  /** The text's box: of its own, or plain. */
  textarea?: boolean;
  save?: 'grey' | 'ready' | 'none';
}

const row = (title: string, content: string) =>
  `<tr class="r7"><td class="r8">${title}</td><td class="r9">${content}</td></tr>`;

const choice = (name: string, checked: number) =>
  ['0', '1']
    .map(
      (value, at) =>
        `<tr><td><input type="radio" name="${name}" value="${value}" ${at === checked ? 'checked' : ''}></td><td><label>x</label></td></tr>`,
    )
    .join('');

const editor = (label: string) =>
  `<div><input type="hidden" name="x"><div contenteditable="true" role="textbox" aria-label="${label}"></div></div>`;

export function vacationRow({ firstDay = 'March 9, 2026', on = false, textarea = false }: Options = {}): string {
  const fields = `<table><tr><td>F</td><td><input type="text" value="${firstDay}"></td>
    <td><input type="checkbox">L</td><td><input type="text" value=""></td></tr>
    <tr><td>S</td><td colspan="3"><input type="text" aria-label="S"></td></tr></table>`;
  const box = textarea ? '<textarea></textarea>' : editor('V');
  return row('V', `<table>${choice('bx_v', on ? 1 : 0)}</table>${fields}${box}<div><input type="checkbox"> C</div>`);
}

export function settingsPage(options: Options = {}, rows = [vacationRow(options)]): Document {
  const { language = 'en', save = 'ready' } = options;
  const others =
    row('Undo', '<select><option>5</option></select>') + row('Stars', `<table>${choice('bx_s', 0)}</table>`);
  const signature = row('Signature', editor('Signature'));
  const button = `<tr><td colspan="2"><button guidedhelpid="save_changes_button" ${save === 'grey' ? 'disabled' : ''}>s</button></td></tr>`;
  const table = `<table>${others}${signature}${rows.join('')}${save === 'none' ? '' : button}</table>`;
  const { window } = new JSDOM(`<html lang="${language}"><body><div role="main">${table}</div></body></html>`);
  return window.document;
}
