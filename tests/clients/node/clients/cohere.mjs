// Cohere's Node SDK.

import { CohereClientV2 } from 'cohere-ai';

import { png } from '../checks.mjs';

const once = { maxRetries: 0, timeoutInSeconds: 20 };

class Chat {
  constructor(client, { model, system, tools, schema, thinks }) {
    this.client = client;
    this.messages = system ? [{ role: 'system', content: system }] : [];
    this.options = { model };
    if (tools) this.options.tools = tools.map((tool) => ({ type: 'function', function: tool }));
    if (schema) {
      const { additionalProperties, ...jsonSchema } = schema; // Cohere refuses it
      this.options.responseFormat = { type: 'json_object', jsonSchema };
    }
    if (thinks) this.options.thinking = { type: 'enabled', tokenBudget: 1024 };
  }

  user(text, { image } = {}) {
    const content = [{ type: 'text', text }];
    if (image) content.push({ type: 'image_url', imageUrl: { url: `data:image/png;base64,${png}` } });
    this.messages.push({ role: 'user', content });
  }

  results(list) {
    for (const { call, text } of list) this.messages.push({ role: 'tool', toolCallId: call.id, content: text });
  }

  read(message, usage, finishReason) {
    this.messages.push(message);
    return {
      text: (message.content ?? []).map((block) => block.text ?? '').join(''),
      calls: (message.toolCalls ?? []).map(({ id, function: called }) => ({
        id, name: called.name, args: JSON.parse(called.arguments),
      })),
      usage: { input: usage?.tokens?.inputTokens, output: usage?.tokens?.outputTokens },
      ended: finishReason === 'COMPLETE',
    };
  }

  async send() {
    const answer = await this.client.chat({ messages: this.messages, ...this.options }, once);
    return this.read(answer.message, answer.usage, answer.finishReason);
  }

  /** Puts the pieces together as Cohere's guides do: the SDK has nothing for it. */
  async stream(onPiece) {
    const message = { role: 'assistant' };
    const content = [];
    const calls = [];
    let end;
    for await (const { type, index, delta } of await this.client.chatStream(
      { messages: this.messages, ...this.options }, once,
    )) {
      if (type === 'content-start') content[index] = { ...delta.message.content };
      if (type === 'content-delta') {
        const { text, thinking } = delta.message.content;
        if (text) onPiece(text);
        if (text !== undefined) content[index].text = (content[index].text ?? '') + text;
        if (thinking !== undefined) content[index].thinking = (content[index].thinking ?? '') + thinking;
      }
      if (type === 'tool-plan-delta') message.toolPlan = (message.toolPlan ?? '') + delta.message.toolPlan;
      if (type === 'tool-call-start') calls[index] = structuredClone(delta.message.toolCalls);
      if (type === 'tool-call-delta') calls[index].function.arguments += delta.message.toolCalls.function.arguments;
      if (type === 'message-end') end = delta;
    }
    if (!end || end.error) throw new Error(`the stream failed: ${end?.error}`);
    if (content.length) message.content = content.filter((block) => block.text || block.thinking);
    if (calls.length) message.toolCalls = calls;
    return this.read(message, end.usage, end.finishReason);
  }
}

export const clients = {
  'node cohere': {
    make: ({ gateway }) => new CohereClientV2({ token: 'sk-local', environment: `${gateway}/cohere` }),
    Conversation: Chat,
    statusOf: (error) => error.statusCode,
    messageOf: (error) => `${error.message} ${error.body?.message ?? ''}`,
  },
};
