"""OpenAI's Python SDK in its two dialects."""

import json

import openai

from checks import PNG
from features import Answer, Call

IMAGE = f"data:image/png;base64,{PNG}"


class Chat:
    def __init__(self, client, model, system=None, tools=None, schema=None, thinks=False):
        self.client = client
        self.messages = [{"role": "system", "content": system}] if system else []
        self.options = {"model": model}
        if tools:
            self.options["tools"] = [{"type": "function", "function": tool} for tool in tools]
        if schema:
            self.options["response_format"] = {
                "type": "json_schema", "json_schema": {"name": "person", "strict": True, "schema": schema}}
        if thinks:
            self.options["reasoning_effort"] = "low"

    def user(self, text, image=False):
        content = text
        if image:
            content = [{"type": "text", "text": text}, {"type": "image_url", "image_url": {"url": IMAGE}}]
        self.messages.append({"role": "user", "content": content})

    def results(self, pairs):
        self.messages += [{"role": "tool", "tool_call_id": call.id, "content": text} for call, text in pairs]

    def _read(self, answer):
        message = answer.choices[0].message
        # What the stream's helper adds for its users, OpenAI refuses to take back.
        self.messages.append(message.model_dump(exclude_none=True, exclude={
            "parsed": True, "tool_calls": {"__all__": {"index": True, "function": {"parsed_arguments"}}}}))
        calls = [Call(call.id, call.function.name, json.loads(call.function.arguments))
                 for call in message.tool_calls or []]
        usage = (answer.usage.prompt_tokens, answer.usage.completion_tokens)
        return Answer(message.content or "", calls, usage, answer.choices[0].finish_reason == "stop")

    def send(self):
        return self._read(self.client.chat.completions.create(messages=self.messages, **self.options))

    def stream(self, on_piece):
        with self.client.chat.completions.stream(messages=self.messages, stream_options={"include_usage": True},
                                                 **self.options) as events:
            for event in events:
                if event.type == "content.delta":
                    on_piece(event.delta)
            return self._read(events.get_final_completion())


class Responses:
    def __init__(self, client, model, system=None, tools=None, schema=None, thinks=False):
        self.client = client
        self.items = []
        self.options = {"model": model, "store": False, "include": ["reasoning.encrypted_content"]}
        if system:
            self.options["instructions"] = system
        if tools:
            self.options["tools"] = [{"type": "function", "strict": True, **tool} for tool in tools]
        if schema:
            self.options["text"] = {
                "format": {"type": "json_schema", "name": "person", "strict": True, "schema": schema}}
        if thinks:
            self.options["reasoning"] = {"effort": "low", "summary": "auto"}

    def user(self, text, image=False):
        content = [{"type": "input_text", "text": text}]
        if image:
            content.append({"type": "input_image", "image_url": IMAGE, "detail": "auto"})
        self.items.append({"role": "user", "content": content})

    def results(self, pairs):
        self.items += [{"type": "function_call_output", "call_id": call.id, "output": text} for call, text in pairs]

    def _read(self, answer):
        self.items += [item.model_dump(exclude_none=True, exclude={"parsed_arguments"}) for item in answer.output]
        calls = [Call(item.call_id, item.name, json.loads(item.arguments))
                 for item in answer.output if item.type == "function_call"]
        usage = (answer.usage.input_tokens, answer.usage.output_tokens)
        return Answer(answer.output_text, calls, usage, answer.status == "completed")

    def send(self):
        return self._read(self.client.responses.create(input=self.items, **self.options))

    def stream(self, on_piece):
        answer = None
        for event in self.client.responses.create(input=self.items, stream=True, **self.options):
            if event.type == "response.output_text.delta":
                on_piece(event.delta)
            elif event.type == "response.completed":
                answer = event.response
            elif event.type in ("error", "response.failed", "response.incomplete"):
                raise openai.OpenAIError(event.model_dump_json())
        if answer is None:
            raise openai.OpenAIError("the stream ended without response.completed")
        return self._read(answer)


class _OpenAi:
    def __init__(self, conversation):
        self.conversation = conversation

    @staticmethod
    def make(table):
        return openai.OpenAI(base_url=table["gateway"] + "/v1", api_key="sk-local", max_retries=0, timeout=20)

    @staticmethod
    def status_of(error):
        return getattr(error, "status_code", None)

    @staticmethod
    def message_of(error):
        return str(error)


CLIENTS = {"python openai chat": _OpenAi(Chat), "python openai responses": _OpenAi(Responses)}
