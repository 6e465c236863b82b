// OpenAI's SDK, served by a Bedrock provider.

import assert from 'node:assert/strict';

import OpenAI from 'openai';

import { collected, thrown } from './checks.mjs';

const weatherTool = {
  type: 'function',
  function: {
    name: 'get_weather',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};

export class Api {
  constructor(target) {
    this.target = target;
    this.client = new OpenAI({ apiKey: 'sk-local', baseURL: target.base_url, maxRetries: 0, timeout: 20000 });
  }

  chat(name, text, more = {}) {
    return this.client.chat.completions.create({
      model: this.target.prefix + name,
      messages: [
        { role: 'system', content: 'You are brief.' },
        { role: 'user', content: text },
      ],
      ...more,
    });
  }
}

async function answersText(api) {
  const answer = await api.chat('demo-fast', 'Name a river.');
  assert.ok(answer.choices[0].message.content.length > 0);
  assert.equal(answer.choices[0].finish_reason, 'stop');
  assert.ok(answer.usage.prompt_tokens > 0 && answer.usage.completion_tokens > 0);
}

async function streamsText(api) {
  const chunks = await collected(
    await api.chat('demo-fast', 'Name a river.', { stream: true, stream_options: { include_usage: true } }),
  );
  assert.ok(chunks.map((chunk) => chunk.choices[0]?.delta?.content ?? '').join('').length > 0);
  assert.equal(chunks.findLast((chunk) => chunk.choices[0]?.finish_reason).choices[0].finish_reason, 'stop');
  assert.ok(chunks.at(-1).usage.completion_tokens > 0);
}

async function streamsToolCalls(api) {
  const chunks = await collected(
    await api.chat('demo-fast', 'Weather in Paris? city=Paris', {
      stream: true,
      tools: [weatherTool],
      tool_choice: 'required',
    }),
  );
  const calls = chunks.flatMap((chunk) => chunk.choices[0]?.delta?.tool_calls ?? []);
  assert.equal(calls[0].function.name, 'get_weather');
  assert.equal(typeof JSON.parse(calls.map((call) => call.function.arguments ?? '').join('')).city, 'string');
}

async function tellsRateLimits(api) {
  const error = await thrown(OpenAI.RateLimitError, () => api.chat('demo-429', 'Hello'));
  assert.equal(error.status, 429);
}

// Two keys: one signs with the right secret, the other with a wrong one.
async function tellsAWrongSecret(api) {
  const error = await thrown(OpenAI.PermissionDeniedError, () =>
    api.client.chat.completions.create({
      model: 'locked-bedrock/demo-fast',
      messages: [{ role: 'user', content: 'Hello' }],
    }),
  );
  assert.ok(error.message.includes('signature'), error.message);
}

export function casesFor() {
  return [
    ['answers text', answersText],
    ['streams text', streamsText],
    ['streams tool calls', streamsToolCalls],
    ['tells rate limits', tellsRateLimits],
    ['tells a wrong secret', tellsAWrongSecret],
  ];
}
