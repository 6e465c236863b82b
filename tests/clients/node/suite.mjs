// All Node cases against all targets, then the table.

import * as anthropic from './anthropic_cases.mjs';
import * as bedrock from './bedrock_cases.mjs';
import * as behindBedrock from './bedrock_openai_cases.mjs';
import { run, targets } from './checks.mjs';
import * as cohere from './cohere_cases.mjs';
import * as google from './google_cases.mjs';
import * as openai from './openai_cases.mjs';
import * as operations from './operation_cases.mjs';

for (const target of targets.openai) {
  await run('node openai', target.label, openai.casesFor(target), new openai.Api(target));
}
for (const target of targets.anthropic) {
  await run('node anthropic', target.label, anthropic.casesFor(target), new anthropic.Api(target));
}
for (const target of targets.google ?? []) {
  await run('node google', target.label, google.casesFor(target), new google.Api(target));
}
for (const target of targets.cohere) {
  await run('node cohere', target.label, cohere.casesFor(), new cohere.Api(target));
}
for (const target of targets.operations ?? []) {
  await run('node operations', target.label, operations.casesFor(), new operations.Api(target));
}
for (const target of targets['behind cohere'] ?? []) {
  await run('node openai', target.label, cohere.othersFor(), new cohere.Others(target));
}
for (const target of targets.bedrock) {
  await run('node bedrock', target.label, bedrock.casesFor(target), new bedrock.Api(target));
}
for (const target of targets['behind bedrock'] ?? []) {
  await run('node openai', target.label, behindBedrock.casesFor(), new behindBedrock.Api(target));
}
if (targets.table) {
  const { runTable } = await import('./table.mjs');
  await runTable(targets.table);
}
