// Who really wrote a message. A list may put its own address into From to satisfy mail servers ("Name via List"); then
// the person stands in another field (DESIGN section 5, Message.from).
import type { Address } from '../record.ts';
import type { MailHeaders, Parties } from './headers.ts';

const via = /^['"]?(.*?)['"]?\s+\(?(?:via|por|über|par|med|tramite|przez|через|通过)\s+.+$/i;
/** `ana=uni.example@groups.example`, `ana=40uni.example@dmarc.example`: the address within the list's. */
const within = /^([^=@]+)=(?:40)?([^=@]+\.[a-z]{2,})@/;
const listFields = ['list-id', 'list-post', 'mailing-list', 'x-mailing-list', 'x-google-group-id', 'x-beenthere'];

/** Addresses that people write to the list at (RFC 2369, List-Post), and that the list sends from. */
function listAddresses(headers: MailHeaders, { sender }: Parties): Set<string> {
  const post = headers.low('list-post').match(/mailto:([^>?\s]+)/)?.[1];
  const mailing = headers.low('x-mailing-list').match(/[^\s<>]+@[^\s<>]+/)?.[0];
  const found = [post, mailing, sender?.email.replace(/-bounces(\+[^@]*)?@/, '@')];
  return new Set(found.filter((email) => email !== undefined));
}

const bare = (name: string | undefined) => (name ?? '').replace(/['"]/g, '').trim().toLowerCase();

/** The person who wrote it: From, unless a list took that place. */
export function findSender(headers: MailHeaders, parties: Parties): Address {
  const { from, replyTo, cc } = parties;
  const name = from.name?.match(via)?.[1];
  const lists = listAddresses(headers, parties);
  const isListed = lists.size > 0 || listFields.some((field) => headers.has(field));
  const [, local, domain] = (isListed && within.exec(from.email)) || [];
  if (local && domain) return withName(name ?? from.name, `${local}@${domain}`);
  if (name === undefined && !lists.has(from.email)) return from;
  const original = originalOf(headers);
  if (original && !lists.has(original)) return withName(name, original);
  const people = [...replyTo, ...cc].filter(({ email }) => email !== from.email && !lists.has(email));
  const named = people.find((each) => name !== undefined && bare(each.name) === bare(name));
  const only = replyTo.filter(({ email }) => email !== from.email && !lists.has(email));
  // People have such names too: only a list's mail is its writer's by where answers go.
  const person = named ?? (isListed && only.length === 1 ? only[0] : undefined);
  return person ? withName(person.name ?? name, person.email) : from;
}

/** What Google Groups and Mailman keep of the From they replaced. */
function originalOf(headers: MailHeaders): string | undefined {
  for (const field of ['x-original-from', 'x-original-sender', 'original-from', 'x-mailman-original-from']) {
    const email = headers.low(field).match(/[^\s<>"]+@[^\s<>"]+/)?.[0];
    if (email) return email;
  }
  return undefined;
}

const withName = (name: string | undefined, email: string): Address => (name ? { name, email } : { email });
