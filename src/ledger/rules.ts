// Which rules a cached derivation was made with: a digest of all that verdicts are derived with, put in by the build (see
// wxt.config.ts). A build with other rules, or with other fields in what they yield, takes nothing from the cache of
// another.

declare const __WAYMARK_RULES__: string | undefined;

export const RULES = typeof __WAYMARK_RULES__ === 'undefined' ? 'unbuilt' : __WAYMARK_RULES__;
