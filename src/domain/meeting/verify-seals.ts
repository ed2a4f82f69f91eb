// Whether each link of the chains is what was sealed, and follows one that is there.
import type { Link } from './links.ts';
import type { Finding, FindingCode } from './verify-chain.ts';

const changed: Record<Link['kind'], FindingCode> = {
  signature: 'signature-changed',
  amendment: 'seal-changed',
  withdrawal: 'withdrawal-changed',
};

/** `links` may be of several relationships, in any order. */
export async function verifySeals(links: readonly Link[]): Promise<Finding[]> {
  const chains = Map.groupBy(links, ({ relationship }) => relationship).values();
  return (await Promise.all([...chains].map(verifyLinks))).flat();
}

async function verifyLinks(links: readonly Link[]): Promise<Finding[]> {
  const digests = new Set(links.map(({ seal }) => seal.digest));
  const followers = new Map<string, number>();
  for (const { seal } of links) followers.set(seal.previous, (followers.get(seal.previous) ?? 0) + 1);
  const computed = await Promise.all(links.map((link) => link.digest()));
  return links.flatMap((link, index) => {
    const { kind, seal, at } = link;
    return [
      ...(computed[index] === seal.digest ? [] : [finding(changed[kind], link)]),
      ...(seal.previous === '' || digests.has(seal.previous) ? [] : [{ ...finding('seal-missing', link), at }]),
      ...(followers.get(seal.previous) === 1 ? [] : [finding('seal-doubled', link)]),
    ];
  });
}

const finding = (code: FindingCode, { meeting, by, amendment }: Link): Finding =>
  amendment === undefined ? { code, meeting, by } : { code, meeting, amendment };
