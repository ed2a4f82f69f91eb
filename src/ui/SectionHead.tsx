/** The heading of a section of rows, with how many there are. */
export function SectionHead({ id, title, count }: { id: string; title: string; count?: number }) {
  return (
    <h2 class="section-head" id={id}>
      {title}
      {count === undefined ? null : <span class="section-count">{count}</span>}
    </h2>
  );
}
