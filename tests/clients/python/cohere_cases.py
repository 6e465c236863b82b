"""What users of Cohere's Python SDK rely on, whoever answers; and users of other SDKs when Cohere answers."""

import asyncio
import json

import anthropic
import cohere
import httpx
import openai

from checks import PNG, equal, raised, true

ONCE = {"max_retries": 0}
WEATHER = {"type": "function", "function": {
    "name": "get_weather", "description": "Weather of a city",
    "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}}}
PERSON = {"type": "object", "properties": {"name": {"type": "string"}, "age": {"type": "integer"},
                                           "tags": {"type": "array", "items": {"type": "string"}}},
          "required": ["name", "age", "tags"]}
BOTH = "Use get_weather city=Paris and get_weather city=Oslo"


def user(content):
    return {"role": "user", "content": content}


class Api:
    def __init__(self, target):
        self.target = target
        self.client = cohere.ClientV2(api_key=target["key"], base_url=target["base_url"], timeout=20)

    def ask(self, messages, model="demo-fast", **options):
        messages = [user(messages)] if isinstance(messages, str) else messages
        return self.client.chat(model=self.target["prefix"] + model, messages=messages, request_options=ONCE, **options)

    def stream(self, messages, model="demo-fast", **options):
        messages = [user(messages)] if isinstance(messages, str) else messages
        return self.client.chat_stream(model=self.target["prefix"] + model, messages=messages, request_options=ONCE,
                                       **options)


def text_of(answer):
    return "".join(block.text for block in answer.message.content or [] if block.type == "text")


def streamed_text(events):
    return "".join(event.delta.message.content.text or "" for event in events if event.type == "content-delta")


def text(api):
    answer = api.ask("say: Grüße 🌈 日本語")
    equal(text_of(answer), "Grüße 🌈 日本語")
    equal((answer.finish_reason, answer.message.role), ("COMPLETE", "assistant"))
    true(answer.id, "no id")


def usage(api):
    counts = api.ask("say: one two three").usage
    true(counts.tokens.input_tokens > 3, str(counts))
    equal(counts.tokens.output_tokens, 3)
    equal(counts.billed_units.output_tokens, 3)


def stream(api):
    events = list(api.stream("say: one two three four"))
    equal(streamed_text(events), "one two three four")
    types = [event.type for event in events]
    equal((types[0], types[1], types[-2], types[-1]), ("message-start", "content-start", "content-end", "message-end"))
    true(types.count("content-delta") >= 4, f"{types} is no stream")
    true(events[0].id, "no id")
    end = events[-1].delta
    equal((end.finish_reason, end.usage.tokens.output_tokens), ("COMPLETE", 4))


def asynchronous(api):
    async def run():
        client = cohere.AsyncClientV2(api_key=api.target["key"], base_url=api.target["base_url"], timeout=20)
        model = api.target["prefix"] + "demo-fast"
        whole = await client.chat(model=model, messages=[user("say: hi")])
        events = [event async for event in client.chat_stream(model=model, messages=[user("say: one two")])]
        return text_of(whole), streamed_text(events)

    equal(asyncio.run(run()), ("hi", "one two"))


def system_and_history(api):
    short = api.ask([{"role": "system", "content": "Be brief."}, user("say: hi")])
    turns = [{"role": "system", "content": "Be brief. " * 40}, user("say: hi"),
             {"role": "assistant", "content": text_of(short)}, user([{"type": "text", "text": "say: ho"}])]
    long = api.ask(turns)
    equal(text_of(long), "ho")
    true(long.usage.tokens.input_tokens > short.usage.tokens.input_tokens + 50, "the system text was not read")


def limits(api):
    answer = api.ask("Tell me a story", max_tokens=16, temperature=0.3, p=0.75)
    equal(answer.finish_reason, "MAX_TOKENS")
    true(text_of(answer), "no text")


def tool_round_trip(api):
    messages = [user("Use get_weather with city=Paris")]
    first = api.ask(messages, tools=[WEATHER])
    call = first.message.tool_calls[0]
    equal((first.finish_reason, call.function.name, json.loads(call.function.arguments)),
          ("TOOL_CALL", "get_weather", {"city": "Paris"}))
    # As Cohere's guides do: plan and calls go back, results are documents.
    messages.append({"role": "assistant", "tool_plan": first.message.tool_plan, "tool_calls": first.message.tool_calls})
    result = {"type": "document", "document": {"data": {"result": "22 degrees"}}}
    messages.append({"role": "tool", "tool_call_id": call.id, "content": [result]})
    equal(text_of(api.ask(messages, tools=[WEATHER])), "The tool answered: 22 degrees")


def parallel_tools(api):
    messages = [user(BOTH)]
    first = api.ask(messages, tools=[WEATHER])
    calls = first.message.tool_calls
    equal([json.loads(call.function.arguments) for call in calls], [{"city": "Paris"}, {"city": "Oslo"}])
    messages.append(first.message)
    messages += [{"role": "tool", "tool_call_id": call.id, "content": f"sun{i} "} for i, call in enumerate(calls)]
    true("sun0" in text_of(api.ask(messages, tools=[WEATHER])), "the results are missing")


def parallel_tools_in_a_stream(api):
    calls = {}
    for event in api.stream(BOTH, tools=[WEATHER]):
        if event.type == "tool-call-start":
            call = event.delta.message.tool_calls
            calls[event.index] = [call.id, call.function.name, call.function.arguments or ""]
        elif event.type == "tool-call-delta":
            calls[event.index][2] += event.delta.message.tool_calls.function.arguments
    equal([(name, json.loads(arguments)) for _, name, arguments in calls.values()],
          [("get_weather", {"city": "Paris"}), ("get_weather", {"city": "Oslo"})])
    true(calls[0][0] != calls[1][0], "two calls share an id")


def tool_choice(api):
    forced = api.ask("Hello", tools=[WEATHER], tool_choice="REQUIRED")
    equal([call.function.name for call in forced.message.tool_calls], ["get_weather"])
    none = api.ask("Use get_weather with city=Paris", tools=[WEATHER], tool_choice="NONE")
    true(not none.message.tool_calls and text_of(none), "a tool was called")


def strict_tools(api):
    answer = api.ask("Use get_weather with city=Paris", tools=[WEATHER], strict_tools=api.target.get("own", False))
    equal(json.loads(answer.message.tool_calls[0].function.arguments), {"city": "Paris"})


def image(api):
    answer = api.ask([user([{"type": "text", "text": "What is this?"},
                            {"type": "image_url", "image_url": {"url": "data:image/png;base64," + PNG}}])])
    true("I can see 1 image" in text_of(answer), text_of(answer))


def structured_output(api):
    answer = api.ask("Invent a person as JSON", response_format={"type": "json_object", "json_schema": PERSON})
    equal(sorted(json.loads(text_of(answer))), ["age", "name", "tags"])


def documents(api):
    plain = api.ask("say: hi")
    answer = api.ask("say: hi", documents=["Words. " * 40, {"id": "d2", "data": {"title": "T", "text": "More."}}],
                     citation_options={"mode": "ACCURATE"})
    equal(text_of(answer), "hi")
    if "anthropic" not in api.target["prefix"]:  # the demo provider counts no tokens of Anthropic's document blocks
        true(answer.usage.tokens.input_tokens > plain.usage.tokens.input_tokens + 30, "the documents were not read")
    if api.target.get("own"):
        equal(answer.message.citations[0].text, "hi")


def thinking(api):
    if "openai" in api.target["prefix"] or "nebius" in api.target["prefix"]:
        return  # those APIs keep their reasoning to themselves
    events = list(api.stream("say: one two", "demo-thinker", thinking={"type": "enabled", "token_budget": 1024},
                             max_tokens=4000))
    kinds = [event.delta.message.content.type for event in events if event.type == "content-start"]
    equal(kinds, ["thinking", "text"])
    equal(streamed_text(events), "one two")


def refused(api, kind, status, model="demo-fast", **options):
    error = raised(kind, lambda: api.ask("Hello", model, **options))
    equal(error.status_code, status)
    true(error.body["message"], "no message")
    return error


def errors(api):
    refused(api, cohere.BadRequestError, 400, temperature=7)
    refused(api, cohere.BadRequestError, 400, "demo-context-overflow")
    refused(api, cohere.NotFoundError, 404, "demo-nothing")
    refused(api, cohere.TooManyRequestsError, 429, "demo-429")
    refused(api, cohere.InternalServerError, 500, "demo-500")


def wrong_key(api):
    client = cohere.ClientV2(api_key=api.target["wrong_key"], base_url=api.target["base_url"], timeout=20)
    model = api.target["wrong_key_model"]
    error = raised(cohere.UnauthorizedError,
                   lambda: client.chat(model=model, messages=[user("Hello")], request_options=ONCE))
    true(error.body["message"], "no message")


def error_before_a_stream(api):
    error = raised(cohere.TooManyRequestsError, lambda: list(api.stream("Hello", "demo-429")))
    equal(error.status_code, 429)


def broken(api, model):
    seen = []

    def read():
        for event in api.stream("Tell me a story", model):
            seen.append(event)

    return seen, read


def cut_stream_raises(api):
    seen, read = broken(api, "demo-cut")
    raised(httpx.TransportError, read)
    true(streamed_text(seen), "it broke before the first piece")
    if api.target["label"] != "direct":
        equal(seen[-1].delta.finish_reason, "ERROR")
        true(seen[-1].delta.error, "no words")


def error_in_stream_is_told(api):
    seen, read = broken(api, "demo-error-in-stream")
    try:
        read()  # Cohere's own error is an event, and the SDK raises nothing
    except httpx.TransportError:
        true(not api.target.get("own"), "Cohere's own end was cut")
    equal((seen[-1].type, seen[-1].delta.finish_reason), ("message-end", "ERROR"))
    true(seen[-1].delta.error, "no words")


CASES = [text, usage, stream, asynchronous, system_and_history, limits, tool_round_trip, parallel_tools,
         parallel_tools_in_a_stream, tool_choice, strict_tools, image, structured_output, documents, thinking, errors,
         wrong_key, error_before_a_stream, cut_stream_raises, error_in_stream_is_told]


# --- Cohere behind the gateway of other SDKs


class Others:
    def __init__(self, target):
        self.target = target
        self.openai = openai.OpenAI(api_key="sk-local", base_url=target["base_url"] + "/v1", max_retries=0, timeout=20)
        self.anthropic = anthropic.Anthropic(api_key="sk-local", base_url=target["base_url"] + "/anthropic",
                                             max_retries=0, timeout=20)

    def model(self, name="demo-fast"):
        return self.target["prefix"] + name

    def chat(self, messages, model="demo-fast", **options):
        messages = [user(messages)] if isinstance(messages, str) else messages
        return self.openai.chat.completions.create(model=self.model(model), messages=messages, **options)


def openai_text_and_usage(api):
    answer = api.chat("say: Grüße 🌈", top_p=1, temperature=1.5, n=1, presence_penalty=0)
    equal((answer.choices[0].message.content, answer.choices[0].finish_reason), ("Grüße 🌈", "stop"))
    true(answer.usage.prompt_tokens > 3 and answer.usage.completion_tokens > 0, str(answer.usage))


def openai_stream(api):
    chunks = list(api.chat("say: one two three", stream=True, stream_options={"include_usage": True}))
    equal("".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices), "one two three")
    equal(chunks[-1].usage.completion_tokens, 3)


def openai_tools(api):
    tools = [WEATHER | {"function": WEATHER["function"] | {"strict": True, "parameters":
             WEATHER["function"]["parameters"] | {"additionalProperties": False}}}]
    messages = [user(BOTH)]
    first = api.chat(messages, tools=tools, parallel_tool_calls=True).choices[0]
    equal(first.finish_reason, "tool_calls")
    equal([json.loads(call.function.arguments)["city"] for call in first.message.tool_calls], ["Paris", "Oslo"])
    messages.append(first.message)
    messages += [{"role": "tool", "tool_call_id": call.id, "content": f"sun{i} "}
                 for i, call in enumerate(first.message.tool_calls)]
    words = api.chat(messages, tools=tools).choices[0].message.content
    true("sun0" in words and "sun1" in words, words)
    forced = api.chat("Hello", tools=tools, tool_choice={"type": "function", "function": {"name": "get_weather"}})
    equal(forced.choices[0].message.tool_calls[0].function.name, "get_weather")


def openai_streamed_tools(api):
    arguments = {}
    for chunk in api.chat(BOTH, tools=[WEATHER], stream=True):
        for call in (chunk.choices[0].delta.tool_calls or []) if chunk.choices else []:
            arguments[call.index] = arguments.get(call.index, "") + (call.function.arguments or "")
    equal([json.loads(each)["city"] for each in arguments.values()], ["Paris", "Oslo"])


def openai_image_and_schema(api):
    seen = api.chat([user([{"type": "text", "text": "What is this?"},
                           {"type": "image_url", "image_url": {"url": "data:image/png;base64," + PNG}}])])
    true("I can see 1 image" in seen.choices[0].message.content, str(seen.choices[0].message.content))
    schema = {"name": "person", "strict": True, "schema": PERSON | {"additionalProperties": False}}
    person = api.chat("Invent a person", response_format={"type": "json_schema", "json_schema": schema})
    equal(sorted(json.loads(person.choices[0].message.content)), ["age", "name", "tags"])


def openai_responses(api):
    answer = api.openai.responses.create(model=api.model(), input="say: hi there", instructions="Be brief.")
    equal((answer.output_text, answer.status), ("hi there", "completed"))
    with api.openai.responses.stream(model=api.model(), input="say: one two") as events:
        equal("".join(event.delta for event in events if event.type == "response.output_text.delta"), "one two")


def openai_errors(api):
    for kind, model in ((openai.BadRequestError, "demo-context-overflow"), (openai.NotFoundError, "demo-nothing"),
                        (openai.RateLimitError, "demo-429"), (openai.InternalServerError, "demo-500")):
        true(raised(kind, lambda: api.chat("Hello", model)).body["message"], "no message")
    raised(openai.AuthenticationError, lambda: api.openai.chat.completions.create(
        model=api.target["wrong_key_model"], messages=[user("Hello")]))
    for model in ("demo-cut", "demo-error-in-stream"):
        raised(openai.APIError, lambda: list(api.chat("Tell me a story", model, stream=True)))


def anthropic_text_tools_and_thinking(api):
    tools = [{"name": "get_weather", "input_schema": WEATHER["function"]["parameters"]}]
    messages = [user("Use get_weather with city=Paris")]
    options = {"model": api.model("demo-thinker"), "max_tokens": 4000, "tools": tools, "system": "Be brief.",
               "thinking": {"type": "enabled", "budget_tokens": 1024}}
    with api.anthropic.messages.stream(messages=messages, **options) as events:
        first = events.get_final_message()
    kinds = [block.type for block in first.content]
    equal((kinds[0], kinds[-1], first.stop_reason), ("thinking", "tool_use", "tool_use"))
    messages.append({"role": "assistant", "content": first.content})
    messages.append(user([{"type": "tool_result", "tool_use_id": first.content[-1].id, "content": "22 degrees"}]))
    second = api.anthropic.messages.create(messages=messages, **options)
    equal(second.content[-1].text, "The tool answered: 22 degrees")
    true(second.usage.input_tokens + (second.usage.cache_read_input_tokens or 0) > 3, str(second.usage))


OTHERS = [openai_text_and_usage, openai_stream, openai_tools, openai_streamed_tools, openai_image_and_schema,
          openai_responses, openai_errors, anthropic_text_tools_and_thinking]
