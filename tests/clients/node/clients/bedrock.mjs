// AWS's Node SDK for Bedrock's Converse.

import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

import { png } from '../checks.mjs';

class Converse {
  constructor(client, { model, system, tools, schema, thinks }) {
    this.client = client;
    this.messages = [];
    this.options = { modelId: model };
    if (system) this.options.system = [{ text: system }];
    if (tools) {
      this.options.toolConfig = {
        tools: tools.map(({ name, description, parameters }) => ({
          toolSpec: { name, description, inputSchema: { json: parameters } },
        })),
      };
    }
    if (schema) {
      const jsonSchema = { name: 'person', schema: JSON.stringify(schema) };
      this.options.outputConfig = { textFormat: { type: 'json_schema', structure: { jsonSchema } } };
    }
    if (thinks) this.options.additionalModelRequestFields = { thinking: { type: 'enabled', budget_tokens: 1024 } };
  }

  user(text, { image } = {}) {
    const content = [{ text }];
    if (image) content.push({ image: { format: 'png', source: { bytes: Buffer.from(png, 'base64') } } });
    this.messages.push({ role: 'user', content });
  }

  results(list) {
    const content = list.map(({ call, text }) => ({ toolResult: { toolUseId: call.id, content: [{ text }] } }));
    this.messages.push({ role: 'user', content });
  }

  read(message, usage, stopReason) {
    this.messages.push(message);
    return {
      text: message.content.map((block) => block.text ?? '').join(''),
      calls: message.content
        .filter((block) => block.toolUse)
        .map(({ toolUse: { toolUseId, name, input } }) => ({ id: toolUseId, name, args: input })),
      usage: { input: usage?.inputTokens, output: usage?.outputTokens },
      ended: stopReason === 'end_turn',
    };
  }

  async send() {
    const answer = await this.client.send(new ConverseCommand({ messages: this.messages, ...this.options }));
    return this.read(answer.output.message, answer.usage, answer.stopReason);
  }

  /** Puts the blocks together, with the signatures that must come back. */
  async stream(onPiece) {
    const answer = await this.client.send(new ConverseStreamCommand({ messages: this.messages, ...this.options }));
    const blocks = [];
    let stopReason;
    let usage;
    for await (const { contentBlockStart, contentBlockDelta, messageStop, metadata } of answer.stream) {
      if (contentBlockStart?.start?.toolUse) {
        blocks[contentBlockStart.contentBlockIndex] = { toolUse: { ...contentBlockStart.start.toolUse, input: '' } };
      }
      if (contentBlockDelta) {
        const { contentBlockIndex: index, delta: { text, toolUse, reasoningContent } } = contentBlockDelta;
        if (text) onPiece(text);
        if (text !== undefined) blocks[index] = { text: (blocks[index]?.text ?? '') + text };
        if (toolUse) blocks[index].toolUse.input += toolUse.input;
        if (reasoningContent?.redactedContent) blocks[index] = { reasoningContent };
        else if (reasoningContent) {
          const known = blocks[index]?.reasoningContent.reasoningText ?? { text: '' };
          const reasoningText = { ...known, ...reasoningContent, text: known.text + (reasoningContent.text ?? '') };
          blocks[index] = { reasoningContent: { reasoningText } };
        }
      }
      stopReason = messageStop?.stopReason ?? stopReason;
      usage = metadata?.usage ?? usage;
    }
    if (!stopReason) throw new Error('the stream ended without a stop reason');
    const content = blocks.filter((block) => block);
    for (const { toolUse } of content) if (toolUse) toolUse.input = JSON.parse(toolUse.input);
    return this.read({ role: 'assistant', content }, usage, stopReason);
  }
}

export const clients = {
  'node bedrock': {
    make: ({ gateway }) =>
      new BedrockRuntimeClient({
        region: 'us-east-1', endpoint: `${gateway}/bedrock`, maxAttempts: 1,
        credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'local' },
        // The SDK speaks HTTP/2 unless it is told otherwise.
        requestHandler: new NodeHttpHandler({ requestTimeout: 20000 }),
      }),
    Conversation: Converse,
    statusOf: (error) => error.$metadata?.httpStatusCode,
    messageOf: (error) => `${error.name}: ${error.message}`,
  },
};
