"""Anthropic's Python SDK."""

import anthropic

from checks import PNG
from features import Answer, Call


class Messages:
    def __init__(self, client, model, system=None, tools=None, schema=None, thinks=False):
        self.client = client
        self.messages = []
        self.options = {"model": model, "max_tokens": 4000}
        if system:
            self.options["system"] = system
        if tools:
            self.options["tools"] = [{"name": tool["name"], "description": tool["description"],
                                      "input_schema": tool["parameters"]} for tool in tools]
        if schema:
            self.options["output_config"] = {"format": {"type": "json_schema", "schema": schema}}
        if thinks:
            self.options["thinking"] = {"type": "enabled", "budget_tokens": 1024}

    def user(self, text, image=False):
        content = [{"type": "text", "text": text}]
        if image:
            content.insert(0, {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PNG}})
        self.messages.append({"role": "user", "content": content})

    def results(self, pairs):
        self.messages.append({"role": "user", "content": [
            {"type": "tool_result", "tool_use_id": call.id, "content": text} for call, text in pairs]})

    def _read(self, answer):
        self.messages.append({"role": "assistant", "content": answer.content})
        text = "".join(block.text for block in answer.content if block.type == "text")
        calls = [Call(block.id, block.name, block.input) for block in answer.content if block.type == "tool_use"]
        return Answer(text, calls, (answer.usage.input_tokens, answer.usage.output_tokens),
                      answer.stop_reason == "end_turn")

    def send(self):
        return self._read(self.client.messages.create(messages=self.messages, **self.options))

    def stream(self, on_piece):
        with self.client.messages.stream(messages=self.messages, **self.options) as events:
            for piece in events.text_stream:
                on_piece(piece)
            return self._read(events.get_final_message())


class _Anthropic:
    conversation = Messages

    @staticmethod
    def make(table):
        return anthropic.Anthropic(base_url=table["gateway"] + "/anthropic", api_key="sk-local", max_retries=0,
                                   timeout=20)

    @staticmethod
    def status_of(error):
        return getattr(error, "status_code", None)

    @staticmethod
    def message_of(error):
        return str(error)


CLIENTS = {"python anthropic": _Anthropic()}
