import type { Provider } from '../../../domain/meeting/calendar.ts';

/** A calendar leaf in the provider's tint, with its initial; the name stands beside it. */
export function ProviderMark({ provider }: { provider: Provider }) {
  return (
    <svg class={`provider-mark provider-${provider}`} viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect class="provider-leaf" x="3" y="5" width="26" height="24" rx="6" />
      <path class="provider-band" d="M3 11a6 6 0 0 1 6-6h14a6 6 0 0 1 6 6v1H3Z" />
      <path class="provider-rings" d="M10 2.5v5 M22 2.5v5" />
      <text class="provider-letter" x="16" y="25" text-anchor="middle">
        {provider === 'google' ? 'G' : 'M'}
      </text>
    </svg>
  );
}
