// What users of Google's Node SDK rely on.

import assert from 'node:assert/strict';
import { ApiError, FinishReason, FunctionCallingConfigMode, GoogleGenAI, Type } from '@google/genai';

import { collected, png, thrown } from './checks.mjs';

const weather = {
  functionDeclarations: [
    {
      name: 'get_weather',
      description: 'Weather of a city',
      parameters: { type: Type.OBJECT, properties: { city: { type: Type.STRING } }, required: ['city'] },
    },
  ],
};

const personSchema = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
  required: ['name', 'age', 'tags'],
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
    this.client = this.clientWith({});
  }

  clientWith(httpOptions) {
    const { base_url: baseUrl, key: apiKey } = this.target;
    return new GoogleGenAI({ apiKey, vertexai: false, httpOptions: { baseUrl, timeout: 20000, ...httpOptions } });
  }

  model(name) {
    return this.target.prefix + name;
  }

  ask(contents, name = 'demo-fast', config = {}) {
    return this.client.models.generateContent({ model: this.model(name), contents, config });
  }

  stream(contents, name = 'demo-fast', config = {}) {
    return this.client.models.generateContentStream({ model: this.model(name), contents, config });
  }
}

const textOf = (chunks) => chunks.map((chunk) => chunk.text ?? '').join('');

async function readBroken(api, name) {
  const finished = [];
  let pieces = 0;
  const error = await thrown(Error, async () => {
    for await (const chunk of await api.stream('Tell me a story', name)) {
      pieces += chunk.text ? 1 : 0;
      finished.push(...(chunk.candidates ?? []).map((candidate) => candidate.finishReason).filter(Boolean));
    }
    return 'the stream ended as if it were whole';
  });
  assert.ok(pieces > 0, 'it broke before the first piece');
  assert.deepEqual(finished, []);
  return error;
}

/** Asks for an error; its message is the error body. */
async function refused(call, code, status) {
  const error = await thrown(ApiError, call);
  assert.equal(error.status, code);
  const body = JSON.parse(error.message);
  assert.equal(body.error.code, code);
  assert.equal(body.error.status, status);
  assert.ok(body.error.message);
}

const resultOf = (call) => ({
  functionResponse: { id: call.id, name: call.name, response: { result: `sun in ${call.args.city}` } },
});

const cases = {
  'text': async (api) => {
    const answer = await api.ask('say: Good morning');
    assert.equal(answer.text, 'Good morning');
    assert.equal(answer.candidates[0].finishReason, FinishReason.STOP);
    assert.equal(answer.candidates[0].content.role, 'model');
  },
  'usage adds up': async (api) => {
    const usage = (await api.ask('say: Good morning')).usageMetadata;
    assert.ok(usage.promptTokenCount > 0 && usage.candidatesTokenCount > 0);
    assert.equal(usage.totalTokenCount, usage.promptTokenCount + usage.candidatesTokenCount);
  },
  'text keeps its unicode': async (api) => {
    assert.equal((await api.ask('say: Grüße 🌈 日本語')).text, 'Grüße 🌈 日本語');
  },
  'both API versions': async (api) => {
    for (const apiVersion of ['v1', 'v1beta']) {
      const client = api.clientWith({ apiVersion });
      const answer = await client.models.generateContent({ model: api.model('demo-fast'), contents: 'say: hi' });
      assert.equal(answer.text, 'hi');
    }
  },
  'system instruction is read': async (api) => {
    const short = (await api.ask('say: hi')).usageMetadata.promptTokenCount;
    const answer = await api.ask('say: hi', 'demo-fast', { systemInstruction: 'Be brief. '.repeat(40) });
    assert.equal(answer.text, 'hi');
    assert.ok(answer.usageMetadata.promptTokenCount > short + 50, 'the provider did not read the instruction');
  },
  'chat of many turns': async (api) => {
    const chat = api.client.chats.create({ model: api.model('demo-fast') });
    const first = await chat.sendMessage({ message: 'say: one' });
    const second = textOf(await collected(await chat.sendMessageStream({ message: 'say: two' })));
    const third = await chat.sendMessage({ message: 'say: three' });
    assert.deepEqual([first.text, second, third.text], ['one', 'two', 'three']);
    assert.ok(third.usageMetadata.promptTokenCount > first.usageMetadata.promptTokenCount, 'the history is missing');
    assert.equal(chat.getHistory(true).filter((content) => content.role === 'user').length, 3);
  },
  'stream': async (api) => {
    const chunks = await collected(await api.stream('say: one two three four'));
    assert.equal(textOf(chunks), 'one two three four');
    assert.ok(chunks.length >= 4, `${chunks.length} chunks are not a stream`);
    const reasons = chunks.map((chunk) => chunk.candidates[0].finishReason);
    assert.deepEqual(reasons.filter(Boolean), [FinishReason.STOP]);
    assert.equal(reasons.at(-1), FinishReason.STOP);
    assert.ok(chunks.at(-1).usageMetadata.candidatesTokenCount > 0);
  },
  'token limit': async (api) => {
    const answer = await api.ask('Tell me a story', 'demo-fast', { maxOutputTokens: 16 });
    assert.equal(answer.candidates[0].finishReason, FinishReason.MAX_TOKENS);
  },
  'tool round trip': async (api) => {
    const contents = [{ role: 'user', parts: [{ text: 'Use get_weather with city=Paris' }] }];
    const first = await api.ask(contents, 'demo-fast', { tools: [weather] });
    const [call] = first.functionCalls;
    assert.deepEqual([call.name, call.args], ['get_weather', { city: 'Paris' }]);
    contents.push(first.candidates[0].content, { role: 'user', parts: [resultOf(call)] });
    assert.match((await api.ask(contents, 'demo-fast', { tools: [weather] })).text, /^The tool answered: .*sun in Paris/);
  },
  'parallel tools and their results': async (api) => {
    const contents = [{ role: 'user', parts: [{ text: 'Use get_weather city=Paris and get_weather city=Oslo' }] }];
    const first = await api.ask(contents, 'demo-fast', { tools: [weather] });
    assert.deepEqual(first.functionCalls.map((call) => call.args.city), ['Paris', 'Oslo']);
    contents.push(first.candidates[0].content, { role: 'user', parts: first.functionCalls.map(resultOf) });
    const second = await api.ask(contents, 'demo-fast', { tools: [weather] });
    assert.match(second.text, /sun in Paris.*sun in Oslo/);
  },
  'parallel tools in a stream': async (api) => {
    const chunks = await collected(
      await api.stream('Use get_weather city=Paris and get_weather city=Oslo', 'demo-fast', { tools: [weather] }),
    );
    const calls = chunks.flatMap((chunk) => chunk.functionCalls ?? []);
    assert.deepEqual(calls.map((call) => call.args), [{ city: 'Paris' }, { city: 'Oslo' }]);
  },
  'thinking survives a tool round trip in a chat of streams': async (api) => {
    const config = {
      tools: [weather],
      maxOutputTokens: 8000,
      thinkingConfig: { includeThoughts: true, thinkingBudget: 2048 },
    };
    const chat = api.client.chats.create({ model: api.model('demo-thinker'), config });
    const chunks = await collected(await chat.sendMessageStream({ message: 'Use get_weather with city=Paris' }));
    const parts = chunks.flatMap((chunk) => chunk.candidates[0].content.parts ?? []);
    assert.ok(parts.some((part) => part.thought && part.text), 'no thought');
    assert.ok(parts.some((part) => part.thoughtSignature), 'no signature');
    const { functionCall } = parts.find((part) => part.functionCall);
    const answer = await collected(await chat.sendMessageStream({ message: resultOf(functionCall) }));
    assert.match(textOf(answer), /^The tool answered: .*sun in Paris/);
  },
  'forced tool': async (api) => {
    const functionCallingConfig = { mode: FunctionCallingConfigMode.ANY, allowedFunctionNames: ['get_weather'] };
    const answer = await api.ask('Hello', 'demo-fast', { tools: [weather], toolConfig: { functionCallingConfig } });
    assert.deepEqual(answer.functionCalls.map((call) => call.name), ['get_weather']);
  },
  'image': async (api) => {
    const answer = await api.ask([{ inlineData: { mimeType: 'image/png', data: png } }, { text: 'What is this?' }]);
    assert.match(answer.text, /I can see 1 image/);
  },
  'structured output': async (api) => {
    const responseSchema = {
      type: Type.OBJECT,
      properties: {
        name: { type: Type.STRING },
        age: { type: Type.INTEGER },
        tags: { type: Type.ARRAY, items: { type: Type.STRING } },
      },
      required: ['name', 'age', 'tags'],
    };
    const config = { responseMimeType: 'application/json', responseSchema };
    assertPerson((await api.ask('Invent a person', 'demo-fast', config)).text);
  },
  'structured output by JSON schema': async (api) => {
    const config = { responseMimeType: 'application/json', responseJsonSchema: personSchema };
    assertPerson((await api.ask('Invent a person', 'demo-fast', config)).text);
  },
  'invalid value is a 400': (api) =>
    refused(() => api.ask('Hello', 'demo-fast', { topP: 7 }), 400, 'INVALID_ARGUMENT'),
  'wrong key is refused': (api) =>
    refused(
      () => api.client.models.generateContent({ model: api.target.wrong_key_model, contents: 'Hello' }),
      // Google's own word for a wrong key is 400, and its own clients get its own words.
      ...(api.target.own ? [400, 'INVALID_ARGUMENT'] : [401, 'UNAUTHENTICATED']),
    ),
  'unknown model is a 404': (api) => refused(() => api.ask('Hello', 'demo-nothing'), 404, 'NOT_FOUND'),
  'rate limit is a 429': (api) => refused(() => api.ask('Hello', 'demo-429'), 429, 'RESOURCE_EXHAUSTED'),
  'rate limit before a stream': (api) => refused(() => api.stream('Hello', 'demo-429'), 429, 'RESOURCE_EXHAUSTED'),
  'server error is a 500': (api) => refused(() => api.ask('Hello', 'demo-500'), 500, 'INTERNAL'),
  'cut stream throws': (api) => readBroken(api, 'demo-cut'),
  'error in stream is an ApiError': async (api) => {
    assert.ok((await readBroken(api, 'demo-error-in-stream')) instanceof ApiError);
  },
  'client may abort a stream': async (api) => {
    const abort = new AbortController();
    const stream = await api.stream('Tell me a story', 'demo-fast', { abortSignal: abort.signal });
    await thrown(Error, async () => {
      for await (const chunk of stream) {
        if (chunk.text) abort.abort();
      }
      return 'the stream went on after the abort';
    });
    assert.equal((await api.ask('say: still here')).text, 'still here');
  },
  'models are listed': async (api) => {
    const names = (await collected(await api.client.models.list())).map((model) => model.name);
    assert.ok(names.includes(`models/${api.model('demo-fast')}`), names.join().slice(0, 300));
  },
  'route headers are visible': async (api) => {
    const { headers } = (await api.ask('say: hi')).sdkHttpResponse;
    assert.deepEqual([headers['x-bifrost-provider'], headers['x-bifrost-model']], [api.target.provider, 'demo-fast']);
  },
};

export const casesFor = () => Object.entries(cases);
