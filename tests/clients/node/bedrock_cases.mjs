// AWS's SDK for Bedrock, which signs, checks every checksum of the event stream and knows each error by its name.

import assert from 'node:assert/strict';

import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
  ThrottlingException,
  ValidationException,
} from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

import { collected, png, thrown } from './checks.mjs';

const weatherTool = {
  toolSpec: {
    name: 'get_weather',
    description: 'Weather of a city',
    inputSchema: { json: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
  },
};

export class Api {
  constructor(target) {
    this.target = target;
    this.client = new BedrockRuntimeClient({
      region: 'us-east-1',
      endpoint: target.base_url,
      credentials: target.credentials,
      maxAttempts: 1,
      // The SDK speaks HTTP/2 unless it is told otherwise.
      requestHandler: new NodeHttpHandler({ requestTimeout: 20000 }),
    });
  }

  model(name) {
    return this.target.prefix + name;
  }

  ask(name, text, more = {}) {
    return { modelId: this.model(name), messages: [{ role: 'user', content: [{ text }] }], ...more };
  }

  converse(name, text, more) {
    return this.client.send(new ConverseCommand(this.ask(name, text, more)));
  }

  async stream(name, text, more) {
    const answer = await this.client.send(new ConverseStreamCommand(this.ask(name, text, more)));
    return collected(answer.stream);
  }

  claude(text) {
    const body = {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 200,
      messages: [{ role: 'user', content: text }],
    };
    return { modelId: this.model(this.target.claude), contentType: 'application/json', body: JSON.stringify(body) };
  }
}

function textOf(events) {
  return events.map((event) => event.contentBlockDelta?.delta?.text ?? '').join('');
}

async function answersText(api) {
  const answer = await api.converse('demo-fast', 'Name a river.');
  assert.equal(answer.output.message.role, 'assistant');
  assert.ok(answer.output.message.content[0].text.length > 0);
  assert.equal(answer.stopReason, 'end_turn');
  assert.ok(answer.usage.inputTokens > 0 && answer.usage.outputTokens > 0);
  assert.equal(answer.usage.totalTokens, answer.usage.inputTokens + answer.usage.outputTokens);
}

async function streamsText(api) {
  const events = await api.stream('demo-fast', 'Name a river.');
  assert.ok(events[0].messageStart, JSON.stringify(events[0]));
  assert.ok(textOf(events).length > 0);
  assert.equal(events.find((event) => event.messageStop).messageStop.stopReason, 'end_turn');
  const { usage } = events.find((event) => event.metadata).metadata;
  assert.ok(usage.inputTokens > 0 && usage.outputTokens > 0);
  assert.ok(events.some((event) => event.contentBlockStop));
}

async function takesSystemAndSettings(api) {
  const answer = await api.converse('demo-fast', 'Tell me a long story.', {
    system: [{ text: 'You are brief.' }],
    inferenceConfig: { maxTokens: 3, temperature: 0.5 },
  });
  assert.equal(answer.stopReason, 'max_tokens');
}

async function callsToolsAndTakesResults(api) {
  const toolConfig = { tools: [weatherTool], toolChoice: { any: {} } };
  const first = await api.converse('demo-fast', 'What is the weather in Paris? city=Paris', { toolConfig });
  assert.equal(first.stopReason, 'tool_use');
  const call = first.output.message.content.find((block) => block.toolUse).toolUse;
  assert.equal(call.name, 'get_weather');
  assert.equal(typeof call.input.city, 'string');
  const second = await api.client.send(
    new ConverseCommand({
      modelId: api.model('demo-fast'),
      toolConfig: { tools: [weatherTool] },
      messages: [
        { role: 'user', content: [{ text: 'What is the weather in Paris?' }] },
        first.output.message,
        { role: 'user', content: [{ toolResult: { toolUseId: call.toolUseId, content: [{ json: { degrees: 21 } }] } }] },
      ],
    }),
  );
  assert.equal(second.stopReason, 'end_turn');
  assert.ok(second.output.message.content[0].text.length > 0);
}

async function streamsToolCalls(api) {
  const events = await api.stream('demo-fast', 'Weather in Paris? city=Paris', {
    toolConfig: { tools: [weatherTool], toolChoice: { tool: { name: 'get_weather' } } },
  });
  const start = events.find((event) => event.contentBlockStart?.start?.toolUse).contentBlockStart.start.toolUse;
  assert.equal(start.name, 'get_weather');
  assert.ok(start.toolUseId);
  const input = events.map((event) => event.contentBlockDelta?.delta?.toolUse?.input ?? '').join('');
  assert.equal(typeof JSON.parse(input).city, 'string');
  assert.equal(events.find((event) => event.messageStop).messageStop.stopReason, 'tool_use');
}

async function takesImages(api) {
  const bytes = Buffer.from(png, 'base64');
  const answer = await api.client.send(
    new ConverseCommand({
      modelId: api.model('demo-fast'),
      messages: [{ role: 'user', content: [{ text: 'What is this?' }, { image: { format: 'png', source: { bytes } } }] }],
    }),
  );
  assert.ok(answer.output.message.content[0].text.length > 0);
}

async function tellsRateLimits(api) {
  const error = await thrown(ThrottlingException, () => api.converse('demo-429', 'Hello'));
  assert.equal(error.$metadata.httpStatusCode, 429);
  assert.ok(error.message.length > 0);
}

async function tellsServerErrors(api) {
  const error = await thrown(Error, () => api.converse('demo-500', 'Hello'));
  assert.equal(error.name, 'InternalServerException');
  assert.ok(error.$metadata.httpStatusCode >= 500);
}

async function tellsWhatIsWrongWithARequest(api) {
  const error = await thrown(ValidationException, () => api.converse('demo-context-overflow', 'Hello'));
  assert.equal(error.$metadata.httpStatusCode, 400);
}

async function tellsABrokenStream(api) {
  const error = await thrown(Error, () => api.stream('demo-error-in-stream', 'Name a river.'));
  assert.ok(/Exception$/.test(error.name), `${error.name}: ${error.message}`);
}

async function tellsACutStream(api) {
  await thrown(Error, () => api.stream('demo-cut', 'Name a river.'));
}

async function invokesClaude(api) {
  const answer = await api.client.send(new InvokeModelCommand(api.claude('Name a river.')));
  const body = JSON.parse(Buffer.from(answer.body).toString());
  assert.equal(body.type, 'message');
  assert.equal(body.stop_reason, 'end_turn');
  assert.ok(body.content.some((block) => block.type === 'text' && block.text));
  assert.ok(body.usage.output_tokens > 0);
}

async function streamsClaude(api) {
  const answer = await api.client.send(new InvokeModelWithResponseStreamCommand(api.claude('Name a river.')));
  const chunks = await collected(answer.body);
  const events = chunks.map(({ chunk }) => JSON.parse(Buffer.from(chunk.bytes).toString()));
  assert.equal(events[0].type, 'message_start');
  assert.equal(events.at(-1).type, 'message_stop');
  assert.ok(events.map((event) => event.delta?.text ?? '').join('').length > 0);
}

// A body of another maker means nothing to a provider that is not Bedrock.
async function refusesOtherBodiesByName(api) {
  const error = await thrown(ValidationException, () =>
    api.client.send(
      new InvokeModelCommand({
        modelId: api.model('demo-fast'),
        contentType: 'application/json',
        body: JSON.stringify({ inputText: 'Hello' }),
      }),
    ),
  );
  assert.ok(error.message.includes('anthropic_version'), error.message);
}

export function casesFor(target) {
  const cases = [
    ['answers text', answersText],
    ['streams text', streamsText],
    ['takes system and settings', takesSystemAndSettings],
    ['calls tools and takes results', callsToolsAndTakesResults],
    ['streams tool calls', streamsToolCalls],
    ['takes images', takesImages],
    ['tells rate limits', tellsRateLimits],
    ['tells server errors', tellsServerErrors],
    ['tells what is wrong with a request', tellsWhatIsWrongWithARequest],
    ['tells a broken stream', tellsABrokenStream],
    ['tells a cut stream', tellsACutStream],
  ];
  if (target.claude) cases.push(['invokes Claude', invokesClaude], ['streams Claude', streamsClaude]);
  if (target.translated) cases.push(['refuses other bodies by name', refusesOtherBodiesByName]);
  return cases;
}
