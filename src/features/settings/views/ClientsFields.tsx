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

/** An empty id is no client; without any, those built in are used. */
function compose(clients: Clients): Clients | undefined {
  const { google, microsoft } = clients;
  const kept = { ...(google?.id && { google }), ...(microsoft?.id && { microsoft }) };
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** A part of a client with one field set, or left out when it is empty. */
function withField<T extends object>(part: T, field: string, text: string): Partial<T> {
  const { [field as keyof T]: _, ...rest } = part;
  const value = text.trim().slice(0, 300);
  return { ...rest, ...(value && { [field]: value }) } as Partial<T>;
}

/** The institution's own clients for signing in to calendar accounts. */
export function ClientsFields({ clients = {}, signInAddress, onClients }: ClientsFieldsProps) {
  const google = clients.google ?? { id: '' };
  const microsoft = clients.microsoft ?? { id: '' };
  const setGoogle = (field: 'id' | 'secret') => (text: string) =>
    onClients(compose({ ...clients, google: { id: '', ...withField(google, field, text) } }));
  const setMicrosoft = (field: 'id' | 'tenant') => (text: string) =>
    onClients(compose({ ...clients, microsoft: { id: '', ...withField(microsoft, field, text) } }));
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
      <div class="form-pair">
        <TextField
          label="Google client id"
          hint="Ends in .apps.googleusercontent.com"
          value={google.id}
          onText={setGoogle('id')}
          input={plain}
        />
        {google.id ? (
          <TextField
            label="Google client secret"
            hint="Clients of the type “web application” have one."
            value={google.secret ?? ''}
            onText={setGoogle('secret')}
            input={{ ...plain, type: 'password', autocomplete: 'new-password' }}
          />
        ) : null}
      </div>
      <div class="form-pair">
        <TextField
          label="Microsoft client id"
          hint="A client of the type “single-page application”"
          value={microsoft.id}
          onText={setMicrosoft('id')}
          input={plain}
        />
        {microsoft.id ? (
          <TextField
            label="Microsoft directory"
            hint="Its id or domain. Empty lets every account sign in."
            value={microsoft.tenant ?? ''}
            onText={setMicrosoft('tenant')}
            input={plain}
          />
        ) : null}
      </div>
    </section>
  );
}
