// All cases of Bedrock against all targets.

import * as bedrock from './bedrock_cases.mjs';
import { run, targets } from './checks.mjs';
import * as openai from './openai_cases.mjs';

let failed = 0;
for (const target of targets.bedrock) {
  failed += await run('node bedrock', target.label, bedrock.casesFor(target), new bedrock.Api(target));
}
for (const target of targets.openai ?? []) {
  failed += await run('node openai', target.label, openai.casesFor(target), new openai.Api(target));
}
process.exitCode = failed > 0 ? 1 : 0;
