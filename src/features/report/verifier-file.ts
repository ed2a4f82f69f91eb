// One page that checks the chain: it holds a copy, takes chain.json as a file, loads nothing and sends nothing.
import { escapeHtml } from './write-html.ts';

/** @param script trusted text of our own, `verifier.js` beside this file */
export function composeVerifier(chain: string, script: string): string {
  const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Check the meeting log</title>
<style>
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: #111; background: #fff; }
li { margin: 0.3rem 0; overflow-wrap: anywhere; }
.touched { font-weight: 600; }
</style>
</head>
<body>
<h1>Check the meeting log</h1>
<p>Each entry was given a fingerprint (SHA-256) when it was signed, and each signature and amendment a seal that names the
one before it. This page computes them again and says which entry or signature is no longer what it was, and where one is
missing. It works without a network.</p>
<p><label>Check a file chain.json: <input type="file" id="file" accept=".json,application/json"></label></p>
<div id="result" role="status"><p>Checking the copy in this page.</p></div>
<h2>Compare with what was given out before</h2>
<p>Somebody who writes the whole chain anew, or takes its last links away, leaves no trace within it. A seal that stands on
an earlier sheet, or in an earlier file, shows that too.</p>
<p><label>Last seal on an earlier sheet: <input type="text" id="seal" size="24" autocomplete="off" spellcheck="false"></label></p>
<p id="seal-result" role="status"></p>
<p><label>A scan of a signed page: <input type="file" id="scan"></label></p>
<p id="scan-result" role="status"></p>
<script type="application/json" id="chain">${chain.replaceAll('<', '\\u003c')}</script>
<script>
${script.replace(/<\/script/gi, '<\\/script')}</script>
</body>
</html>
`;
}
