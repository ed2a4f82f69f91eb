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
<p>Each entry was given a fingerprint (SHA-256) when it was signed. This page computes it again and says which entry is
no longer what was signed. It works without a network.</p>
<p><label>Check a file chain.json: <input type="file" id="file" accept=".json,application/json"></label></p>
<div id="result" role="status"><p>Checking the copy in this page.</p></div>
<p>Somebody who changes an entry together with its fingerprint leaves no trace here: compare the fingerprints with those
on the printed sheet, or in the mails that confirmed it.</p>
<script type="application/json" id="chain">${chain.replaceAll('<', '\\u003c')}</script>
<script>
${script.replace(/<\/script/gi, '<\\/script')}</script>
</body>
</html>
`;
}
