"""What every client must get from every provider: one function per column of the table, in words of no SDK.

`begin(**options)` starts a conversation through the client under test. Its options: model, system, schema (of the
answer), tools, thinks. A conversation has user(text, image), results([(call, text)]), and send() and stream(on_piece),
which add the answer to the conversation as the SDK's users do and return an Answer. What a feature gets behind `begin`
is the client under test and the entry of PROVIDERS in targets.py.
"""

import dataclasses
import json
import re

from checks import equal, true

WEATHER = {
    "name": "get_weather",
    "description": "Weather of a city",
    "parameters": {
        "type": "object",
        "properties": {"city": {"type": "string"}},
        "required": ["city"],
        "additionalProperties": False,
    },
}
PERSON = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "age": {"type": "integer"},
                   "tags": {"type": "array", "items": {"type": "string"}}},
    "required": ["name", "age", "tags"],
    "additionalProperties": False,
}


@dataclasses.dataclass
class Call:
    id: str
    name: str
    args: dict


@dataclasses.dataclass
class Answer:
    text: str
    calls: list
    usage: tuple  # input and output tokens
    ended: bool   # for the reason of being complete


def cities(answer):
    return [call.args["city"] for call in answer.calls]


def ask_once(begin, words, **options):
    conversation = begin(**options)
    conversation.user(words)
    return conversation.send()


def answered(conversation, words):
    """The model has read what the tools answered."""
    told = conversation.send().text
    true(re.match(f"The tool answered: .*{words}", told), told)


def text(begin, *_):
    answer = ask_once(begin, "say: Grüße 🌈 from here")
    equal(answer.text, "Grüße 🌈 from here")
    true(answer.ended, "no reason to end")


def multi_turn(begin, *_):
    conversation = begin()
    inputs = []
    for word in ("one", "two", "three"):
        conversation.user(f"say: {word}")
        answer = conversation.send()
        equal(answer.text, word)
        inputs.append(answer.usage[0])
    true(inputs[0] < inputs[1] < inputs[2], f"the history is missing: {inputs}")


def system(begin, *_):
    short = ask_once(begin, "say: hi", system="Be brief.")
    long = ask_once(begin, "say: hi", system="Be brief. " * 40)
    equal(long.text, "hi")
    true(long.usage[0] > short.usage[0] + 50, "the provider did not read the system text")


def stream(begin, *_):
    conversation = begin()
    conversation.user("say: one two three four")
    pieces = []
    answer = conversation.stream(pieces.append)
    equal("".join(pieces), "one two three four")
    true(len(pieces) >= 3, f"{len(pieces)} pieces are not a stream")
    equal(answer.text, "one two three four")
    true(answer.ended, "no reason to end")


def tools(begin, *_):
    conversation = begin(tools=[WEATHER])
    conversation.user("Use get_weather with city=Paris")
    first = conversation.send()
    equal([(call.name, call.args) for call in first.calls], [("get_weather", {"city": "Paris"})])
    conversation.results([(first.calls[0], "22 degrees")])
    answered(conversation, "22 degrees")


def parallel_tools(begin, *_):
    conversation = begin(tools=[WEATHER])
    conversation.user("Use get_weather city=Paris and get_weather city=Oslo")
    first = conversation.stream(lambda piece: None)
    equal(cities(first), ["Paris", "Oslo"])
    true(first.calls[0].id != first.calls[1].id, "two calls share an id")
    conversation.results([(call, f"sun{i} ") for i, call in enumerate(first.calls)])
    answered(conversation, "sun0.*sun1")


def signature(begin, *_):
    conversation = begin(model="thinker", tools=[WEATHER], thinks=True)
    conversation.user("Use get_weather with city=Paris")
    first = conversation.stream(lambda piece: None)
    equal(cities(first), ["Paris"])
    conversation.results([(first.calls[0], "22 degrees")])
    answered(conversation, "22 degrees")
    conversation.user("Use get_weather with city=Rome")
    third = conversation.send()
    equal(cities(third), ["Rome"])
    conversation.results([(third.calls[0], "rain")])
    answered(conversation, "rain")


def image(begin, *_):
    conversation = begin()
    conversation.user("What is this?", image=True)
    words = conversation.send().text
    true("I can see 1 image" in words, words)


def structured_output(begin, *_):
    person = json.loads(ask_once(begin, "Invent a person", schema=PERSON).text)
    equal(sorted(person), ["age", "name", "tags"])
    true(isinstance(person["name"], str) and isinstance(person["age"], int) and isinstance(person["tags"], list),
         str(person))


def usage(begin, *_):
    whole = ask_once(begin, "say: one two three")
    conversation = begin()
    conversation.user("say: one two three")
    streamed = conversation.stream(lambda piece: None)
    true((whole.usage[0] or 0) > 3, f"input tokens: {whole.usage[0]}")
    equal(whole.usage[1], 3)
    equal(streamed.usage, whole.usage)


def refused_with(model, status, words):
    """The call must be refused with this status, and say why in words that fit."""
    def feature(begin, client, _):
        try:
            answer = ask_once(begin, "Hello", model=model)
        except Exception as error:  # of whichever class the SDK has
            # To its own clients Google's 400 goes on as it is.
            is_googles = status == 401 and hasattr(client, "speaks_gemini") and "API key not valid" in str(error)
            found = 401 if is_googles else client.status_of(error)
            if found != status:
                raise AssertionError(f"expected status {status}, found {found}: {error}") from error
            message = client.message_of(error)
            true(re.search(words, message, re.IGNORECASE), message)
            return
        raise AssertionError(f"no error, but {answer}")
    return feature


def wrong_key(begin, client, provider):
    """With 401, unless the provider's own word for it is another one."""
    refused_with("locked", provider.get("wrong_key_status", 401), "key|auth|token")(begin, client, provider)


def cut_stream(begin, client, _):
    conversation = begin(model="demo-cut")
    conversation.user("Tell me a story")
    pieces = []
    try:
        answer = conversation.stream(pieces.append)
    except Exception as error:  # of whichever class the SDK has
        status = client.status_of(error)
        true(status in (None, 200) or status >= 500, f"the client is blamed: {status} {error}")
        true(pieces, f"it broke before the first piece: {error}")
        return
    raise AssertionError(f"the stream ended as if it were whole: {answer}")


FEATURES = {
    "text": text,
    "multi-turn": multi_turn,
    "system": system,
    "stream": stream,
    "tools": tools,
    "parallel tools": parallel_tools,
    "signature": signature,
    "image": image,
    "structured output": structured_output,
    "usage": usage,
    "error 400": refused_with("demo-context-overflow", 400, "context|too long|exceeds"),
    "error 401": wrong_key,
    "error 429": refused_with("demo-429", 429, "rate|quota|limit|requests"),
    "error 500": refused_with("demo-500", 500, "error"),
    "cut stream": cut_stream,
}
