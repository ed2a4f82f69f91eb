// Runs in the bundle's verify.html, opened from a disk: no imports, no network. `verifyChainFile` is also what the tests run.

const hashBytes = async (content) => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
const hash = (text) => hashBytes(new TextEncoder().encode(text));

const findForm = (canonical) => {
  try {
    return JSON.parse(canonical);
  } catch {
    return null;
  }
};

/** Lines to show: `{ text, touched }`, one for each entry, what does not hold of the others, and one of the seals. */
const verifyChainFile = async (chain) => {
  try {
    return isChain(chain) ? await verifyParts(chain) : [noChain];
  } catch {
    return [noChain];
  }
};

const noChain = { text: 'This is no chain.json of a meeting log.', touched: true };
const isChain = (chain) =>
  chain?.form === 'waymark-chain-1' && [chain.entries, chain.amendments, chain.seals].every(Array.isArray);

const verifyParts = async (chain) => {
  const lines = [];
  const known = new Set(chain.entries.map(({ id }) => id));
  for (const entry of chain.entries) {
    const amendments = chain.amendments.filter(({ meeting }) => meeting === entry.id);
    lines.push(await verifyEntry(entry, amendments, chain.people ?? {}));
    for (const signature of signaturesOf(entry)) lines.push(...(await verifySignature(signature, entry, chain)));
    for (const amendment of amendments) lines.push(...(await verifyAmendment(amendment, entry, amendments)));
  }
  for (const { id, meeting } of chain.amendments)
    if (!known.has(meeting))
      lines.push({ text: `Amendment ${id}: the entry it belongs to is missing.`, touched: true });
  return [...lines, ...verifySeals(chain)];
};

const nameEntry = ({ id, start }) => `Entry of ${String(start).slice(0, 10)} (${id})`;
const short = (digest) => `${String(digest).slice(0, 4)}-${String(digest).slice(4, 8)}`.toUpperCase();
const sealPrint = (digest) => `${short(digest)}-${short(String(digest).slice(8))}`;
const signaturesOf = ({ signatures }) => (Array.isArray(signatures) ? signatures : []);
const nameSignature = ({ by, at }, entry, { people = {} }) =>
  `${nameEntry(entry)}, signature of ${people[by] ?? by} (${String(at).slice(0, 10)})`;

/** What is sealed here, by the digest of its seal: its name, and the seal as it says itself. */
const findSealed = (chain) => [
  ...chain.entries.flatMap((entry) =>
    signaturesOf(entry).map((signature) => ({ name: nameSignature(signature, entry, chain), seal: signature.seal })),
  ),
  ...chain.amendments.map(({ id, seal }) => ({ name: `Amendment ${id}`, seal })),
];

/** Each seal names the one before it; what is sealed elsewhere is said to be left out, and is otherwise missing. */
const verifySeals = (chain) => {
  const { seals } = chain;
  const sealed = findSealed(chain);
  const byDigest = new Map(sealed.filter(({ seal }) => seal).map((each) => [each.seal.digest, each]));
  const problems = [];
  const at = new Map();
  seals.forEach(({ digest, previous, leftOut }, index) => {
    const name = byDigest.get(digest)?.name ?? `Seal ${sealPrint(digest)}`;
    if (previous !== (index === 0 ? '' : seals[index - 1].digest))
      problems.push(`${name}: what was sealed just before it is missing.`);
    if (at.has(digest)) problems.push(`${name}: its seal stands here twice.`);
    if (!leftOut && !byDigest.has(digest)) problems.push(`${name}: what it seals is missing.`);
    at.set(digest, index);
  });
  for (const { name, seal } of sealed) {
    if (!seal) problems.push(`${name}: it has no seal.`);
    else if (seals[at.get(seal.digest)]?.previous !== seal.previous)
      problems.push(`${name}: its seal is none of the log’s.`);
  }
  if (byDigest.size < sealed.filter(({ seal }) => seal).length) problems.push('Two have the same seal.');
  return [...problems.map((text) => ({ text, touched: true })), ...describeSeals(seals)];
};

const describeSeals = (seals) => {
  if (seals.length === 0) return [];
  const left = seals.filter(({ leftOut }) => leftOut).length;
  const last = `The last of ${seals.length} seals is ${sealPrint(seals.at(-1).digest)}.`;
  const rest =
    left === 0
      ? ''
      : ` ${left} of them ${left === 1 ? 'is' : 'are'} of another time or another mentee, or of what was taken back, and left out: that ${left === 1 ? 'it stands' : 'they stand'} in the chain is checked here, what ${left === 1 ? 'it seals' : 'they seal'} can’t be.`;
  return [{ text: `${last}${rest}`, touched: false }];
};

/** Where a seal from an earlier sheet or bundle stands; `typed` is at least its first sixteen digits. */
const findSeal = (chain, typed) => {
  const wanted = typed.toLowerCase().replace(/[^0-9a-f]/g, '');
  if (wanted.length < 16) return 'Type all sixteen digits of the seal.';
  const index = chain.seals.findIndex(({ digest }) => String(digest).startsWith(wanted));
  if (index === -1) return 'This log does not have that seal: what it stood for was changed or taken out since.';
  return `This log has that seal, as number ${index + 1} of ${chain.seals.length}: what was sealed up to then is still in its place.`;
};

/** What a signature’s own text says has to be what stands beside it; without that text nothing more can be told. */
const verifySignature = async (signature, entry, chain) => {
  if (signature.canonical === undefined || !signature.seal) return [];
  const form = findForm(signature.canonical);
  const isSame =
    form?.form === 'waymark-signature-1' &&
    form.meeting === entry.id &&
    form.previous === signature.seal.previous &&
    ['by', 'how', 'at', 'digest'].every((field) => form[field] === signature[field]);
  const isSealed = (await hash(String(signature.canonical))) === signature.seal.digest;
  if (isSame && isSealed) return [];
  const why = isSealed ? 'what stands beside it is of another signature.' : 'it is not as it was given.';
  return [{ text: `${nameSignature(signature, entry, chain)}: ${why}`, touched: true }];
};

/** The names of those whose signature under it is the file that was scanned. */
const findScan = (chain, digest) =>
  chain.entries.flatMap((entry) =>
    signaturesOf(entry)
      .filter(({ canonical }) => findForm(canonical)?.scan === digest)
      .map((signature) => nameSignature(signature, entry, chain)),
  );

const verifyEntry = async (entry, amendments, people) => {
  const name = nameEntry(entry);
  const touched = (why) => ({ text: `${name}: ${why}`, touched: true });
  const signatures = signaturesOf(entry);
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

const composeAmendmentSeal = ({ digest, seal }) =>
  JSON.stringify({ digest, form: 'waymark-amendment-seal-1', previous: seal.previous });

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
    ...signaturesOf(entry).map(({ digest }) => digest),
    ...amendments.map(({ digest }) => digest),
  ]);
  if (!before.has(amendment.previous)) problems.push('what it follows is missing.');
  if (amendments.filter(({ previous }) => previous === amendment.previous).length > 1)
    problems.push('another amendment follows the same one.');
  const { seal } = amendment;
  if (seal && (await hash(composeAmendmentSeal(amendment))) !== seal.digest) problems.push('its seal was changed.');
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

/** The chain that was checked last, for what is asked about it. */
let checked = null;

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
  const chain = findForm(text);
  const lines = await verifyChainFile(chain);
  checked = lines.includes(noChain) ? null : chain;
  showLines(title, lines);
};

/** A scan is looked up by its digest among the signatures of the chain that was checked last. */
const checkScan = async (file) => {
  const found = findScan(checked, await hashBytes(await file.arrayBuffer()));
  const text =
    found.length === 0 ? 'no signature here was given on this page.' : `the signed page of: ${found.join('; ')}.`;
  document.getElementById('scan-result').textContent = `${file.name}: ${text}`;
};

const startVerifier = () => {
  const on = (id, event, act) => document.getElementById(id).addEventListener(event, act);
  on('file', 'change', async ({ target }) => {
    const [file] = target.files;
    if (file) await checkText(file.name, await file.text());
  });
  on('scan', 'change', async ({ target }) => {
    const [file] = target.files;
    if (file && checked) await checkScan(file);
  });
  on('seal', 'change', ({ target }) => {
    document.getElementById('seal-result').textContent =
      target.value.trim() && checked ? findSeal(checked, target.value) : '';
  });
  return checkText('The copy in this page', document.getElementById('chain').textContent);
};

if (typeof document !== 'undefined') startVerifier();
