import { Icon } from '../../../ui/Icon.tsx';
import type { Evidence, Exhibit } from '../evidence.ts';
import { composeBeside, composeExhibit } from '../evidence-words.ts';
import { describeTime } from '../words.ts';
import { type Correcting, WhyMessage } from './WhyMessage.tsx';

interface WhyEvidenceProps extends Correcting {
  evidence: Evidence;
  now: string;
  zone: string;
}

/** What decides it, in order, and beside it what does not count: each message can be put right. */
export function WhyEvidence({ evidence: { decide, beside }, ...rest }: WhyEvidenceProps) {
  return (
    <section class="why-evidence" aria-label="What decides it">
      <h2 class="legend">What decides it</h2>
      {decide.length > 0 ? (
        <ol class="exhibits">
          {decide.map((each) => (
            <Shown key={each.id} exhibit={each} {...rest} />
          ))}
        </ol>
      ) : (
        <p class="quiet small">No message, contact or meeting was seen that counts for it.</p>
      )}
      {beside.length > 0 ? (
        <details class="beside">
          <summary>{composeBeside(beside.length)}</summary>
          <ol class="exhibits">
            {beside.map((each) => (
              <Shown key={each.id} exhibit={each} {...rest} />
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}

function Shown({ exhibit, ...rest }: { exhibit: Exhibit; now: string; zone: string } & Correcting) {
  if (exhibit.what === 'message') return <WhyMessage exhibit={exhibit} {...rest} />;
  return (
    <li class="exhibit">
      <span class="exhibit-mark" aria-hidden="true">
        <Icon name={exhibit.what === 'meeting' ? 'people' : exhibit.what === 'contact' ? 'person' : 'eye'} />
      </span>
      <div class="exhibit-words">
        <p class="exhibit-title">{composeExhibit(exhibit)}</p>
        <p class="quiet small">{describeTime(exhibit.at, rest.now, rest.zone)}</p>
      </div>
    </li>
  );
}
