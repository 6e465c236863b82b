// Anthropic's Node SDK.

import Anthropic from '@anthropic-ai/sdk';

import { png } from '../checks.mjs';

class Messages {
  constructor(client, { model, system, tools, schema, thinks }) {
    this.client = client;
    this.messages = [];
    this.options = { model, max_tokens: 4000 };
    if (system) this.options.system = system;
    if (tools) {
      this.options.tools = tools.map(({ name, description, parameters }) => ({
        name, description, input_schema: parameters,
      }));
    }
    if (schema) this.options.output_config = { format: { type: 'json_schema', schema } };
    if (thinks) this.options.thinking = { type: 'enabled', budget_tokens: 1024 };
  }

  user(text, { image } = {}) {
    const content = [{ type: 'text', text }];
    if (image) content.unshift({ type: 'image', source: { type: 'base64', media_type: 'image/png', data: png } });
    this.messages.push({ role: 'user', content });
  }

  results(list) {
    const content = list.map(({ call, text }) => ({ type: 'tool_result', tool_use_id: call.id, content: text }));
    this.messages.push({ role: 'user', content });
  }

  read(answer) {
    this.messages.push({ role: 'assistant', content: answer.content });
    return {
      text: answer.content.map((block) => (block.type === 'text' ? block.text : '')).join(''),
      calls: answer.content
        .filter((block) => block.type === 'tool_use')
        .map(({ id, name, input }) => ({ id, name, args: input })),
      usage: { input: answer.usage.input_tokens, output: answer.usage.output_tokens },
      ended: answer.stop_reason === 'end_turn',
    };
  }

  async send() {
    return this.read(await this.client.messages.create({ messages: this.messages, ...this.options }));
  }

  async stream(onPiece) {
    const stream = this.client.messages.stream({ messages: this.messages, ...this.options });
    stream.on('text', onPiece);
    return this.read(await stream.finalMessage());
  }
}

export const clients = {
  'node anthropic': {
    make: ({ gateway }) =>
      new Anthropic({ baseURL: `${gateway}/anthropic`, apiKey: 'sk-local', maxRetries: 0, timeout: 20000 }),
    Conversation: Messages,
    statusOf: (error) => error.status,
    messageOf: (error) => error.message,
  },
};
