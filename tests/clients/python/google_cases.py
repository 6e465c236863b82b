"""What users of Google's Python SDK rely on."""

import asyncio
import base64
import json

from google import genai
from google.genai import errors, types
from pydantic import BaseModel

from checks import PNG, equal, raised, true


def get_weather(city: str) -> str:
    """Weather of a city.

    Args:
        city: The name of the city.
    """
    return f"sun in {city}"


WEATHER = types.Tool(function_declarations=[types.FunctionDeclaration(
    name="get_weather", description="Weather of a city",
    parameters=types.Schema(type=types.Type.OBJECT, required=["city"],
                            properties={"city": types.Schema(type=types.Type.STRING)}))])


class Person(BaseModel):
    name: str
    age: int
    tags: list[str]


class Api:
    """One base URL under test."""

    def __init__(self, target):
        self.target = target
        # The SDK's time limit is in milliseconds; without retry options it does not retry.
        options = types.HttpOptions(base_url=target["base_url"], timeout=20000)
        self.client = genai.Client(api_key=target["key"], vertexai=False, http_options=options)

    def model(self, name):
        return self.target["prefix"] + name

    def ask(self, contents, name="demo-fast", **config):
        return self.client.models.generate_content(
            model=self.model(name), contents=contents, config=types.GenerateContentConfig(**config))

    def stream(self, contents, name="demo-fast", **config):
        return self.client.models.generate_content_stream(
            model=self.model(name), contents=contents, config=types.GenerateContentConfig(**config))


def calls_of(parts):
    return [part.function_call for part in parts if part.function_call]


def text(api):
    answer = api.ask("say: Good morning")
    equal(answer.text, "Good morning")
    equal(answer.candidates[0].finish_reason, types.FinishReason.STOP)
    equal(answer.candidates[0].content.role, "model")
    true(answer.response_id and answer.model_version, "no id or no model")


def usage_adds_up(api):
    usage = api.ask("say: Good morning").usage_metadata
    true(usage.prompt_token_count > 0 and usage.candidates_token_count > 0, "usage is empty")
    equal(usage.total_token_count, usage.prompt_token_count + usage.candidates_token_count)


def text_keeps_its_unicode(api):
    equal(api.ask("say: Grüße 🌈 日本語").text, "Grüße 🌈 日本語")


def model_name_with_models_in_front(api):
    answer = api.client.models.generate_content(model="models/" + api.model("demo-fast"), contents="say: hi")
    equal(answer.text, "hi")


def system_instruction_is_read(api):
    short = api.ask("say: hi").usage_metadata.prompt_token_count
    long = api.ask("say: hi", system_instruction="Be brief. " * 40)
    equal(long.text, "hi")
    true(long.usage_metadata.prompt_token_count > short + 50, "the provider did not read the instruction")


def chat_of_many_turns(api):
    chat = api.client.chats.create(model=api.model("demo-fast"))
    first = chat.send_message("say: one")
    second = chat.send_message("say: two")
    equal([first.text, second.text], ["one", "two"])
    true(second.usage_metadata.prompt_token_count > first.usage_metadata.prompt_token_count, "the history is missing")
    equal([content.role for content in chat.get_history(curated=True)], ["user", "model", "user", "model"])


def chat_of_streams(api):
    chat = api.client.chats.create(model=api.model("demo-fast"))
    for word in ("one two three", "four five six"):
        equal("".join(chunk.text or "" for chunk in chat.send_message_stream(f"say: {word}")), word)
    # A stream leaves one entry per chunk.
    roles = [content.role for content in chat.get_history(curated=True)]
    equal((roles[0], roles[-1], roles.count("user")), ("user", "model", 2))


def stream(api):
    chunks = list(api.stream("say: one two three four"))
    equal("".join(chunk.text or "" for chunk in chunks), "one two three four")
    true(len(chunks) >= 4, f"{len(chunks)} chunks are not a stream")
    reasons = [chunk.candidates[0].finish_reason for chunk in chunks]
    equal([reason for reason in reasons if reason], [types.FinishReason.STOP])
    equal(reasons[-1], types.FinishReason.STOP)
    usage = chunks[-1].usage_metadata
    true(usage.prompt_token_count > 0 and usage.candidates_token_count > 0, "usage is empty")


def async_text_and_stream(api):
    async def both():
        # Its own client: an asynchronous one belongs to the loop that it first ran in.
        async with genai.Client(api_key=api.target["key"], vertexai=False, http_options=types.HttpOptions(
                base_url=api.target["base_url"], timeout=20000)).aio as client:
            answer = await client.models.generate_content(model=api.model("demo-fast"), contents="say: hi")
            pieces = []
            async for chunk in await client.models.generate_content_stream(
                    model=api.model("demo-fast"), contents="say: one two three"):
                pieces.append(chunk.text or "")
            return answer.text, "".join(pieces)

    equal(asyncio.run(both()), ("hi", "one two three"))


def token_limit(api):
    answer = api.ask("Tell me a story", max_output_tokens=16)
    equal(answer.candidates[0].finish_reason, types.FinishReason.MAX_TOKENS)
    true(answer.text, "no text")


def sampling_options_are_taken(api):
    equal(api.ask("say: hi", temperature=0.5, top_p=0.9, max_output_tokens=100).text, "hi")


def tool_round_trip(api):
    contents = [types.UserContent("Use get_weather with city=Paris")]
    first = api.ask(contents, tools=[WEATHER])
    call = first.function_calls[0]
    equal((call.name, call.args), ("get_weather", {"city": "Paris"}))
    equal(first.candidates[0].finish_reason, types.FinishReason.STOP)
    result = types.Part(function_response=types.FunctionResponse(
        id=call.id, name=call.name, response={"result": "22 degrees"}))
    second = api.ask(contents + [first.candidates[0].content, types.UserContent(result)], tools=[WEATHER])
    true(second.text.startswith("The tool answered: ") and "22 degrees" in second.text, second.text)


def tool_round_trip_without_ids(api):
    contents = [types.UserContent("Use get_weather with city=Paris"),
                types.ModelContent(types.Part.from_function_call(name="get_weather", args={"city": "Paris"})),
                types.UserContent(types.Part.from_function_response(
                    name="get_weather", response={"result": "22 degrees"}))]
    answer = api.ask(contents, tools=[WEATHER])
    true("22 degrees" in answer.text, answer.text)


def parallel_tools(api):
    contents = [types.UserContent("Use get_weather city=Paris and get_weather city=Oslo")]
    first = api.ask(contents, tools=[WEATHER])
    calls = first.function_calls
    equal([call.args for call in calls], [{"city": "Paris"}, {"city": "Oslo"}])
    results = [types.Part(function_response=types.FunctionResponse(
        id=call.id, name=call.name, response={"result": f"sun in {call.args['city']}"})) for call in calls]
    second = api.ask(contents + [first.candidates[0].content, types.UserContent(results)], tools=[WEATHER])
    true("sun in Paris" in second.text and "sun in Oslo" in second.text, second.text)


def parallel_tools_in_a_stream(api):
    chunks = list(api.stream("Use get_weather city=Paris and get_weather city=Oslo", tools=[WEATHER]))
    calls = [call for chunk in chunks for call in calls_of(chunk.candidates[0].content.parts or [])]
    equal([call.args for call in calls], [{"city": "Paris"}, {"city": "Oslo"}])
    equal(chunks[-1].candidates[0].finish_reason, types.FinishReason.STOP)


def python_function_is_called_by_the_sdk(api):
    chat = api.client.chats.create(model=api.model("demo-fast"),
                                   config=types.GenerateContentConfig(tools=[get_weather]))
    answer = chat.send_message("Use get_weather city=Paris and get_weather city=Oslo")
    true("sun in Paris" in answer.text and "sun in Oslo" in answer.text, answer.text)


def image_in_a_tool_result(api):
    picture = types.FunctionResponsePart.from_bytes(data=base64.b64decode(PNG), mime_type="image/png")
    contents = [types.UserContent("Use get_weather with city=Paris"),
                types.ModelContent(types.Part.from_function_call(name="get_weather", args={"city": "Paris"})),
                types.UserContent(types.Part.from_function_response(
                    name="get_weather", response={"result": "22 degrees"}, parts=[picture]))]
    true("22 degrees" in api.ask(contents, tools=[WEATHER]).text, "the result is missing")


def thinking_survives_a_tool_round_trip(api):
    contents = [types.UserContent("Use get_weather with city=Paris")]
    config = {"tools": [WEATHER], "max_output_tokens": 8000,
              "thinking_config": types.ThinkingConfig(include_thoughts=True, thinking_budget=2048)}
    first = api.ask(contents, "demo-thinker", **config)
    parts = first.candidates[0].content.parts
    true(parts[0].thought and parts[0].text, "no thought")
    true(any(part.thought_signature for part in parts), "no signature")
    true(first.usage_metadata.thoughts_token_count != 0, "thoughts were free")
    call = first.function_calls[0]
    result = types.Part(function_response=types.FunctionResponse(
        id=call.id, name=call.name, response={"result": "22 degrees"}))
    second = api.ask(contents + [first.candidates[0].content, types.UserContent(result)], "demo-thinker", **config)
    true("The tool answered: " in second.text and "22 degrees" in second.text, second.text)


def function_in_a_streamed_chat_that_thinks(api):
    chat = api.client.chats.create(model=api.model("demo-thinker"), config=types.GenerateContentConfig(
        tools=[get_weather], max_output_tokens=8000,
        thinking_config=types.ThinkingConfig(include_thoughts=True, thinking_budget=2048)))
    chunks = list(chat.send_message_stream("Use get_weather with city=Paris"))
    parts = [part for chunk in chunks for part in chunk.candidates[0].content.parts or []]
    true(any(part.thought and part.text for part in parts), "no thought")
    true("sun in Paris" in "".join(part.text for part in parts if part.text and not part.thought), str(parts)[:300])


def forced_tool(api):
    forced = types.ToolConfig(function_calling_config=types.FunctionCallingConfig(
        mode=types.FunctionCallingConfigMode.ANY, allowed_function_names=["get_weather"]))
    equal([call.name for call in api.ask("Hello", tools=[WEATHER], tool_config=forced).function_calls], ["get_weather"])


def tools_may_be_forbidden(api):
    never = types.ToolConfig(function_calling_config=types.FunctionCallingConfig(
        mode=types.FunctionCallingConfigMode.NONE))
    answer = api.ask("Use get_weather with city=Paris", tools=[WEATHER], tool_config=never)
    true(not answer.function_calls and answer.text, "a tool was called")


def image(api):
    picture = types.Part.from_bytes(data=base64.b64decode(PNG), mime_type="image/png")
    true("I can see 1 image" in api.ask([picture, "What is this?"]).text, "the provider saw no image")


def structured_output(api):
    answer = api.ask("Invent a person", response_mime_type="application/json", response_schema=Person)
    true(isinstance(answer.parsed, Person), str(answer.text))


def structured_output_by_json_schema(api):
    answer = api.ask("Invent a person", response_mime_type="application/json",
                     response_json_schema=Person.model_json_schema())
    Person.model_validate(json.loads(answer.text))


def gzip_answer(api):
    true(api.ask("Hello", "demo-gzip").text, "no text")


def refused(api, code, status, name, **config):
    kind = errors.ServerError if code >= 500 else errors.ClientError
    error = raised(kind, lambda: api.ask("Hello", name, **config))
    equal((error.code, error.status), (code, status))
    true(error.message, "no message")
    return error


def invalid_value_is_a_client_error(api):
    refused(api, 400, "INVALID_ARGUMENT", "demo-fast", top_p=7)


def context_overflow_is_a_client_error(api):
    refused(api, 400, "INVALID_ARGUMENT", "demo-context-overflow")


def unknown_model_is_not_found(api):
    refused(api, 404, "NOT_FOUND", "demo-nothing")


def wrong_key_is_unauthenticated(api):
    error = raised(errors.ClientError, lambda: api.client.models.generate_content(
        model=api.target["wrong_key_model"], contents="Hello"))
    # Google's own word for a wrong key is 400, and its own clients get its own words.
    expected = (400, "INVALID_ARGUMENT") if api.target.get("own") else (401, "UNAUTHENTICATED")
    equal((error.code, error.status), expected)
    true("key" in error.message, error.message)


def rate_limit_carries_retry_after(api):
    error = refused(api, 429, "RESOURCE_EXHAUSTED", "demo-429")
    if api.target.get("own"):
        true("'retryDelay': '1s'" in str(error), str(error))
    else:
        equal(error.response.headers.get("retry-after"), "1")


def rate_limit_before_a_stream(api):
    error = raised(errors.ClientError, lambda: list(api.stream("Hello", "demo-429")))
    equal((error.code, error.status), (429, "RESOURCE_EXHAUSTED"))


def server_error(api):
    refused(api, 500, "INTERNAL", "demo-500")


def overload_is_a_server_error(api):
    error = raised(errors.ServerError, lambda: api.ask("Hello", "demo-529"))
    equal(error.status, "UNAVAILABLE")


def _read_broken_stream(api, name):
    pieces = []
    finished = []

    def read():
        for chunk in api.stream("Tell me a story", name):
            pieces.append(chunk.text)
            finished.extend(c.finish_reason for c in chunk.candidates or [] if c.finish_reason)
        return "the stream ended as if it were whole"

    error = raised(Exception, read)
    true(pieces, "it broke before the first piece")
    equal(finished, [])
    return error


def cut_stream_raises(api):
    _read_broken_stream(api, "demo-cut")


def error_in_stream_is_an_api_error(api):
    error = _read_broken_stream(api, "demo-error-in-stream")
    true(isinstance(error, errors.APIError), f"{type(error).__name__}: {error}")
    true(error.code >= 500 and error.message, str(error))


def client_may_leave_a_stream(api):
    chunks = api.stream("Tell me a story")
    for count, _ in enumerate(chunks):
        if count == 3:
            break
    chunks.close()
    equal(api.ask("say: still here").text, "still here")


def models_are_listed(api):
    models = list(api.client.models.list())
    names = [model.name for model in models]
    true("models/" + api.model("demo-fast") in names, str(names)[:300])


def listed_model_can_be_asked(api):
    name = next(model.name for model in api.client.models.list() if model.name.endswith(api.model("demo-fast")))
    equal(api.client.models.generate_content(model=name, contents="say: hi").text, "hi")


def route_headers_are_visible(api):
    headers = api.ask("say: hi").sdk_http_response.headers
    found = {name.lower(): value for name, value in headers.items()}
    equal((found.get("x-bifrost-provider"), found.get("x-bifrost-model")), (api.target["provider"], "demo-fast"))


CASES = [
    text, usage_adds_up, text_keeps_its_unicode, model_name_with_models_in_front, system_instruction_is_read,
    chat_of_many_turns, chat_of_streams, stream, async_text_and_stream, token_limit, sampling_options_are_taken,
    tool_round_trip, tool_round_trip_without_ids, parallel_tools, parallel_tools_in_a_stream,
    python_function_is_called_by_the_sdk, image_in_a_tool_result, thinking_survives_a_tool_round_trip,
    function_in_a_streamed_chat_that_thinks, forced_tool, tools_may_be_forbidden, image, structured_output,
    structured_output_by_json_schema, gzip_answer, invalid_value_is_a_client_error, context_overflow_is_a_client_error,
    unknown_model_is_not_found, wrong_key_is_unauthenticated, rate_limit_carries_retry_after,
    rate_limit_before_a_stream, server_error, overload_is_a_server_error, cut_stream_raises,
    error_in_stream_is_an_api_error, client_may_leave_a_stream, models_are_listed, listed_model_can_be_asked,
    route_headers_are_visible,
]
