// Runs in the bundle's verify.html, opened from a disk: no imports, no network. `verifyChainFile` is also what the tests run.

const hash = async (text) => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

const findForm = (canonical) => {
  try {
    return JSON.parse(canonical);
  } catch {
    return null;
  }
};

/** Lines to show: `{ text, touched }`, one for each entry, and the amendments that do not hold. */
const verifyChainFile = async (chain) => {
  if (chain?.form !== 'waymark-chain-1' || !Array.isArray(chain.entries) || !Array.isArray(chain.amendments)) {
    return [{ text: 'This is no chain.json of a meeting log.', touched: true }];
  }
  const lines = [];
  const known = new Set(chain.entries.map(({ id }) => id));
  for (const entry of chain.entries) {
    const amendments = chain.amendments.filter(({ meeting }) => meeting === entry.id);
    lines.push(await verifyEntry(entry, amendments, chain.people ?? {}));
    for (const amendment of amendments) lines.push(...(await verifyAmendment(amendment, entry, amendments)));
  }
  for (const { id, meeting } of chain.amendments)
    if (!known.has(meeting))
      lines.push({ text: `Amendment ${id}: the entry it belongs to is missing.`, touched: true });
  return lines;
};

const nameEntry = ({ id, start }) => `Entry of ${String(start).slice(0, 10)} (${id})`;
const short = (digest) => `${String(digest).slice(0, 4)}-${String(digest).slice(4, 8)}`.toUpperCase();

const verifyEntry = async (entry, amendments, people) => {
  const name = nameEntry(entry);
  const touched = (why) => ({ text: `${name}: ${why}`, touched: true });
  const signatures = Array.isArray(entry.signatures) ? entry.signatures : [];
  if (entry.canonical !== undefined) {
    const form = findForm(entry.canonical);
    if ((await hash(String(entry.canonical))) !== entry.digest)
      return touched('it was changed after its fingerprint was taken.');
    if (form?.form !== 'waymark-entry-1' || form.id !== entry.id || form.start !== entry.start)
      return touched('what stands beside it is of another entry.');
  }
  const digests = new Set([entry.digest, ...amendments.map(({ digest }) => digest)]);
  const broken = signatures.filter(({ digest }) => !digests.has(digest));
  if (broken.length > 0)
    return touched(`it is not what ${broken.map(({ by }) => people[by] ?? by).join(' and ')} signed.`);
  if (signatures.length === 0 && amendments.length > 0) return touched('it is amended, and nobody signed it.');
  if (signatures.length === 0) return { text: `${name}: nobody has signed it.`, touched: false };
  if (entry.canonical === undefined)
    return {
      text: `${name}: it can’t be checked, because it holds a note that was left out. Fingerprint ${short(entry.digest)}.`,
      touched: false,
    };
  const who = signatures.map(({ by }) => people[by] ?? by).join(', ');
  return { text: `${name}: as signed by ${who}. Fingerprint ${short(entry.digest)}.`, touched: false };
};

const verifyAmendment = async (amendment, entry, amendments) => {
  const name = `${nameEntry(entry)}, amendment ${amendment.id}`;
  const problems = [];
  if (amendment.canonical !== undefined) {
    const form = findForm(amendment.canonical);
    if ((await hash(String(amendment.canonical))) !== amendment.digest) problems.push('it was changed.');
    else if (
      form?.form !== 'waymark-amendment-1' ||
      form.id !== amendment.id ||
      form.meeting !== amendment.meeting ||
      form.previous !== amendment.previous
    )
      problems.push('what stands beside it is of another amendment.');
  }
  const before = new Set([
    entry.digest,
    ...(entry.signatures ?? []).map(({ digest }) => digest),
    ...amendments.map(({ digest }) => digest),
  ]);
  if (!before.has(amendment.previous)) problems.push('what it follows is missing.');
  if (amendments.filter(({ previous }) => previous === amendment.previous).length > 1)
    problems.push('another amendment follows the same one.');
  return problems.map((text) => ({ text: `${name}: ${text}`, touched: true }));
};

const showLines = (title, lines) => {
  const result = document.getElementById('result');
  const count = lines.filter(({ touched }) => touched).length;
  const heading = document.createElement('h2');
  heading.textContent = `${title}: ${count === 0 ? 'nothing was touched.' : `${count} ${count === 1 ? 'thing does' : 'things do'} not hold.`}`;
  const list = document.createElement('ul');
  for (const { text, touched } of lines) {
    const item = document.createElement('li');
    item.textContent = text;
    item.dir = 'auto';
    if (touched) item.className = 'touched';
    list.append(item);
  }
  result.replaceChildren(heading, list);
};

const checkText = async (title, text) => {
  if (!globalThis.crypto?.subtle) {
    showLines(title, [
      {
        text: 'This browser offers no SHA-256 to a page opened in this way. Open the file in a current Chrome, Edge or Firefox.',
        touched: true,
      },
    ]);
    return;
  }
  showLines(title, await verifyChainFile(findForm(text)));
};

const startVerifier = () => {
  document.getElementById('file').addEventListener('change', async ({ target }) => {
    const [file] = target.files;
    if (file) await checkText(file.name, await file.text());
  });
  return checkText('The copy in this page', document.getElementById('chain').textContent);
};

if (typeof document !== 'undefined') startVerifier();
