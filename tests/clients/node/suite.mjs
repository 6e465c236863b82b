// All Node cases against all targets.

import * as anthropic from './anthropic_cases.mjs';
import { run, targets } from './checks.mjs';
import * as google from './google_cases.mjs';
import * as openai from './openai_cases.mjs';

let failed = 0;
for (const target of targets.openai) {
  failed += await run('node openai', target.label, openai.casesFor(target), new openai.Api(target));
}
for (const target of targets.anthropic) {
  failed += await run('node anthropic', target.label, anthropic.casesFor(target), new anthropic.Api(target));
}
for (const target of targets.google ?? []) {
  failed += await run('node google', target.label, google.casesFor(target), new google.Api(target));
}
process.exitCode = failed > 0 ? 1 : 0;
