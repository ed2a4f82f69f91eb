// One message as a table of header fields, for tables of mail systems.
import { MailHeaders } from '../../../src/domain/thread/headers.ts';
import { type KindReading, readKind } from '../../../src/domain/thread/kind.ts';

export interface MailCase {
  what: string;
  /** One field a line; the fields of addresses are read for their addresses too. */
  fields: string;
  /** Content types of the parts below the message's own. */
  parts?: string[];
  people?: string[];
}

const emailsIn = (value: string) => (value.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []).map((email) => ({ email }));

export function readCase({ fields, parts = [], people }: MailCase): KindReading {
  const lines = fields.trim().split(/\n\s*/);
  const headers = new MailHeaders(
    lines.map((line) => {
      const at = line.indexOf(':');
      return { name: line.slice(0, at), value: line.slice(at + 1) };
    }),
  );
  return readKind({
    headers,
    from: emailsIn(headers.low('from'))[0] ?? { email: 'ana@uni.example' },
    to: [...emailsIn(headers.low('to')), ...emailsIn(headers.low('cc'))],
    subject: headers.first('subject') || 'Question about the form',
    parts: [headers.first('content-type'), ...parts],
    ...(people && { people: new Set(people) }),
  });
}
