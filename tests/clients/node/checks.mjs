// Runs cases and prints one line each: "cell CLIENT | TARGET | CASE | OUTCOME", where the outcome is "pass", or
// "refused" or "failed" with the reason behind it.

import assert from 'node:assert/strict';

export const targets = JSON.parse(process.env.BILROST_CLIENT_TARGETS);

// One red pixel, as a real PNG.
export const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==';

export function report(client, target, title, outcome, reason = '') {
  const text = String(reason).split(/\s+/).join(' ').slice(0, 500);
  console.log(`cell ${client} | ${target} | ${title} | ${outcome}${text ? ` ${text}` : ''}`);
}

/** Calls every case with the api; returns how many failed. */
export async function run(client, target, cases, api) {
  let failed = 0;
  for (const [title, body] of cases) {
    try {
      await body(api);
      report(client, target, title, 'pass');
    } catch (error) {
      failed += 1;
      report(client, target, title, 'failed', `${error?.constructor?.name}: ${error?.message ?? error}`);
    }
  }
  return failed;
}

/** The error of this class that the call throws; anything else is a failure. */
export async function thrown(kind, call) {
  let result;
  try {
    result = await call();
  } catch (error) {
    assert.ok(error instanceof kind, `expected ${kind.name}, found ${error?.constructor?.name}: ${error?.message}`);
    return error;
  }
  return assert.fail(`no ${kind.name}, but ${JSON.stringify(result)?.slice(0, 200)}`);
}

/** All that an iterable, or the promise of one, gives; `items` holds what came before it broke. */
export async function collected(iterable, items = []) {
  for await (const item of await iterable) items.push(item);
  return items;
}
