/** The shape of the rows to come. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <div class="bone-row" key={row}>
          <div class="bone bone-face" />
          <div class="bone-lines">
            <div class={`bone bone-name bone-${row % 3}`} />
            <div class={`bone bone-line bone-${(row + 1) % 3}`} />
          </div>
          <div class="bone bone-chip" />
        </div>
      ))}
    </div>
  );
}
