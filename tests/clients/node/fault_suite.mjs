// The Node SDKs against every fault of a provider: a whole answer or an error, never a success for half of one.

import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

import { report, targets } from './checks.mjs';
import { clients } from './table.mjs';

class Half extends Error {}

const messages = [{ role: 'user', content: 'Go' }];
const openai = new OpenAI({ baseURL: `${targets.gateway}/v1`, apiKey: 'unused', maxRetries: 0, timeout: 20_000 });
const anthropic = new Anthropic({
  baseURL: `${targets.gateway}/anthropic`,
  apiKey: 'unused',
  maxRetries: 0,
  timeout: 20_000,
});

async function chatWhole(model) {
  return (await openai.chat.completions.create({ model, messages })).choices[0].message.content;
}

async function chatStream(model) {
  let text = '';
  let finish = null;
  for await (const chunk of await openai.chat.completions.create({ model, messages, stream: true })) {
    for (const choice of chunk.choices) {
      text += choice.delta.content ?? '';
      finish = choice.finish_reason ?? finish;
    }
  }
  if (!finish) throw new Half(`no finish reason after ${text}`);
  return text;
}

async function responsesWhole(model) {
  return (await openai.responses.create({ model, input: 'Go' })).output_text;
}

async function responsesStream(model) {
  let text = '';
  let hasEnded = false;
  for await (const event of await openai.responses.create({ model, input: 'Go', stream: true })) {
    if (event.type === 'error' || event.type === 'response.failed') throw new Error(JSON.stringify(event));
    if (event.type === 'response.output_text.delta') text += event.delta;
    hasEnded ||= event.type === 'response.completed';
  }
  if (!hasEnded) throw new Half(`no end after ${text}`);
  return text;
}

async function messagesWhole(model) {
  return (await anthropic.messages.create({ model, max_tokens: 99, messages })).content[0].text;
}

async function messagesStream(model) {
  let text = '';
  let hasEnded = false;
  for await (const event of await anthropic.messages.create({ model, max_tokens: 99, messages, stream: true })) {
    if (event.type === 'content_block_delta') text += event.delta.text ?? '';
    hasEnded ||= event.type === 'message_stop';
  }
  if (!hasEnded) throw new Half(`no end after ${text}`);
  return text;
}

// How the clients of the table say that a stream stopped and nobody told them why.
const silentEnds = ['the stream ended without', 'the stream failed: undefined'];

/** The two ways to ask, for a client of the table. */
function conversationOf(client) {
  const begin = (model) => {
    const conversation = new client.Conversation(client.make({ gateway: targets.gateway }), { model });
    conversation.user('Go');
    return conversation;
  };
  const stream = async (model) => {
    try {
      return (await begin(model).stream(() => {})).text;
    } catch (error) {
      if (silentEnds.some((words) => String(error?.message).includes(words))) throw new Half(error.message);
      throw error;
    }
  };
  return [async (model) => (await begin(model).send()).text, stream];
}

const asked = {
  chat: [chatWhole, chatStream],
  responses: [responsesWhole, responsesStream],
  messages: [messagesWhole, messagesStream],
};
for (const [name, client] of Object.entries(clients)) {
  if (!/^node (openai|anthropic)/.test(name)) asked[name.replace(/^node /, '')] = conversationOf(client);
}

/** The outcome of one cell and why. */
async function judge(call, model, expected) {
  let text;
  try {
    text = await call(model);
  } catch (error) {
    if (error instanceof Half) return ['failed', error.message];
    // How an SDK says it is its own affair.
    return expected === 'success' ? ['failed', `${error?.constructor?.name}: ${error?.message}`] : ['pass', ''];
  }
  if (text !== targets.text) return ['failed', `half an answer as a success: ${text}`];
  return expected === 'failure' ? ['failed', 'a success where nothing came'] : ['pass', ''];
}

let failed = 0;
for (const provider of targets.providers) {
  for (const [fault, expected] of Object.entries(targets.faults)) {
    for (const [api, calls] of Object.entries(asked)) {
      for (const [index, way] of ['whole', 'stream'].entries()) {
        const model = `${provider}/${fault}--node-${api}-${way}`.replaceAll(' ', '-');
        const [told, reason] = await judge(calls[index], model, expected[index]);
        failed += told === 'failed' ? 1 : 0;
        report(`node ${api}`, provider, `${fault} ${way}`, told, reason);
      }
    }
  }
}
process.exit(failed ? 1 : 0);
