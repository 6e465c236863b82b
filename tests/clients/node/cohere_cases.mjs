// What users of Cohere's Node SDK rely on, whoever answers; and users of OpenAI's when Cohere answers.

import assert from 'node:assert/strict';
import { CohereClientV2, CohereError } from 'cohere-ai';
import OpenAI from 'openai';

import { collected, thrown } from './checks.mjs';

const once = { maxRetries: 0, timeoutInSeconds: 20 };
const both = 'Use get_weather city=Paris and get_weather city=Oslo';
const weather = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'Weather of a city',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};
const person = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
  required: ['name', 'age', 'tags'],
};

const asMessages = (messages) => (typeof messages === 'string' ? [{ role: 'user', content: messages }] : messages);
const textOf = (answer) => answer.message.content.map((block) => block.text ?? '').join('');

export class Api {
  constructor(target) {
    this.target = target;
    this.client = new CohereClientV2({ token: target.key, environment: target.base_url });
  }

  ask(messages, model = 'demo-fast', options = {}) {
    return this.client.chat({ model: this.target.prefix + model, messages: asMessages(messages), ...options }, once);
  }

  async stream(messages, model = 'demo-fast', options = {}) {
    return this.client.chatStream({ model: this.target.prefix + model, messages: asMessages(messages), ...options }, once);
  }
}

const streamedText = (events) =>
  events.filter((event) => event.type === 'content-delta').map((event) => event.delta.message.content.text ?? '').join('');

async function refused(api, status, model, options) {
  const error = await thrown(CohereError, () => api.ask('Hello', model, options));
  assert.equal(error.statusCode, status);
  assert.ok(error.body.message);
}

const cases = {
  'text and usage': async (api) => {
    const answer = await api.ask('say: Grüße 🌈 日本語');
    assert.equal(textOf(answer), 'Grüße 🌈 日本語');
    assert.equal(answer.finishReason, 'COMPLETE');
    assert.ok(answer.usage.tokens.inputTokens > 3 && answer.usage.billedUnits.outputTokens > 0);
  },
  'stream': async (api) => {
    const events = await collected(api.stream('say: one two three four'));
    assert.equal(streamedText(events), 'one two three four');
    assert.equal(events[0].type, 'message-start');
    assert.ok(events[0].id);
    assert.equal(events.at(-1).delta.finishReason, 'COMPLETE');
    assert.equal(events.at(-1).delta.usage.tokens.outputTokens, 4);
  },
  'tool round trip': async (api) => {
    const messages = asMessages(both);
    const first = await api.ask(messages, 'demo-fast', { tools: [weather] });
    assert.equal(first.finishReason, 'TOOL_CALL');
    const calls = first.message.toolCalls;
    assert.deepEqual(calls.map((call) => JSON.parse(call.function.arguments).city), ['Paris', 'Oslo']);
    messages.push(first.message);
    for (const [i, call] of calls.entries()) {
      const content = [{ type: 'document', document: { data: { result: `sun${i} ` } } }];
      messages.push({ role: 'tool', toolCallId: call.id, content });
    }
    assert.match(textOf(await api.ask(messages, 'demo-fast', { tools: [weather] })), /sun0\s*sun1/);
  },
  'tools in a stream': async (api) => {
    const pieces = [];
    for (const event of await collected(api.stream(both, 'demo-fast', { tools: [weather], toolChoice: 'REQUIRED' }))) {
      if (event.type === 'tool-call-start') pieces[event.index] = event.delta.message.toolCalls.function.arguments;
      if (event.type === 'tool-call-delta') pieces[event.index] += event.delta.message.toolCalls.function.arguments;
    }
    assert.deepEqual(pieces.map((text) => JSON.parse(text).city), ['Paris', 'Oslo']);
  },
  'structured output': async (api) => {
    const responseFormat = { type: 'json_object', jsonSchema: person };
    const answer = await api.ask('Invent a person as JSON', 'demo-fast', { responseFormat });
    assert.deepEqual(Object.keys(JSON.parse(textOf(answer))).sort(), ['age', 'name', 'tags']);
  },
  'documents': async (api) => {
    const documents = [{ id: 'd1', data: { text: 'Words. '.repeat(40) } }];
    const plain = await api.ask('say: hi');
    const answer = await api.ask('say: hi', 'demo-fast', { documents });
    if (!api.target.prefix.startsWith('anthropic')) { // the demo provider counts no tokens of its document blocks
      assert.ok(answer.usage.tokens.inputTokens > plain.usage.tokens.inputTokens + 30, 'the documents were not read');
    }
    if (api.target.own) assert.equal(answer.message.citations[0].sources[0].id, 'd1');
  },
  'errors': async (api) => {
    await refused(api, 400, 'demo-fast', { temperature: 7 });
    await refused(api, 404, 'demo-nothing');
    await refused(api, 429, 'demo-429');
    await refused(api, 500, 'demo-500');
    const { wrong_key: token, wrong_key_model: model } = api.target;
    const client = new CohereClientV2({ token, environment: api.target.base_url });
    const error = await thrown(CohereError, () => client.chat({ model, messages: asMessages('Hello') }, once));
    assert.equal(error.statusCode, 401);
  },
  'cut stream throws': async (api) => {
    const seen = [];
    await thrown(Error, async () => {
      await collected(api.stream('Tell me a story', 'demo-cut'), seen);
      return 'the stream ended as if it were whole';
    });
    assert.ok(streamedText(seen), 'it broke before the first piece');
  },
  'error in stream is told': async (api) => {
    const seen = [];
    await collected(api.stream('Tell me a story', 'demo-error-in-stream'), seen).catch(() => {
      assert.ok(!api.target.own, "Cohere's own end was cut");
    });
    assert.equal(seen.at(-1).delta.finishReason, 'ERROR');
    assert.ok(seen.at(-1).delta.error);
  },
};

const others = {
  'openai text and stream': async ({ client, model }) => {
    const messages = asMessages('say: one two three');
    const answer = await client.chat.completions.create({ model: model(), messages, top_p: 1 });
    assert.equal(answer.choices[0].message.content, 'one two three');
    const chunks = await collected(client.chat.completions.create({ model: model(), messages, stream: true }));
    assert.equal(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join(''), 'one two three');
  },
  'openai runs tools': async ({ client, model }) => {
    const asked = [];
    const get_weather = { ...weather.function, parse: JSON.parse, function: ({ city }) => `sun${asked.push(city)} ` };
    const runner = client.chat.completions.runTools({
      model: model(), messages: asMessages(both), stream: true, tools: [{ type: 'function', function: get_weather }],
    });
    assert.match(await runner.finalContent(), /sun1\s*sun2/);
    assert.deepEqual(asked, ['Paris', 'Oslo']);
  },
  'openai sees errors': async ({ client, model }) => {
    const ask = (name, more = {}) =>
      client.chat.completions.create({ model: model(name), messages: asMessages('Hello'), ...more });
    await thrown(OpenAI.RateLimitError, () => ask('demo-429'));
    await thrown(OpenAI.NotFoundError, () => ask('demo-nothing'));
    await thrown(OpenAI.APIError, () => collected(ask('demo-cut', { stream: true })));
  },
};

/** Of OpenAI's SDK with Cohere behind the gateway. */
export class Others {
  constructor(target) {
    this.client = new OpenAI({ apiKey: 'sk-local', baseURL: `${target.base_url}/v1`, maxRetries: 0, timeout: 20000 });
    this.model = (name = 'demo-fast') => target.prefix + name;
  }
}

export const casesFor = () => Object.entries(cases);
export const othersFor = () => Object.entries(others);
