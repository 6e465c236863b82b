// Runs cases and prints one line each: "ok NAME" or "not ok NAME: reason".

import assert from 'node:assert/strict';

export const targets = JSON.parse(process.env.BILROST_CLIENT_TARGETS);

// One red pixel, as a real PNG.
export const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==';

/** Calls every case with the api; returns how many failed. */
export async function run(suite, label, cases, api) {
  let failed = 0;
  for (const [title, body] of cases) {
    const name = `${suite} ${label}: ${title}`;
    try {
      await body(api);
      console.log(`ok ${name}`);
    } catch (error) {
      failed += 1;
      const text = String(error?.message ?? error).split(/\s+/).join(' ').slice(0, 400);
      console.log(`not ok ${name}: ${error?.constructor?.name}: ${text}`);
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

export async function collected(iterable) {
  const items = [];
  for await (const item of iterable) items.push(item);
  return items;
}
