// All Node cases against all targets, then the table.

import * as anthropic from './anthropic_cases.mjs';
import { run, targets } from './checks.mjs';
import * as google from './google_cases.mjs';
import * as openai from './openai_cases.mjs';

for (const target of targets.openai) {
  await run('node openai', target.label, openai.casesFor(target), new openai.Api(target));
}
for (const target of targets.anthropic) {
  await run('node anthropic', target.label, anthropic.casesFor(target), new anthropic.Api(target));
}
for (const target of targets.google ?? []) {
  await run('node google', target.label, google.casesFor(target), new google.Api(target));
}
if (targets.table) {
  const { runTable } = await import('./table.mjs');
  await runTable(targets.table);
}
