// The texts of our own that a bundle carries.
import type { BundleParts } from './bundle.tsx';
import verifierScript from './verifier.js?raw';
import sheetCss from './views/sheet.css?raw';

export const bundleParts: BundleParts = { sheetCss, verifierScript };
