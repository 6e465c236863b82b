// Vercel's AI SDK with four of its providers.

import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, jsonSchema, Output, RetryError, streamText, tool } from 'ai';

import { png } from '../checks.mjs';

globalThis.AI_SDK_LOG_WARNINGS = false;

const thinking = {
  openai: { reasoningEffort: 'low', reasoningSummary: 'auto', forceReasoning: true },
  openaiCompatible: { reasoningEffort: 'low' },
  anthropic: { thinking: { type: 'enabled', budgetTokens: 1024 } },
  google: { thinkingConfig: { includeThoughts: true, thinkingBudget: 1024 } },
};

class Conversation {
  constructor(modelOf, { model, system, tools, schema, thinks }) {
    this.messages = [];
    this.options = { model: modelOf(model), maxRetries: 0, timeout: 20000 };
    if (system) this.options.system = system;
    if (tools) {
      this.options.tools = Object.fromEntries(
        tools.map(({ name, description, parameters }) => [name, tool({ description, inputSchema: jsonSchema(parameters) })]),
      );
    }
    if (schema) this.options.output = Output.object({ schema: jsonSchema(schema), name: 'person' });
    // Without a store OpenAI's reasoning travels encrypted.
    const openai = { store: false, ...(thinks ? thinking.openai : {}) };
    this.options.providerOptions = { ...(thinks ? thinking : {}), openai };
  }

  user(text, { image } = {}) {
    const content = [{ type: 'text', text }];
    if (image) content.push({ type: 'image', image: Buffer.from(png, 'base64'), mediaType: 'image/png' });
    this.messages.push({ role: 'user', content });
  }

  results(list) {
    const content = list.map(({ call, text }) => ({
      type: 'tool-result', toolCallId: call.id, toolName: call.name, output: { type: 'text', value: text },
    }));
    this.messages.push({ role: 'tool', content });
  }

  read(text, toolCalls, usage, finishReason, response) {
    this.messages.push(...response.messages);
    return {
      text,
      calls: toolCalls.map(({ toolCallId, toolName, input }) => ({ id: toolCallId, name: toolName, args: input })),
      usage: { input: usage.inputTokens, output: usage.outputTokens },
      ended: finishReason === 'stop',
    };
  }

  async send() {
    const answer = await generateText({ messages: this.messages, ...this.options });
    return this.read(answer.text, answer.toolCalls, answer.usage, answer.finishReason, answer.response);
  }

  async stream(onPiece) {
    // Errors arrive as parts; the handler keeps them off the console.
    const answer = streamText({ messages: this.messages, ...this.options, onError: () => {} });
    for await (const part of answer.fullStream) {
      if (part.type === 'text-delta') onPiece(part.text);
      if (part.type === 'error') throw part.error instanceof Error ? part.error : new Error(JSON.stringify(part.error));
    }
    return this.read(await answer.text, await answer.toolCalls, await answer.usage, await answer.finishReason,
                     await answer.response);
  }
}

const cause = (error) => (RetryError.isInstance(error) ? error.lastError : error);
const key = { apiKey: 'sk-local' };

function client(make) {
  return {
    make,
    Conversation,
    statusOf: (error) => (APICallError.isInstance(cause(error)) ? cause(error).statusCode : undefined),
    messageOf: (error) => cause(error).message,
  };
}

export const clients = {
  'node ai-sdk openai': client(({ gateway }) => createOpenAI({ baseURL: `${gateway}/openai/v1`, ...key }).responses),
  'node ai-sdk openai chat': client(({ gateway }) => createOpenAI({ baseURL: `${gateway}/v1`, ...key }).chat),
  'node ai-sdk anthropic': client(({ gateway }) => createAnthropic({ baseURL: `${gateway}/anthropic/v1`, ...key })),
  'node ai-sdk google': { ...client(({ gateway }) => {
    const google = createGoogleGenerativeAI({ baseURL: `${gateway}/genai/v1beta`, ...key });
    // A name with a slash is taken for a path of its own.
    return (name) => google(`models/${name}`);
  }), speaksGemini: true },
  'node ai-sdk openai-compatible': client(
    ({ gateway }) =>
      createOpenAICompatible({
        name: 'bilrost', baseURL: `${gateway}/v1`, includeUsage: true, supportsStructuredOutputs: true, ...key,
      }),
  ),
};
