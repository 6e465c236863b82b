// What every client must get from every provider: one function per column of the table, in words of no SDK.
//
// `begin(options)` starts a conversation through the client under test. Its options: model, system, schema (of the
// answer), tools, thinks. A conversation has user(text, {image}), results([{call, text}]), and send() and
// stream(onPiece), which add the answer to the conversation as the SDK's users do and return
// {text, calls: [{id, name, args}], usage: {input, output}, ended}. What a feature gets behind `begin` is the client
// under test and the entry of PROVIDERS in targets.py.

import assert from 'node:assert/strict';

export const weather = {
  name: 'get_weather',
  description: 'Weather of a city',
  parameters: {
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
    additionalProperties: false,
  },
};

export const personSchema = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
  required: ['name', 'age', 'tags'],
  additionalProperties: false,
};

const cities = (answer) => answer.calls.map((call) => call.args.city);

async function askOnce(begin, text, options = {}) {
  const conversation = begin(options);
  conversation.user(text);
  return conversation.send();
}

/** The call must be refused with this status, and say why in words that fit. */
async function refusedWith(client, begin, model, status, words) {
  let answer;
  try {
    answer = await askOnce(begin, 'Hello', { model });
  } catch (error) {
    // To its own clients Google's 400 goes on as it is.
    const isGoogles = status === 401 && client.speaksGemini && /API key not valid/.test(client.messageOf(error));
    const found = isGoogles ? 401 : client.statusOf(error);
    assert.equal(found, status, `expected status ${status}, found ${found}: ${error?.message}`);
    assert.match(client.messageOf(error), words);
    return;
  }
  assert.fail(`no error, but ${JSON.stringify(answer).slice(0, 200)}`);
}

export const features = {
  'text': async (begin) => {
    const answer = await askOnce(begin, 'say: Grüße 🌈 from here');
    assert.equal(answer.text, 'Grüße 🌈 from here');
    assert.equal(answer.ended, true, 'no reason to end');
  },
  'multi-turn': async (begin) => {
    const conversation = begin();
    const inputs = [];
    for (const word of ['one', 'two', 'three']) {
      conversation.user(`say: ${word}`);
      const answer = await conversation.send();
      assert.equal(answer.text, word);
      inputs.push(answer.usage.input);
    }
    assert.ok(inputs[0] < inputs[1] && inputs[1] < inputs[2], `the history is missing: ${inputs}`);
  },
  'system': async (begin) => {
    const short = await askOnce(begin, 'say: hi', { system: 'Be brief.' });
    const long = await askOnce(begin, 'say: hi', { system: 'Be brief. '.repeat(40) });
    assert.equal(long.text, 'hi');
    assert.ok(long.usage.input > short.usage.input + 50, 'the provider did not read the system text');
  },
  'stream': async (begin) => {
    const conversation = begin();
    conversation.user('say: one two three four');
    const pieces = [];
    const answer = await conversation.stream((piece) => pieces.push(piece));
    assert.equal(pieces.join(''), 'one two three four');
    assert.ok(pieces.length >= 3, `${pieces.length} pieces are not a stream`);
    assert.equal(answer.text, 'one two three four');
    assert.equal(answer.ended, true, 'no reason to end');
  },
  'tools': async (begin) => {
    const conversation = begin({ tools: [weather] });
    conversation.user('Use get_weather with city=Paris');
    const first = await conversation.send();
    assert.deepEqual(first.calls.map(({ name, args }) => [name, args]), [['get_weather', { city: 'Paris' }]]);
    conversation.results([{ call: first.calls[0], text: '22 degrees' }]);
    assert.match((await conversation.send()).text, /^The tool answered: .*22 degrees/);
  },
  'parallel tools': async (begin) => {
    const conversation = begin({ tools: [weather] });
    conversation.user('Use get_weather city=Paris and get_weather city=Oslo');
    const first = await conversation.stream(() => {});
    assert.deepEqual(cities(first), ['Paris', 'Oslo']);
    assert.notEqual(first.calls[0].id, first.calls[1].id, 'two calls share an id');
    conversation.results(first.calls.map((call, i) => ({ call, text: `sun${i} ` })));
    assert.match((await conversation.send()).text, /^The tool answered: .*sun0.*sun1/);
  },
  'signature': async (begin) => {
    const conversation = begin({ model: 'thinker', tools: [weather], thinks: true });
    conversation.user('Use get_weather with city=Paris');
    const first = await conversation.stream(() => {});
    assert.deepEqual(cities(first), ['Paris']);
    conversation.results([{ call: first.calls[0], text: 'now use get_weather with city=Oslo' }]);
    const second = await conversation.send();
    assert.match(second.text, /^The tool answered: .*now use/);
    conversation.user('Use get_weather with city=Rome');
    const third = await conversation.send();
    assert.deepEqual(cities(third), ['Rome']);
    conversation.results([{ call: third.calls[0], text: 'rain' }]);
    assert.match((await conversation.send()).text, /^The tool answered: .*rain/);
  },
  'image': async (begin) => {
    const conversation = begin();
    conversation.user('What is this?', { image: true });
    assert.match((await conversation.send()).text, /I can see 1 image/);
  },
  'structured output': async (begin) => {
    const person = JSON.parse((await askOnce(begin, 'Invent a person', { schema: personSchema })).text);
    assert.deepEqual(Object.keys(person).sort(), ['age', 'name', 'tags']);
    assert.equal(typeof person.name, 'string');
    assert.ok(Number.isInteger(person.age) && Array.isArray(person.tags));
  },
  'usage': async (begin) => {
    const whole = await askOnce(begin, 'say: one two three');
    const conversation = begin();
    conversation.user('say: one two three');
    const streamed = await conversation.stream(() => {});
    assert.ok(whole.usage.input > 3, `input tokens: ${whole.usage.input}`);
    assert.equal(whole.usage.output, 3);
    assert.deepEqual(streamed.usage, whole.usage);
  },
  'error 400': (begin, client) => refusedWith(client, begin, 'demo-context-overflow', 400, /context|too long|exceeds/i),
  // 401, unless the provider's own word for it is another one.
  'error 401': (begin, client, { wrong_key_status: status = 401 }) =>
    refusedWith(client, begin, 'locked', status, /key|auth|token/i),
  'error 429': (begin, client) => refusedWith(client, begin, 'demo-429', 429, /rate|quota|limit|requests/i),
  'error 500': (begin, client) => refusedWith(client, begin, 'demo-500', 500, /error/i),
  'cut stream': async (begin, client) => {
    const conversation = begin({ model: 'demo-cut' });
    conversation.user('Tell me a story');
    const pieces = [];
    let answer;
    try {
      answer = await conversation.stream((piece) => pieces.push(piece));
    } catch (error) {
      const status = client.statusOf(error);
      assert.ok(status === undefined || status === 200 || status >= 500, `the client is blamed: ${status} ${error.message}`);
      assert.ok(pieces.length > 0, `it broke before the first piece: ${error.message}`);
      return;
    }
    assert.fail(`the stream ended as if it were whole: ${JSON.stringify(answer).slice(0, 200)}`);
  },
};
