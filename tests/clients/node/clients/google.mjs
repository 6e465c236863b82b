// Google's Node SDK.

import { ApiError, GoogleGenAI } from '@google/genai';

import { png } from '../checks.mjs';

/** The SDK's own `text` warns on the console where there are calls too. */
const textOf = (chunk) =>
  (chunk.candidates?.[0]?.content?.parts ?? []).map((part) => (part.thought ? '' : part.text ?? '')).join('');

class Contents {
  constructor(client, { model, system, tools, schema, thinks }) {
    this.client = client;
    this.model = model;
    this.contents = [];
    this.config = {};
    if (system) this.config.systemInstruction = system;
    if (tools) {
      const functionDeclarations = tools.map(({ name, description, parameters }) => ({
        name, description, parametersJsonSchema: parameters,
      }));
      this.config.tools = [{ functionDeclarations }];
    }
    if (schema) Object.assign(this.config, { responseMimeType: 'application/json', responseJsonSchema: schema });
    if (thinks) this.config.thinkingConfig = { includeThoughts: true, thinkingBudget: 1024 };
  }

  user(text, { image } = {}) {
    const parts = [{ text }];
    if (image) parts.unshift({ inlineData: { mimeType: 'image/png', data: png } });
    this.contents.push({ role: 'user', parts });
  }

  results(list) {
    const parts = list.map(({ call, text }) => ({
      functionResponse: { id: call.givenId, name: call.name, response: { output: text } },
    }));
    this.contents.push({ role: 'user', parts });
  }

  /** Keeps all chunks as they came, as the SDK's own chat does. */
  read(chunks) {
    const candidates = chunks.flatMap((chunk) => chunk.candidates ?? []);
    for (const { content } of candidates) if (content?.parts?.length) this.contents.push(content);
    const calls = chunks.flatMap((chunk) => chunk.functionCalls ?? []);
    const usage = chunks.at(-1).usageMetadata;
    return {
      text: chunks.map(textOf).join(''),
      calls: calls.map(({ id, name, args }, i) => ({ id: id ?? `call ${i}`, givenId: id, name, args })),
      usage: { input: usage?.promptTokenCount, output: usage?.candidatesTokenCount },
      ended: candidates.at(-1)?.finishReason === 'STOP',
    };
  }

  request() {
    return { model: this.model, contents: this.contents, config: this.config };
  }

  async send() {
    return this.read([await this.client.models.generateContent(this.request())]);
  }

  async stream(onPiece) {
    const chunks = [];
    for await (const chunk of await this.client.models.generateContentStream(this.request())) {
      if (textOf(chunk)) onPiece(textOf(chunk));
      chunks.push(chunk);
    }
    return this.read(chunks);
  }
}

export const clients = {
  'node google-genai': {
    make: ({ gateway }) =>
      new GoogleGenAI({
        apiKey: 'sk-local', vertexai: false, httpOptions: { baseUrl: `${gateway}/genai`, timeout: 20000 },
      }),
    Conversation: Contents,
    speaksGemini: true,
    statusOf: (error) => (error instanceof ApiError ? error.status : undefined),
    messageOf: (error) => error.message,
  },
};
