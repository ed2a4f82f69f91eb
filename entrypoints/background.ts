import { defineBackground } from 'wxt/utils/define-background';
import { startWorker } from '../src/app/worker/index.ts';

export default defineBackground({
  type: 'module',
  main: () => {
    startWorker(chrome);
  },
});
