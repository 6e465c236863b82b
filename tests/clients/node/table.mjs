// Every client of this language with every provider dialect and every feature, a few cells at a time.

import { report } from './checks.mjs';
import { clients as aiSdk } from './clients/ai_sdk.mjs';
import { clients as anthropic } from './clients/anthropic.mjs';
import { clients as bedrock } from './clients/bedrock.mjs';
import { clients as cohere } from './clients/cohere.mjs';
import { clients as google } from './clients/google.mjs';
import { clients as mistral } from './clients/mistral.mjs';
import { clients as openai } from './clients/openai.mjs';
import { features } from './features.mjs';

export const clients = { ...openai, ...anthropic, ...google, ...aiSdk, ...mistral, ...cohere, ...bedrock };
const cellsAtATime = 6;

async function runCell(table, { name, client, provider, feature }) {
  const api = client.make(table);
  const begin = ({ model = 'demo-fast', ...options } = {}) => {
    const name = model === 'thinker' ? provider.thinker : model;
    const path = model === 'locked' ? `${provider.locked}/demo-fast` : `${provider.name}/${name}`;
    return new client.Conversation(api, { model: path, ...options });
  };
  try {
    await features[feature](begin, client, provider);
    report(name, provider.dialect, feature, 'pass');
  } catch (error) {
    const status = client.statusOf(error);
    const refused = status >= 400 && status < 500;
    const text = refused ? client.messageOf(error) : `${error?.constructor?.name}: ${error?.message ?? error}`;
    report(name, provider.dialect, feature, refused ? 'refused' : 'failed', text);
  }
}

/** `table`: {gateway, providers: [{dialect, name, locked, thinker, wrong_key_status}]}. */
export async function runTable(table) {
  const cells = Object.entries(clients).flatMap(([name, client]) =>
    table.providers.flatMap((provider) =>
      Object.keys(features).map((feature) => ({ name, client, provider, feature })),
    ),
  );
  const workers = Array.from({ length: cellsAtATime }, async () => {
    while (cells.length > 0) await runCell(table, cells.shift());
  });
  await Promise.all(workers);
}
