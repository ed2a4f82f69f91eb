import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../ui/Notice.tsx';

/** A part that comes in when it is first shown; nothing stands in its place for that moment. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function Later(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | null>(null);
    const [isMissing, setMissing] = useState(false);
    useEffect(() => {
      load().then(
        (part) => setPart(() => part),
        () => setMissing(true),
      );
    }, []);
    if (isMissing) return <Problem text="Waymark was updated while this page was open. Reload the page to go on." />;
    return Part && <Part {...props} />;
  };
}
