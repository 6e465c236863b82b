// What users of OpenAI's Node SDK rely on.

import assert from 'node:assert/strict';
import OpenAI from 'openai';

import { collected, png, thrown } from './checks.mjs';

const weather = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'Weather of a city',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
      additionalProperties: false,
    },
  },
};

const personSchema = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
  required: ['name', 'age', 'tags'],
  additionalProperties: false,
};

function assertPerson(text) {
  const person = JSON.parse(text);
  assert.equal(typeof person.name, 'string');
  assert.ok(Number.isInteger(person.age));
  assert.ok(Array.isArray(person.tags));
}

export class Api {
  constructor(target) {
    this.target = target;
    this.client = new OpenAI({ baseURL: target.base_url, apiKey: target.key, maxRetries: 0, timeout: 20000 });
  }

  model(name) {
    return this.target.prefix + name;
  }

  ask(text, name = 'demo-fast', more = {}) {
    return this.client.chat.completions.create({
      model: this.model(name),
      messages: [{ role: 'user', content: text }],
      ...more,
    });
  }
}

async function readBroken(api, name) {
  const finished = [];
  let pieces = 0;
  await thrown(Error, async () => {
    for await (const chunk of await api.ask('Tell me a story', name, { stream: true })) {
      pieces += chunk.choices[0]?.delta.content ? 1 : 0;
      finished.push(...chunk.choices.map((choice) => choice.finish_reason).filter(Boolean));
    }
    return 'the stream ended as if it were whole';
  });
  assert.ok(pieces > 0, 'it broke before the first piece');
  assert.deepEqual(finished, []);
}

const everywhere = {
  'chat': async (api) => {
    const answer = await api.ask('say: Good morning');
    assert.equal(answer.choices[0].message.content, 'Good morning');
    assert.equal(answer.choices[0].finish_reason, 'stop');
    assert.ok(answer.usage.prompt_tokens > 0 && answer.usage.completion_tokens > 0);
  },
  'stream': async (api) => {
    const chunks = await collected(await api.ask('say: one two three four', 'demo-fast', { stream: true }));
    assert.equal(chunks.flatMap((chunk) => chunk.choices).map((c) => c.delta.content ?? '').join(''), 'one two three four');
    assert.ok(chunks.every((chunk) => !chunk.usage), 'usage was not asked for');
  },
  'stream with usage': async (api) => {
    const more = { stream: true, stream_options: { include_usage: true } };
    const last = (await collected(await api.ask('say: one two', 'demo-fast', more))).at(-1);
    assert.deepEqual(last.choices, []);
    assert.ok(last.usage.completion_tokens > 0);
  },
  'tool round trip': async (api) => {
    const messages = [{ role: 'user', content: 'Use get_weather with city=Paris' }];
    const options = { model: api.model('demo-fast'), tools: [weather] };
    const first = await api.client.chat.completions.create({ messages, ...options });
    const call = first.choices[0].message.tool_calls[0];
    assert.deepEqual(JSON.parse(call.function.arguments), { city: 'Paris' });
    messages.push(first.choices[0].message, { role: 'tool', tool_call_id: call.id, content: '22 degrees' });
    const second = await api.client.chat.completions.create({ messages, ...options });
    assert.equal(second.choices[0].message.content, 'The tool answered: 22 degrees');
  },
  'stream helper runs parallel tools': async (api) => {
    const cities = [];
    const tool = {
      type: 'function',
      function: {
        ...weather.function,
        parse: JSON.parse,
        function: ({ city }) => {
          cities.push(city);
          return `sun in ${city} `;
        },
      },
    };
    const runner = api.client.chat.completions.runTools({
      model: api.model('demo-fast'),
      messages: [{ role: 'user', content: 'Use get_weather city=Paris and get_weather city=Oslo' }],
      tools: [tool],
      stream: true,
    });
    assert.equal((await runner.finalContent()).trim(), 'The tool answered: sun in Paris sun in Oslo');
    assert.deepEqual(cities, ['Paris', 'Oslo']);
  },
  'image as data URL': async (api) => {
    const content = [
      { type: 'text', text: 'What is this?' },
      { type: 'image_url', image_url: { url: `data:image/png;base64,${png}` } },
    ];
    const answer = await api.ask(content);
    assert.match(answer.choices[0].message.content, /I can see 1 image/);
  },
  'structured output': async (api) => {
    const response_format = { type: 'json_schema', json_schema: { name: 'person', strict: true, schema: personSchema } };
    const answer = await api.ask('Invent a person', 'demo-fast', { response_format });
    assertPerson(answer.choices[0].message.content);
  },
  'gzip answer': async (api) => {
    assert.ok((await api.ask('Hello', 'demo-gzip')).choices[0].message.content);
  },
  'invalid value is a BadRequestError': async (api) => {
    const error = await thrown(OpenAI.BadRequestError, () => api.ask('Hello', 'demo-fast', { temperature: 5 }));
    assert.match(error.message, /temperature/);
  },
  'unknown model is a NotFoundError': (api) => thrown(OpenAI.NotFoundError, () => api.ask('Hello', 'demo-nothing')),
  'rate limit carries retry-after': async (api) => {
    const error = await thrown(OpenAI.RateLimitError, () => api.ask('Hello', 'demo-429'));
    assert.equal(error.headers.get('retry-after'), '1');
  },
  'rate limit before a stream': (api) =>
    thrown(OpenAI.RateLimitError, () => api.ask('Hello', 'demo-429', { stream: true })),
  'server error': (api) => thrown(OpenAI.InternalServerError, () => api.ask('Hello', 'demo-500')),
  'overload': (api) => thrown(OpenAI.InternalServerError, () => api.ask('Hello', 'demo-529')),
  'cut stream throws': (api) => readBroken(api, 'demo-cut'),
  'error in stream throws': (api) => readBroken(api, 'demo-error-in-stream'),
  'cut answer throws': async (api) => {
    const error = await thrown(Error, () => api.ask('Tell me a story', 'demo-cut'));
    assert.ok((error.status ?? 502) >= 500, `the client is blamed: ${error.message}`);
  },
  'client may leave a stream': async (api) => {
    const stream = await api.ask('Tell me a story', 'demo-fast', { stream: true });
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta.content) stream.controller.abort();
    }
    assert.equal((await api.ask('say: still here')).choices[0].message.content, 'still here');
  },
  'response': async (api) => {
    const answer = await api.client.responses.create({ model: api.model('demo-fast'), input: 'say: Good evening' });
    assert.equal(answer.output_text, 'Good evening');
    assert.equal(answer.status, 'completed');
  },
  'response stream': async (api) => {
    const events = await collected(
      await api.client.responses.create({ model: api.model('demo-fast'), input: 'say: one two three', stream: true }),
    );
    const deltas = events.filter((event) => event.type === 'response.output_text.delta');
    assert.equal(deltas.map((event) => event.delta).join(''), 'one two three');
    assert.equal(events.at(-1).type, 'response.completed');
  },
};

const sameDialect = {
  'wrong key is an AuthenticationError': async (api) => {
    const client = api.client.withOptions({ apiKey: api.target.wrong_key });
    const messages = [{ role: 'user', content: 'Hello' }];
    await thrown(OpenAI.AuthenticationError, () =>
      client.chat.completions.create({ model: api.target.wrong_key_model, messages }),
    );
  },
  'models are listed': async (api) => {
    const names = (await collected(api.client.models.list())).map((model) => model.id);
    assert.ok(names.some((name) => name.endsWith('demo-fast')), names.join());
  },
  'embeddings as base64 and as floats': async (api) => {
    const request = { model: api.model('demo-embedding'), input: 'a bridge', dimensions: 64 };
    const packed = await api.client.embeddings.create(request);
    const plain = await api.client.embeddings.create({ ...request, encoding_format: 'float' });
    assert.equal(packed.data[0].embedding.length, 64);
    plain.data[0].embedding.forEach((value, i) => assert.ok(Math.abs(value - packed.data[0].embedding[i]) < 1e-5));
  },
  'response structured output': async (api) => {
    const format = { type: 'json_schema', name: 'person', strict: true, schema: personSchema };
    const input = 'Invent a person';
    assertPerson((await api.client.responses.create({ model: api.model('demo-fast'), input, text: { format } })).output_text);
  },
  'response stream helper accumulates tool calls': async (api) => {
    const stream = api.client.responses.stream({
      model: api.model('demo-fast'),
      input: 'Use get_weather city=Paris and get_weather city=Oslo',
      tools: [{ type: 'function', name: 'get_weather', parameters: weather.function.parameters, strict: true }],
    });
    const calls = (await stream.finalResponse()).output.filter((item) => item.type === 'function_call');
    assert.deepEqual(calls.map((call) => JSON.parse(call.arguments).city), ['Paris', 'Oslo']);
  },
  'response stream that is cut throws': async (api) => {
    const finished = [];
    await thrown(Error, async () => {
      const request = { model: api.model('demo-cut'), input: 'A story', stream: true };
      for await (const event of await api.client.responses.create(request)) {
        if (event.type === 'response.completed') finished.push(event);
        if (event.type === 'error' || event.type === 'response.failed') throw new Error(event.type);
      }
      return 'the stream ended as if it were whole';
    });
    assert.deepEqual(finished, []);
  },
};

const gateway = {
  'route headers are visible': async (api) => {
    const { data, response } = await api.ask('say: hi').withResponse();
    assert.equal(response.headers.get('x-bifrost-provider'), api.target.provider);
    assert.equal(response.headers.get('x-bifrost-model'), 'demo-fast');
    assert.equal(data.choices[0].message.content, 'hi');
  },
};

export function casesFor(target) {
  return Object.entries({ ...everywhere, ...(target.translated ? {} : sameDialect), ...(target.gateway ? gateway : {}) });
}
