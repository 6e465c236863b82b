// Mistral's Node SDK, which reads every answer against its own schemas.

import { Mistral } from '@mistralai/mistralai';

import { png } from '../checks.mjs';

class Chat {
  constructor(client, { model, system, tools, schema }) {
    this.client = client;
    this.messages = system ? [{ role: 'system', content: system }] : [];
    this.options = { model };
    if (tools) this.options.tools = tools.map((tool) => ({ type: 'function', function: tool }));
    if (schema) {
      this.options.responseFormat = {
        type: 'json_schema', jsonSchema: { name: 'person', strict: true, schemaDefinition: schema },
      };
    }
  }

  user(text, { image } = {}) {
    const content = [{ type: 'text', text }];
    if (image) content.push({ type: 'image_url', imageUrl: { url: `data:image/png;base64,${png}` } });
    this.messages.push({ role: 'user', content });
  }

  results(list) {
    for (const { call, text } of list) {
      this.messages.push({ role: 'tool', toolCallId: call.id, name: call.name, content: text });
    }
  }

  read(message, usage, finishReason) {
    this.messages.push({ role: 'assistant', ...message });
    return {
      text: message.content ?? '',
      calls: (message.toolCalls ?? []).map(({ id, function: called }) => ({
        id, name: called.name,
        args: typeof called.arguments === 'string' ? JSON.parse(called.arguments) : called.arguments,
      })),
      usage: { input: usage?.promptTokens, output: usage?.completionTokens },
      ended: finishReason === 'stop',
    };
  }

  async send() {
    const answer = await this.client.chat.complete({ messages: this.messages, ...this.options });
    const { message, finishReason } = answer.choices[0];
    const { content, toolCalls } = message;
    return this.read({ content, toolCalls }, answer.usage, finishReason);
  }

  async stream(onPiece) {
    const calls = new Map();
    let content = '';
    let usage;
    let finishReason;
    for await (const { data } of await this.client.chat.stream({ messages: this.messages, ...this.options })) {
      usage = data.usage ?? usage;
      for (const { delta, finishReason: reason } of data.choices) {
        finishReason = reason ?? finishReason;
        if (delta.content) onPiece(delta.content);
        content += delta.content ?? '';
        for (const { id, index, function: called } of delta.toolCalls ?? []) {
          const known = calls.get(index);
          if (known) known.function.arguments += called.arguments;
          else calls.set(index, { id, function: { ...called } });
        }
      }
    }
    if (!finishReason) throw new Error('the stream ended without a finish reason');
    return this.read({ content, toolCalls: calls.size ? [...calls.values()] : undefined }, usage, finishReason);
  }
}

export const clients = {
  'node mistral': {
    make: ({ gateway }) =>
      new Mistral({ serverURL: gateway, apiKey: 'sk-local', retryConfig: { strategy: 'none' }, timeoutMs: 20000 }),
    Conversation: Chat,
    statusOf: (error) => error.statusCode,
    messageOf: (error) => `${error.message} ${error.body ?? ''}`,
  },
};
