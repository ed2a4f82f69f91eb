// The header of a roster in English, French, German or Spanish, and as address books export it.

export type Column = 'name' | 'first' | 'last' | 'email' | 'phone' | 'year';

/** Header words without accents, case and signs. Whole words first, for `nom` begins much else. */
const words: Record<Column, RegExp> = {
  email:
    /^(?!.*(label|type|typ|displayname|mailing|postal)$)(.*(e?mail|courriel|correo).*|adresseelectronique|mel|direccionelectronica)$/,
  first:
    /^(first|firstname|given|givenname|forename|preferredname|prenom|vorname|rufname|nombre|nombres|nombredepila)$/,
  last: /^(last|lastname|surname|family|familyname|nomdefamille|nachname|familienname|zuname|apellidos?|primerapellido)$/,
  name: /^(names?|fullname|displayname|student|studentname|mentee|menteename|participant|nom|nomcomplet|nometprenom|etudiante?|vollstandigername|vornameundname|studierende|nombrecompleto|nombreyapellidos?|apellidosynombres?|estudiante)$/,
  phone:
    /^(?!.*(label|type|typ)$)(.*(phone|telefon|telefono).*|tel|cell|mobile|mobil|movil|handy|handynummer|portable|gsm)$/,
  year: /^(year|yearofstudy|class|cohort|stage|level|annee|anneedetude|promotion|jahr|jahrgang|studienjahr|semester|ano|curso)$/,
};

/** Where each column stands; null when the first row is no header. Several e-mail columns: the one that is filled most. */
export function readHeader(top: readonly string[], below: readonly string[][]): Map<Column, number> | null {
  if (top.some((cell) => cell.includes('@'))) return null;
  const columns = new Map<Column, number>();
  const filled = (at: number) => below.filter((row) => row[at]?.includes('@')).length;
  for (const [at, cell] of top.entries()) {
    const column = findColumn(cell);
    const taken = column && columns.get(column);
    if (!column || (taken !== undefined && (column !== 'email' || filled(at) <= filled(taken)))) continue;
    columns.set(column, at);
  }
  if (columns.size > 0 && !columns.has('email')) findUnnamed(top, filled, columns);
  return columns.size > 0 ? columns : null;
}

/** Whether a text of one column begins with a header. */
export function isHeader(line: string): boolean {
  return !line.includes('@') && findColumn(line) !== undefined;
}

function findColumn(cell: string): Column | undefined {
  const word = cell.slice(0, 100).normalize('NFD').toLowerCase().replace(/\P{L}/gu, '');
  return (Object.keys(words) as Column[]).find((column) => words[column].test(word));
}

/** The column with most addresses, when no header names it. */
function findUnnamed(top: readonly string[], filled: (at: number) => number, columns: Map<Column, number>): void {
  const counts = top.map((_, at) => filled(at));
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  if (most > 0) columns.set('email', counts.indexOf(most));
}
