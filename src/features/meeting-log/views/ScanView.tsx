import type { Attachment } from '../../../domain/meeting/meeting.ts';

/** The scan of a signed page: an image is shown, a PDF is saved. */
export function ScanView({ scan }: { scan: Attachment }) {
  const url = `data:${scan.type};base64,${scan.data}`;
  return (
    <figure class="scan">
      {scan.type === 'application/pdf' ? null : <img class="scan-image" src={url} alt={`Signed page, ${scan.name}`} />}
      <figcaption>
        <a class="button" href={url} download={scan.name}>
          Save <bdi>{scan.name}</bdi>
        </a>
      </figcaption>
    </figure>
  );
}
