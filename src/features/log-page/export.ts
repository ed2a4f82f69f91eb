// What an export would hold and who may read it, told before anything leaves (USERS N17).

/** `mine`: oneself; `ours`: mentor and mentee; `programme`: whoever runs or audits the programme. */
export type Audience = 'mine' | 'ours' | 'programme';

export const audienceWords: Record<Audience, { name: string; who: string }> = {
  programme: { name: 'The programme', who: 'Whoever runs or audits the programme' },
  ours: { name: 'Mentor and mentee', who: 'The two of you' },
  mine: { name: 'Only me', who: 'Nobody but you' },
};

/** Who may read a field, in the words of the preview. */
export const readerWords: Record<Audience, string> = {
  programme: 'programme',
  ours: 'mentor and mentee',
  mine: 'only me',
};

export interface ExportColumn {
  head: string;
  reader: Audience;
  /** What the first entry that has something here holds. */
  example: string;
}

export interface ExportFormat {
  id: 'csv' | 'xlsx' | 'ics' | 'json';
  /** "CSV". */
  name: string;
  /** What it is for. */
  about: string;
}

export const exportFormats: readonly ExportFormat[] = [
  { id: 'csv', name: 'CSV', about: 'for any spreadsheet' },
  { id: 'xlsx', name: 'Excel', about: 'an .xlsx workbook' },
  { id: 'ics', name: 'Calendar', about: 'an .ics file of the meetings' },
  { id: 'json', name: 'JSON', about: 'for other programs' },
];

const EXAMPLE = 60;

/** `heads` and `rows` as the file will have them. */
export function composeColumns(
  heads: readonly { head: string; reader: Audience }[],
  rows: readonly (readonly string[])[],
): ExportColumn[] {
  return heads.map(({ head, reader }, at) => {
    const cell = (rows.find((row) => row[at])?.[at] ?? '').replaceAll('\n', ' ');
    return { head, reader, example: cell.length > EXAMPLE ? `${cell.slice(0, EXAMPLE - 1).trimEnd()}…` : cell };
  });
}
