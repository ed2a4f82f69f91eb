import { hasSample } from '../../features/first-run/sample.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Desk } from './dashboard-state.ts';
import { withoutSample } from './sample-calls.ts';

/** Marks the sample data as such, and takes it out with one click. */
export function SampleBanner({ desk }: { desk: Desk }) {
  if (!hasSample(desk.small)) return null;
  const remove = () => void desk.asking.run(withoutSample(desk.deps), 'The sample data is gone');
  return (
    <Notice icon="people" title="This is sample data" action={<Button onClick={remove}>Remove it</Button>}>
      Four invented mentees. It goes by itself when you add your own.
    </Notice>
  );
}
