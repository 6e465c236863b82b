"""The Python SDKs against every fault of a provider: a whole answer or an error, never a success for half of one."""

import sys

import anthropic
import openai

from checks import TARGETS, report
from table import CLIENTS

# How the clients of the table say that a stream stopped and nobody told them why.
SILENT_ENDS = ("the stream ended without", "the stream failed: None")


class Half(Exception):
    """The SDK took half an answer for a whole one, or saw no end."""


def openai_client(base):
    return openai.OpenAI(base_url=base + "/v1", api_key="unused", max_retries=0, timeout=20)


def chat_whole(base, model):
    answer = openai_client(base).chat.completions.create(model=model, messages=[{"role": "user", "content": "Go"}])
    return answer.choices[0].message.content


def chat_stream(base, model):
    text, finish = "", None
    for chunk in openai_client(base).chat.completions.create(model=model, stream=True,
                                                             messages=[{"role": "user", "content": "Go"}]):
        for choice in chunk.choices:
            text += choice.delta.content or ""
            finish = choice.finish_reason or finish
    if not finish:
        raise Half(f"no finish reason after {text!r}")
    return text


def responses_whole(base, model):
    return openai_client(base).responses.create(model=model, input="Go").output_text


def responses_stream(base, model):
    text, has_ended = "", False
    for event in openai_client(base).responses.create(model=model, input="Go", stream=True):
        if event.type in ("error", "response.failed"):
            raise RuntimeError(f"the stream says: {event}")
        if event.type == "response.output_text.delta":
            text += event.delta
        has_ended = has_ended or event.type == "response.completed"
    if not has_ended:
        raise Half(f"no end after {text!r}")
    return text


def messages_client(base):
    return anthropic.Anthropic(base_url=base + "/anthropic", api_key="unused", max_retries=0, timeout=20)


def messages_whole(base, model):
    answer = messages_client(base).messages.create(model=model, max_tokens=99,
                                                   messages=[{"role": "user", "content": "Go"}])
    return answer.content[0].text


def messages_stream(base, model):
    with messages_client(base).messages.stream(model=model, max_tokens=99,
                                               messages=[{"role": "user", "content": "Go"}]) as stream:
        text, has_ended = "", False
        for event in stream:
            if event.type == "text":
                text += event.text
            has_ended = has_ended or event.type == "message_stop"
    if not has_ended:
        raise Half(f"no end after {text!r}")
    return text


def conversation_of(client):
    """The two ways to ask, for a client of the table."""
    def begin(base, model):
        conversation = client.conversation(client.make({"gateway": base}), model)
        conversation.user("Go")
        return conversation

    def stream(base, model):
        try:
            return begin(base, model).stream(lambda piece: None).text
        except Exception as error:
            if any(words in str(error) for words in SILENT_ENDS):
                raise Half(str(error)) from error
            raise

    return (lambda base, model: begin(base, model).send().text), stream


ASKED = {"chat": (chat_whole, chat_stream), "responses": (responses_whole, responses_stream),
         "messages": (messages_whole, messages_stream)}
ASKED |= {name.removeprefix("python "): conversation_of(client) for name, client in CLIENTS.items()
          if not name.startswith(("python openai", "python anthropic"))}


def judge(call, base, model, expected):
    """The outcome of one cell and why."""
    try:
        text = call(base, model)
    except Half as half:
        return "failed", half
    except Exception as error:  # how an SDK says it is its own affair
        return ("failed", f"{type(error).__name__}: {error}") if expected == "success" else ("pass", "")
    if text != TARGETS["text"]:
        return "failed", f"half an answer as a success: {text!r}"
    return ("failed", "a success where nothing came") if expected == "failure" else ("pass", "")


has_failed = False
for provider in TARGETS["providers"]:
    for fault, expected in TARGETS["faults"].items():
        for api, calls in ASKED.items():
            for way, call, outcome in zip(("whole", "stream"), calls, expected):
                model = f"{provider}/{fault}--python-{api}-{way}".replace(" ", "-")
                told, reason = judge(call, TARGETS["gateway"], model, outcome)
                has_failed = has_failed or told == "failed"
                report(f"python {api}", provider, f"{fault} {way}", told, reason)
sys.exit(1 if has_failed else 0)
