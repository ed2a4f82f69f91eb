// Both signatures in the one column, each with who, how and when; who has not signed yet has a line to sign on.
import type { SheetSignature } from '../sheet.ts';
import { ways } from '../sheet-words.ts';

export function Signatures({ signatures }: { signatures: SheetSignature[] }) {
  return (
    <ul class="sheet-signatures">
      {signatures.map((signature) => (
        <li key={`${signature.role} ${signature.name} ${signature.fingerprint}`}>
          <Mark signature={signature} />
          <span class="sheet-line">
            {signature.role}: <bdi>{signature.name}</bdi>
          </span>
          {signature.how ? (
            <span class="sheet-line sheet-small">
              {ways[signature.how]}, {signature.at}, <span class="sheet-keep">{signature.fingerprint}</span>
            </span>
          ) : (
            <span class="sheet-line sheet-small">not signed yet</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What stands above the name: the strokes, the name as typed, or a line. */
function Mark({ signature: { drawing, typed, how, name } }: { signature: SheetSignature }) {
  if (drawing) {
    return (
      <svg
        class="sheet-drawing"
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="img"
        aria-label={`Signature of ${name}`}
      >
        {drawing.paths.map((path, at) => (
          <path key={at} d={path} fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" />
        ))}
      </svg>
    );
  }
  if (typed) {
    return (
      <span class="sheet-line sheet-typed" dir="auto">
        {typed}
      </span>
    );
  }
  return how ? null : <span class="sheet-rule" />;
}
