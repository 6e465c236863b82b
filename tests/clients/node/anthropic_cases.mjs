// What users of Anthropic's Node SDK rely on.

import assert from 'node:assert/strict';
import Anthropic from '@anthropic-ai/sdk';

import { collected, png, thrown } from './checks.mjs';

const weather = {
  name: 'get_weather',
  description: 'Weather of a city',
  input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};

export class Api {
  constructor(target) {
    this.target = target;
    this.client = new Anthropic({ baseURL: target.base_url, apiKey: target.key, maxRetries: 0, timeout: 20000 });
  }

  model(name) {
    return this.target.prefix + name;
  }

  request(text, name = 'demo-fast', more = {}) {
    return { model: this.model(name), max_tokens: 3000, messages: [{ role: 'user', content: text }], ...more };
  }

  ask(text, name = 'demo-fast', more = {}) {
    return this.client.messages.create(this.request(text, name, more));
  }
}

async function readBroken(api, name) {
  const finished = [];
  let pieces = 0;
  await thrown(Error, async () => {
    for await (const event of await api.ask('Tell me a story', name, { stream: true })) {
      pieces += event.type === 'content_block_delta' ? 1 : 0;
      if (event.type === 'message_stop') finished.push(event);
    }
    return 'the stream ended as if it were whole';
  });
  assert.ok(pieces > 0, 'it broke before the first piece');
  assert.deepEqual(finished, []);
}

const everywhere = {
  'message': async (api) => {
    const answer = await api.ask('say: Good morning', 'demo-fast', { system: 'Be brief.' });
    assert.equal(answer.content[0].text, 'Good morning');
    assert.equal(answer.stop_reason, 'end_turn');
    assert.ok(answer.usage.input_tokens > 0 && answer.usage.output_tokens > 0);
  },
  'stream helper': async (api) => {
    const stream = api.client.messages.stream(api.request('say: one two three'));
    assert.equal(await stream.finalText(), 'one two three');
    assert.ok((await stream.finalMessage()).usage.output_tokens > 0);
  },
  'parallel tools in a stream, and their results': async (api) => {
    const more = { tools: [weather] };
    const question = api.request('Use get_weather city=Paris and get_weather city=Oslo', 'demo-fast', more);
    const first = await api.client.messages.stream(question).finalMessage();
    const calls = first.content.filter((block) => block.type === 'tool_use');
    assert.deepEqual(calls.map((call) => call.input.city), ['Paris', 'Oslo']);
    question.messages.push(
      { role: 'assistant', content: first.content },
      { role: 'user', content: calls.map((call, i) => ({ type: 'tool_result', tool_use_id: call.id, content: `sun${i} ` })) },
    );
    assert.equal((await api.client.messages.create(question)).content[0].text.trim(), 'The tool answered: sun0 sun1');
  },
  'image': async (api) => {
    const content = [
      { type: 'image', source: { type: 'base64', media_type: 'image/png', data: png } },
      { type: 'text', text: 'What is this?' },
    ];
    assert.match((await api.ask(content)).content[0].text, /I can see 1 image/);
  },
  'gzip answer': async (api) => {
    assert.ok((await api.ask('Hello', 'demo-gzip')).content[0].text);
  },
  'invalid value is a BadRequestError': async (api) => {
    const error = await thrown(Anthropic.BadRequestError, () => api.ask('Hello', 'demo-fast', { max_tokens: 0 }));
    assert.equal(error.error.type, 'error');
  },
  'unknown model is a NotFoundError': (api) => thrown(Anthropic.NotFoundError, () => api.ask('Hello', 'demo-nothing')),
  'rate limit carries retry-after': async (api) => {
    const error = await thrown(Anthropic.RateLimitError, () => api.ask('Hello', 'demo-429'));
    assert.equal(error.headers.get('retry-after'), '1');
  },
  'server error': (api) => thrown(Anthropic.InternalServerError, () => api.ask('Hello', 'demo-500')),
  'overload': (api) => thrown(Anthropic.InternalServerError, () => api.ask('Hello', 'demo-529')),
  'cut stream throws': (api) => readBroken(api, 'demo-cut'),
  'error in stream throws': (api) => readBroken(api, 'demo-error-in-stream'),
  'client may leave a stream': async (api) => {
    const stream = await api.ask('Tell me a story', 'demo-fast', { stream: true });
    for await (const event of stream) {
      if (event.type === 'content_block_delta') stream.controller.abort();
    }
    assert.equal((await api.ask('say: still here')).content[0].text, 'still here');
  },
};

const sameDialect = {
  'thinking comes with its signature': async (api) => {
    const more = { max_tokens: 4000, thinking: { type: 'enabled', budget_tokens: 1024 } };
    const final = await api.client.messages.stream(api.request('say: hi', 'demo-fast', more)).finalMessage();
    assert.deepEqual(final.content.map((block) => block.type), ['thinking', 'text']);
    assert.ok(final.content[0].signature);
  },
  'wrong key is an AuthenticationError': async (api) => {
    const client = api.client.withOptions({ apiKey: api.target.wrong_key });
    await thrown(Anthropic.AuthenticationError, () =>
      client.messages.create({ ...api.request('Hello'), model: api.target.wrong_key_model }),
    );
  },
  'models are listed': async (api) => {
    const names = (await collected(api.client.models.list())).map((model) => model.id);
    assert.ok(names.some((name) => name.endsWith('demo-fast')), names.join());
  },
  'tokens are counted': async (api) => {
    const { model, messages } = api.request('Hello there, how are you?');
    assert.ok((await api.client.messages.countTokens({ model, messages })).input_tokens > 0);
  },
};

const gateway = {
  'route headers are visible': async (api) => {
    const { data, response } = await api.ask('say: hi').withResponse();
    assert.equal(response.headers.get('x-bifrost-provider'), api.target.provider);
    assert.equal(response.headers.get('x-bifrost-model'), 'demo-fast');
    assert.equal(data.content[0].text, 'hi');
  },
};

export function casesFor(target) {
  return Object.entries({ ...everywhere, ...(target.translated ? {} : sameDialect), ...(target.gateway ? gateway : {}) });
}
