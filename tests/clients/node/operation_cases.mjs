// What users of OpenAI's and Cohere's Node SDKs do beside chats: completions, images, audio, files, reranking.

import assert from 'node:assert/strict';
import { CohereClientV2 } from 'cohere-ai';
import OpenAI, { toFile } from 'openai';

import { collected, png, thrown } from './checks.mjs';

const sound = Buffer.alloc(1_280_000, 7); // so large that the gateway puts it aside on the disk
const picture = () => toFile(Buffer.from(png, 'base64'), 'a.png', { type: 'image/png' });

export class Api {
  constructor(target) {
    this.target = target;
    this.client = new OpenAI({ baseURL: target.base_url, apiKey: target.key, maxRetries: 0, timeout: 30000 });
    this.cohere = new CohereClientV2({ token: target.key, environment: target.cohere_url });
    this.named = target.names_provider ? { query: { provider: 'openai' } } : {};
  }

  model(name = 'demo-fast') {
    return this.target.prefix + name;
  }
}

const textOf = (chunks) => chunks.flatMap((chunk) => chunk.choices).map((choice) => choice.text).join('');

const cases = [
  ['completion', async (api) => {
    const answer = await api.client.completions.create({ model: api.model(), prompt: 'say: one two', max_tokens: 50 });
    assert.equal(answer.choices[0].text, 'one two');
    const chunks = await collected(
      api.client.completions.create({ model: api.model(), prompt: 'say: one two three', max_tokens: 50, stream: true }));
    assert.equal(textOf(chunks), 'one two three');
    assert.ok(chunks.length > 3);
  }],
  ['image', async (api) => {
    const answer = await api.client.images.generate({ model: api.model(), prompt: 'a red pixel' });
    assert.ok(answer.data[0].b64_json);
    const events = await collected(
      api.client.images.generate({ model: api.model(), prompt: 'a red pixel', stream: true }));
    assert.deepEqual(events.map((event) => event.type),
                     ['image_generation.partial_image', 'image_generation.completed']);
  }],
  ['edited image', async (api) => {
    const answer = await api.client.images.edit({ model: api.model(), prompt: 'make it blue', image: await picture() });
    assert.equal(answer.usage.output_tokens, 272);
  }],
  ['speech', async (api) => {
    const answer = await api.client.audio.speech.create({ model: api.model(), voice: 'alloy', input: 'Grüße' });
    assert.equal(Buffer.from(await answer.arrayBuffer()).subarray(6).toString(), 'Grüße');
  }],
  // The SDK writes the file before the model.
  ['transcription', async (api) => {
    const file = () => toFile(sound, 'tone.wav');
    const answer = await api.client.audio.transcriptions.create({ file: await file(), model: api.model() });
    assert.equal(answer.text, `I heard ${sound.length} bytes of tone.wav.`);
    const events = await collected(
      api.client.audio.transcriptions.create({ file: await file(), model: api.model(), stream: true }));
    assert.equal(events.at(-1).type, 'transcript.text.done');
  }],
  ['files and batches', async (api) => {
    const file = await api.client.files.create({ file: await toFile(sound, 'b.jsonl'), purpose: 'batch' }, api.named);
    assert.equal(file.bytes, sound.length);
    const content = await api.client.files.content(file.id, api.named);
    assert.ok(Buffer.from(await content.arrayBuffer()).equals(sound));
    const batch = await api.client.batches.create(
      { input_file_id: file.id, endpoint: '/v1/chat/completions', completion_window: '24h' }, api.named);
    assert.equal((await api.client.batches.cancel(batch.id, api.named)).status, 'cancelling');
    assert.ok((await api.client.files.delete(file.id, api.named)).deleted);
    await thrown(OpenAI.NotFoundError, () => api.client.files.retrieve(file.id, api.named));
  }],
  ['reranking', async (api) => {
    const answer = await api.cohere.rerank({
      model: `${api.target.cohere_prefix}demo-fast`, query: 'red', documents: ['a blue car', 'a red car'] });
    assert.deepEqual(answer.results.map((each) => each.index), [1, 0]);
  }],
  ['errors', async (api) => {
    const error = await thrown(OpenAI.NotFoundError, () =>
      api.client.images.generate({ model: api.model('no-such-model'), prompt: 'a' }));
    assert.match(error.message, /no-such-model/);
    await thrown(OpenAI.RateLimitError, () =>
      api.client.audio.speech.create({ model: api.model('demo-429'), voice: 'alloy', input: 'a' }));
  }],
];

export function casesFor() {
  return cases;
}
