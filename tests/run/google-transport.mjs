// In Node, as in the built extension, the calendar client is given our transport in the place of `googleapis-common`.
import { registerHooks } from 'node:module';

const transport = new URL('../../src/accounts/google/transport.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'googleapis-common' ? { url: transport, shortCircuit: true } : next(specifier, context),
});
