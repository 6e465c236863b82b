"""Cohere's Python SDK."""

import json

import cohere

from checks import PNG
from features import Answer, Call

ONCE = {"max_retries": 0}


class Chat:
    def __init__(self, client, model, system=None, tools=None, schema=None, thinks=False):
        self.client = client
        self.messages = [{"role": "system", "content": system}] if system else []
        self.options = {"model": model, "request_options": ONCE}
        if tools:
            self.options["tools"] = [{"type": "function", "function": tool} for tool in tools]
        if schema:
            # Cohere refuses the member that others demand.
            fitting = {name: value for name, value in schema.items() if name != "additionalProperties"}
            self.options["response_format"] = {"type": "json_object", "json_schema": fitting}
        if thinks:
            self.options["thinking"] = {"type": "enabled", "token_budget": 1024}

    def user(self, text, image=False):
        content = [{"type": "text", "text": text}]
        if image:
            content.append({"type": "image_url", "image_url": {"url": "data:image/png;base64," + PNG}})
        self.messages.append({"role": "user", "content": content})

    def results(self, pairs):
        self.messages += [{"role": "tool", "tool_call_id": call.id, "content": text} for call, text in pairs]

    def _read(self, message, text, calls, usage, finish_reason):
        self.messages.append(message)
        return Answer(text, [Call(id, name, json.loads(arguments)) for id, name, arguments in calls],
                      (usage.tokens.input_tokens, usage.tokens.output_tokens), finish_reason == "COMPLETE")

    def send(self):
        answer = self.client.chat(messages=self.messages, **self.options)
        text = "".join(block.text for block in answer.message.content or [] if block.type == "text")
        calls = [(call.id, call.function.name, call.function.arguments) for call in answer.message.tool_calls or []]
        return self._read(answer.message, text, calls, answer.usage, answer.finish_reason)

    def stream(self, on_piece):
        """Puts the pieces together as Cohere's guides do: the SDK has nothing for it."""
        plan, blocks, calls, end = "", {}, {}, None
        for event in self.client.chat_stream(messages=self.messages, **self.options):
            if event.type == "content-start":
                kind = event.delta.message.content.type
                blocks[event.index] = [kind, getattr(event.delta.message.content, kind) or ""]
            elif event.type == "content-delta":
                block = blocks[event.index]
                piece = getattr(event.delta.message.content, block[0]) or ""
                block[1] += piece
                if block[0] == "text" and piece:
                    on_piece(piece)
            elif event.type == "tool-plan-delta":
                plan += event.delta.message.tool_plan
            elif event.type == "tool-call-start":
                call = event.delta.message.tool_calls
                calls[event.index] = [call.id, call.function.name, call.function.arguments or ""]
            elif event.type == "tool-call-delta":
                calls[event.index][2] += event.delta.message.tool_calls.function.arguments
            elif event.type == "message-end":
                end = event.delta
        if end is None or end.error:
            raise ConnectionError(f"the stream failed: {end and end.error}")
        message = {"role": "assistant", "content": [{"type": kind, kind: text} for kind, text in blocks.values()]}
        if calls:
            message |= {"tool_plan": plan, "tool_calls": [
                {"id": id, "type": "function", "function": {"name": name, "arguments": arguments}}
                for id, name, arguments in calls.values()]}
        text = "".join(words for kind, words in blocks.values() if kind == "text")
        return self._read({name: value for name, value in message.items() if value}, text, calls.values(), end.usage,
                          end.finish_reason)


class _Cohere:
    conversation = Chat

    @staticmethod
    def make(table):
        return cohere.ClientV2(api_key="sk-local", base_url=table["gateway"] + "/cohere", timeout=20)

    @staticmethod
    def status_of(error):
        return getattr(error, "status_code", None)

    @staticmethod
    def message_of(error):
        return str(error)


CLIENTS = {"python cohere": _Cohere()}
