import type { BundlePreview as Preview } from '../preview.ts';

/** Exactly what would leave: every file, how big it is, what it holds, and who reads it. */
export function BundlePreview({ preview }: { preview: Preview }) {
  return (
    <section aria-label="What the bundle holds">
      <p>
        <b>Who will read it:</b> {preview.reader}
      </p>
      <table class="table table-stacks bundle-files">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Holds</th>
            <th scope="col" class="figure">
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.files.map(({ path, about, holds, bytes }) => (
            <tr key={path}>
              <th scope="row">
                <bdi>{path}</bdi>
              </th>
              <td data-head="Holds">
                {about} <span class="quiet">{holds.join(', ')}</span>
              </td>
              <td class="figure one-line">{composeSize(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">Never in it: {preview.never.join(', ')}.</p>
    </section>
  );
}

/** "12 kB". */
function composeSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
