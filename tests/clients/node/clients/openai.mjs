// OpenAI's Node SDK in its two dialects.

import OpenAI from 'openai';

import { png } from '../checks.mjs';

const clientOf = ({ gateway }) =>
  new OpenAI({ baseURL: `${gateway}/v1`, apiKey: 'sk-local', maxRetries: 0, timeout: 20000 });
const image = `data:image/png;base64,${png}`;
const statusOf = (error) => error.status;
const messageOf = (error) => error.message;

class Chat {
  constructor(client, { model, system, tools, schema, thinks }) {
    this.client = client;
    this.messages = system ? [{ role: 'system', content: system }] : [];
    this.options = { model };
    if (tools) this.options.tools = tools.map((tool) => ({ type: 'function', function: tool }));
    if (schema) {
      this.options.response_format = { type: 'json_schema', json_schema: { name: 'person', strict: true, schema } };
    }
    if (thinks) this.options.reasoning_effort = 'low';
  }

  user(text, { image: hasImage } = {}) {
    const content = hasImage ? [{ type: 'text', text }, { type: 'image_url', image_url: { url: image } }] : text;
    this.messages.push({ role: 'user', content });
  }

  results(list) {
    for (const { call, text } of list) this.messages.push({ role: 'tool', tool_call_id: call.id, content: text });
  }

  read(answer) {
    const { message, finish_reason: finishReason } = answer.choices[0];
    this.messages.push(message);
    return {
      text: message.content ?? '',
      calls: (message.tool_calls ?? []).map(({ id, function: called }) => ({
        id, name: called.name, args: JSON.parse(called.arguments),
      })),
      usage: { input: answer.usage?.prompt_tokens, output: answer.usage?.completion_tokens },
      ended: finishReason === 'stop',
    };
  }

  async send() {
    return this.read(await this.client.chat.completions.create({ messages: this.messages, ...this.options }));
  }

  async stream(onPiece) {
    const more = { stream: true, stream_options: { include_usage: true } };
    const stream = this.client.chat.completions.stream({ messages: this.messages, ...this.options, ...more });
    stream.on('content', onPiece);
    const answer = await stream.finalChatCompletion();
    // What the helper adds for its users, OpenAI refuses to take back.
    const { parsed, ...message } = answer.choices[0].message;
    message.tool_calls = message.tool_calls?.map(({ function: { parsed_arguments: read, ...called }, ...call }) => ({
      ...call, function: called,
    }));
    if (!message.tool_calls?.length) delete message.tool_calls;
    answer.choices[0].message = message;
    return this.read(answer);
  }
}

class Responses {
  constructor(client, { model, system, tools, schema, thinks }) {
    this.client = client;
    this.items = [];
    this.options = { model, store: false, include: ['reasoning.encrypted_content'] };
    if (system) this.options.instructions = system;
    if (tools) this.options.tools = tools.map((tool) => ({ type: 'function', strict: true, ...tool }));
    if (schema) this.options.text = { format: { type: 'json_schema', name: 'person', strict: true, schema } };
    if (thinks) this.options.reasoning = { effort: 'low', summary: 'auto' };
  }

  user(text, { image: hasImage } = {}) {
    const content = [{ type: 'input_text', text }];
    if (hasImage) content.push({ type: 'input_image', image_url: image, detail: 'auto' });
    this.items.push({ role: 'user', content });
  }

  results(list) {
    for (const { call, text } of list) {
      this.items.push({ type: 'function_call_output', call_id: call.id, output: text });
    }
  }

  read(answer) {
    // What the stream's helper adds for its users, OpenAI refuses to take back.
    this.items.push(...answer.output.map(({ parsed_arguments: read, ...item }) => item));
    return {
      text: answer.output_text,
      calls: answer.output
        .filter((item) => item.type === 'function_call')
        .map((item) => ({ id: item.call_id, name: item.name, args: JSON.parse(item.arguments) })),
      usage: { input: answer.usage?.input_tokens, output: answer.usage?.output_tokens },
      ended: answer.status === 'completed',
    };
  }

  async send() {
    return this.read(await this.client.responses.create({ input: this.items, ...this.options }));
  }

  async stream(onPiece) {
    const stream = this.client.responses.stream({ input: this.items, ...this.options });
    stream.on('response.output_text.delta', (event) => onPiece(event.delta));
    const answer = await stream.finalResponse();
    if (answer.status !== 'completed') throw new Error(`the response ${answer.status}: ${answer.error?.message}`);
    return this.read(answer);
  }
}

export const clients = {
  'node openai chat': { make: clientOf, Conversation: Chat, statusOf, messageOf },
  'node openai responses': { make: clientOf, Conversation: Responses, statusOf, messageOf },
};
