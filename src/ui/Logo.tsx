/** The mark, a trail blaze: a diamond with a tick. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg class="logo" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <path
        fill="currentColor"
        d="M10 1.2c.4 0 .8.2 1.1.5l7.2 7.2c.6.6.6 1.6 0 2.2l-7.2 7.2c-.6.6-1.6.6-2.2 0l-7.2-7.2c-.6-.6-.6-1.6 0-2.2l7.2-7.2c.3-.3.7-.5 1.1-.5Z"
      />
      <path
        fill="none"
        stroke="var(--ground)"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
        d="m6.6 10.2 2.4 2.4 4.6-4.8"
      />
    </svg>
  );
}
