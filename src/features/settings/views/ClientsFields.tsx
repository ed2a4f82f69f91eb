import type { Settings } from '../../../domain/settings.ts';
import { TextField } from '../../../ui/Field.tsx';

type Clients = NonNullable<Settings['clients']>;

interface ClientsFieldsProps {
  clients: Clients | undefined;
  /** Where providers send the answer: whoever registers a client names it. */
  signInAddress: string;
  onClients: (clients: Clients | undefined) => void;
}

const plain = { autocomplete: 'off', spellcheck: false, dir: 'ltr' } as const;
const hidden = { ...plain, type: 'password', autocomplete: 'new-password' } as const;

/** A client as fields: its id, and what more its provider asks for. */
interface ClientParts {
  id: string;
  more?: string | undefined;
}

/** What the fields of each provider's client are called. */
const words = {
  google: {
    id: { label: 'Google client id', hint: 'Ends in .apps.googleusercontent.com', input: plain },
    more: {
      label: 'Google client secret',
      hint: 'Clients of the type “web application” have one.',
      input: hidden,
    },
  },
  microsoft: {
    id: { label: 'Microsoft client id', hint: 'A client of the type “single-page application”', input: plain },
    more: { label: 'Microsoft directory', hint: 'Its id or domain. Empty lets every account sign in.', input: plain },
  },
} as const;

interface ClientFieldsProps {
  of: keyof typeof words;
  parts: ClientParts;
  onParts: (parts: ClientParts) => void;
}

const LONGEST = 300;

/** One provider's client; what more it asks for comes with its id. */
function ClientFields({ of, parts, onParts }: ClientFieldsProps) {
  const { id, more } = words[of];
  const trim = (text: string) => text.trim().slice(0, LONGEST);
  return (
    <div class="form-pair">
      <TextField {...id} value={parts.id} onText={(text) => onParts({ ...parts, id: trim(text) })} />
      {parts.id ? (
        <TextField {...more} value={parts.more ?? ''} onText={(text) => onParts({ ...parts, more: trim(text) })} />
      ) : null}
    </div>
  );
}

/** An empty id is no client; without any, those built in are used. */
function compose(google: ClientParts, microsoft: ClientParts): Clients | undefined {
  const kept = {
    ...(google.id && { google: { id: google.id, ...(google.more && { secret: google.more }) } }),
    ...(microsoft.id && { microsoft: { id: microsoft.id, ...(microsoft.more && { tenant: microsoft.more }) } }),
  };
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** The institution's own clients for signing in to calendar accounts. */
export function ClientsFields({ clients = {}, signInAddress, onClients }: ClientsFieldsProps) {
  const google = { id: clients.google?.id ?? '', more: clients.google?.secret };
  const microsoft = { id: clients.microsoft?.id ?? '', more: clients.microsoft?.tenant };
  return (
    <section class="card form" aria-label="Signing in to calendars">
      <div>
        <h2 class="card-title">Signing in to calendars</h2>
        <p class="quiet">
          Your institution may have registered Waymark with Google or Microsoft. Enter here what it gave you; without
          it, what came with Waymark is used. The address to register is{' '}
          <span class="sign-in-address">{signInAddress}</span>
        </p>
      </div>
      <ClientFields of="google" parts={google} onParts={(parts) => onClients(compose(parts, microsoft))} />
      <ClientFields of="microsoft" parts={microsoft} onParts={(parts) => onClients(compose(google, parts))} />
    </section>
  );
}
