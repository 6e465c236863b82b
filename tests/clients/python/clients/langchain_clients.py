"""LangChain's OpenAI package, in chat completions and in Responses."""

from langchain_core.messages import HumanMessage, SystemMessage, ToolMessage
from langchain_openai import ChatOpenAI

from checks import PNG
from features import Answer, Call


class LangChain:
    uses_responses = False

    def __init__(self, table, model, system=None, tools=None, schema=None, thinks=False):
        options = {"use_responses_api": True, "store": False, "include": ["reasoning.encrypted_content"]} \
            if self.uses_responses else {}
        if thinks and self.uses_responses:
            options["reasoning"] = {"effort": "low", "summary": "auto"}
        elif thinks:
            options["reasoning_effort"] = "low"
        self.model = ChatOpenAI(base_url=table["gateway"] + "/v1", api_key="sk-local", model=model, max_retries=0,
                                timeout=20, stream_usage=True, **options)
        if tools:
            self.model = self.model.bind_tools([{"type": "function", "function": tool} for tool in tools])
        if schema:
            # The bound form of with_structured_output, without its parser.
            self.model = self.model.bind(response_format={
                "type": "json_schema", "json_schema": {"name": "person", "strict": True, "schema": schema}})
        self.messages = [SystemMessage(system)] if system else []

    def user(self, text, image=False):
        content = [{"type": "text", "text": text}]
        if image:
            content.append({"type": "image", "base64": PNG, "mime_type": "image/png"})
        self.messages.append(HumanMessage(content))

    def results(self, pairs):
        self.messages += [ToolMessage(text, tool_call_id=call.id) for call, text in pairs]

    def _read(self, message):
        self.messages.append(message)
        calls = [Call(call["id"], call["name"], call["args"]) for call in message.tool_calls]
        usage = message.usage_metadata or {}
        details = message.response_metadata
        ended = details.get("finish_reason") == "stop" or details.get("status") == "completed"
        return Answer(str(message.text), calls, (usage.get("input_tokens"), usage.get("output_tokens")), ended)

    def send(self):
        return self._read(self.model.invoke(self.messages))

    def stream(self, on_piece):
        whole = None
        for chunk in self.model.stream(self.messages):
            if chunk.text:
                on_piece(str(chunk.text))
            whole = chunk if whole is None else whole + chunk
        details = whole.response_metadata if whole else {}
        if not details.get("finish_reason") and not details.get("status"):
            raise ConnectionError("the stream ended without a finish reason")
        return self._read(whole)


class LangChainResponses(LangChain):
    uses_responses = True


class _Client:
    def __init__(self, conversation):
        self.conversation = conversation

    @staticmethod
    def make(table):
        return table

    @staticmethod
    def status_of(error):
        return getattr(error, "status_code", None)

    @staticmethod
    def message_of(error):
        return str(error)


CLIENTS = {"python langchain openai": _Client(LangChain),
           "python langchain openai responses": _Client(LangChainResponses)}
