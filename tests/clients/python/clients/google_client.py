"""Google's Python SDK."""

import base64

from google import genai
from google.genai import errors, types

from checks import PNG
from features import Answer, Call


class Contents:
    def __init__(self, client, model, system=None, tools=None, schema=None, thinks=False):
        self.client = client
        self.model = model
        self.contents = []
        config = {}
        if system:
            config["system_instruction"] = system
        if tools:
            config["tools"] = [types.Tool(function_declarations=[types.FunctionDeclaration(
                name=tool["name"], description=tool["description"], parameters_json_schema=tool["parameters"])
                for tool in tools])]
        if schema:
            config |= {"response_mime_type": "application/json", "response_json_schema": schema}
        if thinks:
            config["thinking_config"] = types.ThinkingConfig(include_thoughts=True, thinking_budget=1024)
        self.config = types.GenerateContentConfig(**config)

    def user(self, text, image=False):
        parts = [types.Part.from_text(text=text)]
        if image:
            parts.insert(0, types.Part.from_bytes(data=base64.b64decode(PNG), mime_type="image/png"))
        self.contents.append(types.Content(role="user", parts=parts))

    def results(self, pairs):
        self.contents.append(types.Content(role="user", parts=[
            types.Part(function_response=types.FunctionResponse(
                id=call.given_id, name=call.name, response={"output": text})) for call, text in pairs]))

    def _read(self, chunks):
        """Keeps all chunks as they came, as the SDK's own chat does."""
        contents = [candidate.content for chunk in chunks for candidate in chunk.candidates or []
                    if candidate.content and candidate.content.parts]
        self.contents += contents
        parts = [part for content in contents for part in content.parts]
        calls = []
        for part in parts:
            if part.function_call:
                call = Call(part.function_call.id or f"call {len(calls)}", part.function_call.name,
                            part.function_call.args)
                call.given_id = part.function_call.id
                calls.append(call)
        usage = chunks[-1].usage_metadata
        reasons = [candidate.finish_reason for chunk in chunks for candidate in chunk.candidates or []]
        return Answer("".join(part.text or "" for part in parts if not part.thought), calls,
                      (usage.prompt_token_count, usage.candidates_token_count),
                      reasons[-1] == types.FinishReason.STOP)

    def _request(self):
        return {"model": self.model, "contents": self.contents, "config": self.config}

    def send(self):
        return self._read([self.client.models.generate_content(**self._request())])

    def stream(self, on_piece):
        chunks = []
        for chunk in self.client.models.generate_content_stream(**self._request()):
            if chunk.text:
                on_piece(chunk.text)
            chunks.append(chunk)
        if not any(candidate.finish_reason for chunk in chunks for candidate in chunk.candidates or []):
            raise ConnectionError("the stream ended without a finish reason")
        return self._read(chunks)


class _Google:
    conversation = Contents
    speaks_gemini = True

    @staticmethod
    def make(table):
        # The time limit is in milliseconds.
        options = types.HttpOptions(base_url=table["gateway"] + "/genai", timeout=20000)
        return genai.Client(api_key="sk-local", vertexai=False, http_options=options)

    @staticmethod
    def status_of(error):
        return error.code if isinstance(error, errors.APIError) else None

    @staticmethod
    def message_of(error):
        return str(error)


CLIENTS = {"python google-genai": _Google()}
