"""What users of OpenAI's Python SDK rely on."""

import json
import time

import openai
from pydantic import BaseModel

from checks import PNG, equal, raised, true

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Weather of a city",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}},
            "required": ["city"],
            "additionalProperties": False,
        },
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
        self.url = target["base_url"]
        self.key = target["key"]
        self.translated = target.get("translated", False)
        self.gateway = target.get("gateway", False)
        self.client = openai.OpenAI(base_url=self.url, api_key=self.key, max_retries=0, timeout=20)

    def model(self, name):
        return self.target["prefix"] + name

    def ask(self, text, name="demo-fast", **more):
        return self.client.chat.completions.create(
            model=self.model(name), messages=[{"role": "user", "content": text}], **more)


def chat(api):
    answer = api.ask("say: Good morning")
    equal(answer.choices[0].message.content, "Good morning")
    equal(answer.choices[0].finish_reason, "stop")
    true(answer.usage.prompt_tokens > 0 and answer.usage.completion_tokens > 0, "usage is empty")
    equal(answer.usage.total_tokens, answer.usage.prompt_tokens + answer.usage.completion_tokens)


def chat_with_system_message_and_history(api):
    answer = api.client.chat.completions.create(model=api.model("demo-fast"), max_tokens=200, messages=[
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Hello"},
        {"role": "assistant", "content": "Hello!"},
        {"role": "user", "content": "say: Bye"}])
    equal(answer.choices[0].message.content, "Bye")


def text_keeps_its_unicode(api):
    equal(api.ask("say: Grüße 🌈 日本語").choices[0].message.content, "Grüße 🌈 日本語")


def stream(api):
    chunks = list(api.ask("say: one two three four", stream=True))
    text = "".join(choice.delta.content or "" for chunk in chunks for choice in chunk.choices)
    equal(text, "one two three four")
    equal([c.finish_reason for chunk in chunks for c in chunk.choices if c.finish_reason], ["stop"])
    true(len(chunks) >= 5, f"{len(chunks)} chunks are not a stream")
    true(all(chunk.usage is None for chunk in chunks), "usage was not asked for")


def stream_with_usage_ends_with_a_chunk_without_choices(api):
    chunks = list(api.ask("say: one two", stream=True, stream_options={"include_usage": True}))
    equal(chunks[-1].choices, [])
    true(chunks[-1].usage.completion_tokens > 0, "usage is empty")
    true(all(chunk.usage is None for chunk in chunks[:-1]), "usage before the last chunk")


def token_limit_ends_with_length(api):
    equal(api.ask("Tell me a story", max_tokens=5).choices[0].finish_reason, "length")


def tools(api):
    messages = [{"role": "user", "content": "Use get_weather with city=Paris"}]
    first = api.client.chat.completions.create(model=api.model("demo-fast"), messages=messages, tools=[WEATHER])
    equal(first.choices[0].finish_reason, "tool_calls")
    call = first.choices[0].message.tool_calls[0]
    equal(call.function.name, "get_weather")
    equal(json.loads(call.function.arguments), {"city": "Paris"})
    messages += [first.choices[0].message, {"role": "tool", "tool_call_id": call.id, "content": "22 degrees"}]
    second = api.client.chat.completions.create(model=api.model("demo-fast"), messages=messages, tools=[WEATHER])
    equal(second.choices[0].message.content, "The tool answered: 22 degrees")


def parallel_tools(api):
    messages = [{"role": "user", "content": "Use get_weather city=Paris and get_weather city=Oslo"}]
    first = api.client.chat.completions.create(model=api.model("demo-fast"), messages=messages, tools=[WEATHER])
    calls = first.choices[0].message.tool_calls
    equal([json.loads(call.function.arguments)["city"] for call in calls], ["Paris", "Oslo"])
    true(calls[0].id != calls[1].id, "two calls share an id")
    messages.append(first.choices[0].message)
    messages += [{"role": "tool", "tool_call_id": call.id, "content": f"sun{i} "} for i, call in enumerate(calls)]
    second = api.client.chat.completions.create(model=api.model("demo-fast"), messages=messages, tools=[WEATHER])
    equal(second.choices[0].message.content.strip(), "The tool answered: sun0 sun1")


def parallel_tools_in_a_stream(api):
    calls = {}
    chunks = api.ask("Use get_weather city=Paris and get_weather city=Oslo", tools=[WEATHER], stream=True)
    for chunk in chunks:
        for choice in chunk.choices:
            for delta in choice.delta.tool_calls or []:
                call = calls.setdefault(delta.index, {"id": None, "name": "", "arguments": ""})
                call["id"] = call["id"] or delta.id
                call["name"] += delta.function.name or ""
                call["arguments"] += delta.function.arguments or ""
    equal([json.loads(calls[i]["arguments"])["city"] for i in sorted(calls)], ["Paris", "Oslo"])
    equal({call["name"] for call in calls.values()}, {"get_weather"})
    true(all(call["id"] for call in calls.values()), "a call has no id")


def forced_tool(api):
    answer = api.ask("Hello", tools=[WEATHER], tool_choice={"type": "function", "function": {"name": "get_weather"}})
    equal(answer.choices[0].message.tool_calls[0].function.name, "get_weather")


def tool_message_without_call_is_refused(api):
    error = raised(openai.BadRequestError, lambda: api.client.chat.completions.create(
        model=api.model("demo-fast"), messages=[
            {"role": "user", "content": "Hello"},
            {"role": "tool", "tool_call_id": "call_1", "content": "22 degrees"}]))
    true("tool" in error.message, error.message)


def image_as_data_url(api):
    answer = api.client.chat.completions.create(model=api.model("demo-fast"), messages=[
        {"role": "user", "content": [
            {"type": "text", "text": "What is this?"},
            {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PNG}"}}]}])
    true("I can see 1 image" in answer.choices[0].message.content, answer.choices[0].message.content)


def structured_output(api):
    answer = api.client.chat.completions.parse(
        model=api.model("demo-fast"), messages=[{"role": "user", "content": "Invent a person"}], response_format=Person)
    person = answer.choices[0].message.parsed
    true(isinstance(person, Person), f"not a person: {answer.choices[0].message.content}")


def reasoning_model(api):
    answer = api.ask("Think", "demo-thinker", max_completion_tokens=4000, reasoning_effort="low")
    true(answer.choices[0].message.content, "no text")


def refusal(api):
    message = api.ask("Hello", "demo-refusal").choices[0].message
    true("can’t help" in (message.refusal or message.content), str(message))


def gzip_answer(api):
    true(api.ask("Hello", "demo-gzip").choices[0].message.content, "no text")


def huge_answer(api):
    true(len(api.ask("Hello", "demo-huge").choices[0].message.content) >= 8 * 1024 * 1024, "too short")


def huge_stream(api):
    size = sum(len(choice.delta.content or "") for chunk in api.ask("Hello", "demo-huge", stream=True)
               for choice in chunk.choices)
    true(size >= 8 * 1024 * 1024, f"only {size} characters")


def invalid_value_is_a_bad_request(api):
    error = raised(openai.BadRequestError, lambda: api.ask("Hello", temperature=5))
    equal(error.status_code, 400)
    true("temperature" in error.message, error.message)
    if not api.translated:
        equal((error.type, error.param, error.code),
              ("invalid_request_error", "temperature", "integer_above_max_value"))


def context_overflow_is_a_bad_request(api):
    error = raised(openai.BadRequestError, lambda: api.ask("Hello", "demo-context-overflow"))
    if not api.translated:
        equal(error.code, "context_length_exceeded")


def unknown_model_is_not_found(api):
    equal(raised(openai.NotFoundError, lambda: api.ask("Hello", "demo-nothing")).status_code, 404)


def wrong_key_is_an_authentication_error(api):
    client = api.client.with_options(api_key=api.target["wrong_key"])
    raised(openai.AuthenticationError, lambda: client.chat.completions.create(
        model=api.target["wrong_key_model"], messages=[{"role": "user", "content": "Hello"}]))


def rate_limit_carries_retry_after(api):
    error = raised(openai.RateLimitError, lambda: api.ask("Hello", "demo-429"))
    equal(error.response.headers.get("retry-after"), "1")


def rate_limit_is_retried_after_the_pause(api):
    client = api.client.with_options(max_retries=1)
    start = time.monotonic()
    raised(openai.RateLimitError, lambda: client.chat.completions.create(
        model=api.model("demo-429"), messages=[{"role": "user", "content": "Hello"}]))
    true(time.monotonic() - start >= 0.95, "the pause of retry-after was not kept")


def server_error(api):
    equal(raised(openai.InternalServerError, lambda: api.ask("Hello", "demo-500")).status_code, 500)


def overload(api):
    true(raised(openai.InternalServerError, lambda: api.ask("Hello", "demo-529")).status_code in (503, 529), "status")


def rate_limit_before_a_stream_is_an_error_status(api):
    raised(openai.RateLimitError, lambda: list(api.ask("Hello", "demo-429", stream=True)))


def _read_broken_stream(api, name):
    finished = []
    pieces = []

    def read():
        for chunk in api.ask("Tell me a story", name, stream=True):
            pieces.extend(c.delta.content for c in chunk.choices if c.delta.content)
            finished.extend(c.finish_reason for c in chunk.choices if c.finish_reason)
        return "the stream ended as if it were whole"

    raised(Exception, read)
    true(pieces, "it broke before the first piece")
    equal(finished, [])


def cut_stream_raises(api):
    _read_broken_stream(api, "demo-cut")


def error_in_stream_raises(api):
    _read_broken_stream(api, "demo-error-in-stream")


def cut_answer_raises(api):
    error = raised(Exception, lambda: api.ask("Tell me a story", "demo-cut"))
    true(getattr(error, "status_code", 502) >= 500, f"the client is blamed: {error}")


def client_may_leave_a_stream(api):
    with api.ask("Tell me a story", stream=True) as chunks:
        for count, _ in enumerate(chunks):
            if count == 2:
                break
    equal(api.ask("say: still here").choices[0].message.content, "still here")


def silent_provider_times_out_at_the_client(api):
    client = api.client.with_options(timeout=0.7)
    raised(openai.APITimeoutError, lambda: client.chat.completions.create(
        model=api.model("demo-silent"), messages=[{"role": "user", "content": "Hello"}]))
    equal(api.ask("say: still here").choices[0].message.content, "still here")


def models_are_listed(api):
    names = [model.id for model in api.client.models.list()]
    true(any(name.endswith("demo-fast") for name in names), str(names)[:200])


def embeddings_as_base64_by_default(api):
    answer = api.client.embeddings.create(model=api.model("demo-embedding"), input=["a bridge", "a rainbow"])
    equal([len(item.embedding) for item in answer.data], [1536, 1536])
    true(abs(sum(value * value for value in answer.data[0].embedding) - 1) < 1e-3, "not a unit vector")


def embeddings_as_floats(api):
    packed = api.client.embeddings.create(model=api.model("demo-embedding"), input="a bridge", dimensions=64)
    plain = api.client.embeddings.create(
        model=api.model("demo-embedding"), input="a bridge", dimensions=64, encoding_format="float")
    true(all(abs(a - b) < 1e-5 for a, b in zip(packed.data[0].embedding, plain.data[0].embedding, strict=True)),
         "base64 and float differ")


def response(api):
    answer = api.client.responses.create(model=api.model("demo-fast"), input="say: Good evening")
    equal(answer.output_text, "Good evening")
    equal(answer.status, "completed")
    true(answer.usage.input_tokens > 0 and answer.usage.output_tokens > 0, "usage is empty")


def response_stream(api):
    events = list(api.client.responses.create(model=api.model("demo-fast"), input="say: one two three", stream=True))
    equal("".join(event.delta for event in events if event.type == "response.output_text.delta"), "one two three")
    equal(events[0].type, "response.created")
    equal(events[-1].type, "response.completed")
    equal(events[-1].response.output_text, "one two three")
    equal([event.sequence_number for event in events], list(range(len(events))))


def response_stream_helper_accumulates(api):
    with api.client.responses.stream(model=api.model("demo-fast"), input="say: one two three") as events:
        for _ in events:
            pass
        equal(events.get_final_response().output_text, "one two three")


def response_tools_with_reasoning_round_trip(api):
    tool = {"type": "function", "name": "get_weather", "parameters": WEATHER["function"]["parameters"], "strict": True}
    items = [{"role": "user", "content": "Use get_weather with city=Paris"}]
    options = {"model": api.model("demo-thinker"), "tools": [tool], "store": False,
               "include": ["reasoning.encrypted_content"]}
    first = api.client.responses.create(input=items, **options)
    call = next(item for item in first.output if item.type == "function_call")
    equal(json.loads(call.arguments), {"city": "Paris"})
    items += [item.model_dump(exclude_none=True) for item in first.output]
    items.append({"type": "function_call_output", "call_id": call.call_id, "output": "22 degrees"})
    equal(api.client.responses.create(input=items, **options).output_text, "The tool answered: 22 degrees")


def response_continues_a_stored_one(api):
    first = api.client.responses.create(model=api.model("demo-fast"), input="Hello")
    second = api.client.responses.create(
        model=api.model("demo-fast"), input="say: again", previous_response_id=first.id)
    equal(second.output_text, "again")


def response_structured_output(api):
    answer = api.client.responses.parse(model=api.model("demo-fast"), input="Invent a person", text_format=Person)
    true(isinstance(answer.output_parsed, Person), answer.output_text)


def response_with_a_foreign_item_id_is_refused(api):
    error = raised(openai.BadRequestError, lambda: api.client.responses.create(model=api.model("demo-fast"), input=[
        {"type": "message", "role": "assistant", "id": "chatcmpl-1", "content": [
            {"type": "output_text", "text": "Hello", "annotations": []}]},
        {"role": "user", "content": "Hello"}]))
    true("Expected an ID that begins with 'msg'" in error.message, error.message)


def response_stream_that_is_cut_raises(api):
    finished = []
    pieces = []

    def read():
        for event in api.client.responses.create(model=api.model("demo-cut"), input="A story", stream=True):
            if event.type == "response.output_text.delta":
                pieces.append(event.delta)
            if event.type == "response.completed":
                finished.append(event)
            if event.type in ("error", "response.failed"):
                raise openai.OpenAIError(event.type)
        return "the stream ended as if it were whole"

    raised(Exception, read)
    true(pieces, "it broke before the first piece")
    equal(finished, [])


def route_headers_are_visible(api):
    raw = api.client.chat.completions.with_raw_response.create(
        model=api.model("demo-fast"), messages=[{"role": "user", "content": "say: hi"}])
    equal(raw.headers.get("x-bifrost-provider"), api.target["provider"])
    equal(raw.headers.get("x-bifrost-model"), "demo-fast")
    equal(raw.parse().choices[0].message.content, "hi")
    raw = api.client.chat.completions.with_raw_response.create(
        model=api.model("demo-fast"), messages=[{"role": "user", "content": "say: hi"}], stream=True)
    equal(raw.headers.get("x-bifrost-provider"), api.target["provider"])
    equal(raw.headers.get("x-bifrost-model"), "demo-fast")
    list(raw.parse())


# Also holds where the gateway translates to another provider's dialect.
EVERYWHERE = [
    chat, chat_with_system_message_and_history, text_keeps_its_unicode, stream,
    stream_with_usage_ends_with_a_chunk_without_choices, token_limit_ends_with_length, tools, parallel_tools,
    parallel_tools_in_a_stream, forced_tool, image_as_data_url, structured_output, gzip_answer,
    invalid_value_is_a_bad_request, context_overflow_is_a_bad_request, unknown_model_is_not_found,
    rate_limit_carries_retry_after, server_error, overload, rate_limit_before_a_stream_is_an_error_status,
    cut_stream_raises, error_in_stream_raises, cut_answer_raises, client_may_leave_a_stream, response, response_stream,
]
SAME_DIALECT = [
    tool_message_without_call_is_refused, reasoning_model, refusal, huge_answer, huge_stream,
    wrong_key_is_an_authentication_error, rate_limit_is_retried_after_the_pause,
    silent_provider_times_out_at_the_client, models_are_listed, embeddings_as_base64_by_default, embeddings_as_floats,
    response_stream_helper_accumulates, response_tools_with_reasoning_round_trip, response_continues_a_stored_one,
    response_structured_output, response_with_a_foreign_item_id_is_refused, response_stream_that_is_cut_raises,
]
GATEWAY = [route_headers_are_visible]


def cases_for(target):
    cases = list(EVERYWHERE)
    if not target.get("translated"):
        cases += SAME_DIALECT
    if target.get("gateway"):
        cases += GATEWAY
    return cases
