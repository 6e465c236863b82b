"""What users of Anthropic's Python SDK rely on."""

import time

import anthropic
from pydantic import BaseModel

from checks import PNG, equal, raised, true

WEATHER = {
    "name": "get_weather",
    "description": "Weather of a city",
    "input_schema": {
        "type": "object",
        "properties": {"city": {"type": "string"}},
        "required": ["city"],
        "additionalProperties": False,
    },
}


class Person(BaseModel):
    name: str
    age: int
    tags: list[str]


class Api:
    """One base URL under test."""

    def __init__(self, target):
        self.target = target
        self.translated = target.get("translated", False)
        self.client = anthropic.Anthropic(
            base_url=target["base_url"], api_key=target["key"], max_retries=0, timeout=20)

    def model(self, name):
        return self.target["prefix"] + name

    def ask(self, text, name="demo-fast", **more):
        more.setdefault("max_tokens", 3000)
        return self.client.messages.create(
            model=self.model(name), messages=[{"role": "user", "content": text}], **more)


def message(api):
    answer = api.ask("say: Good morning", system="Be brief.")
    equal(answer.content[0].text, "Good morning")
    equal(answer.stop_reason, "end_turn")
    equal(answer.role, "assistant")
    true(answer.usage.input_tokens > 0 and answer.usage.output_tokens > 0, "usage is empty")


def text_keeps_its_unicode(api):
    equal(api.ask("say: Grüße 🌈 日本語").content[0].text, "Grüße 🌈 日本語")


def stream(api):
    with api.client.messages.stream(model=api.model("demo-fast"), max_tokens=300,
                                    messages=[{"role": "user", "content": "say: one two three four"}]) as events:
        pieces = list(events.text_stream)
        final = events.get_final_message()
    equal("".join(pieces), "one two three four")
    true(len(pieces) >= 4, f"{len(pieces)} pieces are not a stream")
    equal(final.stop_reason, "end_turn")
    true(final.usage.output_tokens > 0, "usage is empty")


def raw_stream_events_come_in_order(api):
    kinds = [event.type for event in api.ask("say: one two", stream=True)]
    equal([kinds[0], kinds[-2], kinds[-1]], ["message_start", "message_delta", "message_stop"])
    equal(kinds.count("content_block_start"), kinds.count("content_block_stop"))


def token_limit(api):
    equal(api.ask("Tell me a story", max_tokens=5).stop_reason, "max_tokens")


def tools(api):
    messages = [{"role": "user", "content": "Use get_weather with city=Paris"}]
    options = {"model": api.model("demo-fast"), "max_tokens": 300, "tools": [WEATHER]}
    first = api.client.messages.create(messages=messages, **options)
    equal(first.stop_reason, "tool_use")
    call = next(block for block in first.content if block.type == "tool_use")
    equal((call.name, call.input), ("get_weather", {"city": "Paris"}))
    messages += [{"role": "assistant", "content": first.content},
                 {"role": "user", "content": [
                     {"type": "tool_result", "tool_use_id": call.id, "content": "22 degrees"}]}]
    equal(api.client.messages.create(messages=messages, **options).content[0].text, "The tool answered: 22 degrees")


def parallel_tools_in_a_stream(api):
    with api.client.messages.stream(
            model=api.model("demo-fast"), max_tokens=300, tools=[WEATHER],
            messages=[{"role": "user", "content": "Use get_weather city=Paris and get_weather city=Oslo"}]) as events:
        final = events.get_final_message()
    calls = [block for block in final.content if block.type == "tool_use"]
    equal([call.input for call in calls], [{"city": "Paris"}, {"city": "Oslo"}])
    true(calls[0].id != calls[1].id, "two calls share an id")


def forced_tool(api):
    answer = api.ask("Hello", tools=[WEATHER], tool_choice={"type": "tool", "name": "get_weather"})
    equal(answer.stop_reason, "tool_use")


def tool_result_without_call_is_refused(api):
    error = raised(anthropic.BadRequestError, lambda: api.client.messages.create(
        model=api.model("demo-fast"), max_tokens=300, messages=[
            {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "22"}]}]))
    true("tool_result" in str(error), str(error))


def image(api):
    answer = api.client.messages.create(model=api.model("demo-fast"), max_tokens=300, messages=[
        {"role": "user", "content": [
            {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PNG}},
            {"type": "text", "text": "What is this?"}]}])
    true("I can see 1 image" in answer.content[0].text, answer.content[0].text)


def structured_output(api):
    answer = api.client.messages.parse(
        model=api.model("demo-fast"), max_tokens=300, output_format=Person,
        messages=[{"role": "user", "content": "Invent a person"}])
    true(isinstance(answer.parsed_output, Person), str(answer.content))


def thinking_survives_a_tool_round_trip(api):
    messages = [{"role": "user", "content": "Use get_weather with city=Paris"}]
    options = {"model": api.model("demo-fast"), "max_tokens": 4000, "tools": [WEATHER],
               "thinking": {"type": "enabled", "budget_tokens": 1024}}
    first = api.client.messages.create(messages=messages, **options)
    equal([block.type for block in first.content], ["thinking", "tool_use"])
    true(first.content[0].thinking and first.content[0].signature, "thinking without text or signature")
    messages += [{"role": "assistant", "content": first.content},
                 {"role": "user", "content": [
                     {"type": "tool_result", "tool_use_id": first.content[1].id, "content": "22 degrees"}]}]
    second = api.client.messages.create(messages=messages, **options)
    equal(second.content[-1].text, "The tool answered: 22 degrees")


def prompt_cache_is_counted_beside_the_input(api):
    system = [{"type": "text", "text": f"{time.time_ns()} " + "Rules of the house. " * 400,
               "cache_control": {"type": "ephemeral"}}]
    first = api.ask("Hello", system=system)
    second = api.ask("Hello again", system=system)
    true(first.usage.cache_creation_input_tokens > 1000, "nothing was written to the cache")
    equal(second.usage.cache_read_input_tokens, first.usage.cache_creation_input_tokens)
    true(second.usage.input_tokens < 1000, "cached tokens were counted twice")


def refusal(api):
    equal(api.ask("Hello", "demo-refusal").stop_reason, "refusal")


def gzip_answer(api):
    true(api.ask("Hello", "demo-gzip").content[0].text, "no text")


def huge_answer(api):
    true(len(api.ask("Hello", "demo-huge").content[0].text) >= 8 * 1024 * 1024, "too short")


def invalid_value_is_a_bad_request(api):
    error = raised(anthropic.BadRequestError, lambda: api.ask("Hello", max_tokens=0))
    equal(error.body["type"], "error")
    equal(error.body["error"]["type"], "invalid_request_error")
    true("max_tokens" in error.body["error"]["message"], str(error.body))


def context_overflow_is_a_bad_request(api):
    raised(anthropic.BadRequestError, lambda: api.ask("Hello", "demo-context-overflow"))


def unknown_model_is_not_found(api):
    error = raised(anthropic.NotFoundError, lambda: api.ask("Hello", "demo-nothing"))
    equal(error.body["type"], "error")


def wrong_key_is_an_authentication_error(api):
    client = api.client.with_options(api_key=api.target["wrong_key"])
    raised(anthropic.AuthenticationError, lambda: client.messages.create(
        model=api.target["wrong_key_model"], max_tokens=300, messages=[{"role": "user", "content": "Hello"}]))


def rate_limit_carries_retry_after(api):
    error = raised(anthropic.RateLimitError, lambda: api.ask("Hello", "demo-429"))
    equal(error.response.headers.get("retry-after"), "1")


def server_error(api):
    equal(raised(anthropic.InternalServerError, lambda: api.ask("Hello", "demo-500")).status_code, 500)


def overload(api):
    error = raised(anthropic.InternalServerError, lambda: api.ask("Hello", "demo-529"))
    if not api.translated:
        true(isinstance(error, anthropic.OverloadedError), type(error).__name__)
        equal(error.status_code, 529)


def _read_broken_stream(api, name):
    finished = []
    pieces = []

    def read():
        for event in api.ask("Tell me a story", name, stream=True):
            if event.type == "content_block_delta":
                pieces.append(event)
            if event.type == "message_stop":
                finished.append(event)
        return "the stream ended as if it were whole"

    raised(Exception, read)
    true(pieces, "it broke before the first piece")
    equal(finished, [])


def cut_stream_raises(api):
    _read_broken_stream(api, "demo-cut")


def error_in_stream_raises(api):
    _read_broken_stream(api, "demo-error-in-stream")


def client_may_leave_a_stream(api):
    with api.ask("Tell me a story", stream=True) as events:
        for count, _ in enumerate(events):
            if count == 3:
                break
    equal(api.ask("say: still here").content[0].text, "still here")


def models_are_listed(api):
    names = [model.id for model in api.client.models.list()]
    true(any(name.endswith("demo-fast") for name in names), str(names)[:200])


def tokens_are_counted(api):
    counted = api.client.messages.count_tokens(
        model=api.model("demo-fast"), messages=[{"role": "user", "content": "Hello there, how are you?"}])
    true(counted.input_tokens > 0, "no tokens")


def route_headers_are_visible(api):
    raw = api.client.messages.with_raw_response.create(
        model=api.model("demo-fast"), max_tokens=300, messages=[{"role": "user", "content": "say: hi"}])
    equal(raw.headers.get("x-bifrost-provider"), api.target["provider"])
    equal(raw.headers.get("x-bifrost-model"), "demo-fast")
    equal(raw.parse().content[0].text, "hi")


EVERYWHERE = [
    message, text_keeps_its_unicode, stream, raw_stream_events_come_in_order, token_limit, tools,
    parallel_tools_in_a_stream, forced_tool, image, structured_output, gzip_answer, invalid_value_is_a_bad_request,
    context_overflow_is_a_bad_request, unknown_model_is_not_found, rate_limit_carries_retry_after, server_error, overload,
    cut_stream_raises, error_in_stream_raises, client_may_leave_a_stream,
]
SAME_DIALECT = [
    tool_result_without_call_is_refused, thinking_survives_a_tool_round_trip, prompt_cache_is_counted_beside_the_input,
    refusal, huge_answer, wrong_key_is_an_authentication_error, models_are_listed, tokens_are_counted,
]
GATEWAY = [route_headers_are_visible]


def cases_for(target):
    cases = list(EVERYWHERE)
    if not target.get("translated"):
        cases += SAME_DIALECT
    if target.get("gateway"):
        cases += GATEWAY
    return cases
