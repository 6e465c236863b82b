"""A provider that breaks on purpose, in OpenAI's chat completions and Anthropic's messages: the model's name says how.

"cut-3--openai" breaks the answer after three eighths of its bytes; what stands behind "--" only makes names differ, so
that no two cells share a circuit.
"""

import json
import socket
import struct
import threading

TEXT = "Alpha beta gamma delta epsilon zeta eta theta."
WORDS = [word if index == 0 else " " + word for index, word in enumerate(TEXT.split(" "))]
CUTS = 8

# What each fault comes to: (whole answer, stream). "either": an error, or a success where all of it had come.
FAULTS = {
    "none": ("success", "success"),
    "no-end-mark": ("success", "success"),
    "malformed": ("failure", "success"),
    "status-429": ("failure", "failure"),
    "status-500": ("failure", "failure"),
    "status-502": ("failure", "failure"),
    "status-503": ("failure", "failure"),
    "status-529": ("failure", "failure"),
    "reset-before-head": ("failure", "failure"),
    "reset-behind-head": ("failure", "failure"),
    "error-at-once": ("failure", "failure"),
    "error-later": ("failure", "failure"),
    "empty": ("failure", "failure"),
    "wrong-type": ("failure", "failure"),
    **{f"cut-{eighths}": ("failure", "either") for eighths in range(CUTS)},
}


def chat_event(delta, finish=None, usage=None):
    event = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m",
             "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}
    if usage:
        event.update(choices=[], usage=usage)
    return b"data: " + json.dumps(event).encode() + b"\n\n"


def named_event(name, body):
    return f"event: {name}\ndata: {json.dumps({'type': name, **body})}\n\n".encode()


def chat_answer():
    usage = {"prompt_tokens": 5, "completion_tokens": 8, "total_tokens": 13}
    whole = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "m", "usage": usage,
             "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": TEXT}}]}
    return {
        "whole": json.dumps(whole).encode(),
        "begin": [chat_event({"role": "assistant", "content": ""})],
        "words": [chat_event({"content": word}) for word in WORDS],
        "end": [chat_event({}, "stop"), chat_event({}, usage=usage)],
        "mark": b"data: [DONE]\n\n",
        "garbage": b'data: {"choices": [\n\n',
        "error": b'data: {"error": {"message": "The engine broke.", "type": "server_error", "code": null}}\n\n',
    }


def messages_answer():
    message = {"id": "msg_1", "type": "message", "role": "assistant", "model": "m", "stop_sequence": None,
               "content": [{"type": "text", "text": TEXT}], "stop_reason": "end_turn",
               "usage": {"input_tokens": 5, "output_tokens": 8}}
    begun = message | {"content": [], "stop_reason": None, "usage": {"input_tokens": 5, "output_tokens": 1}}
    return {
        "whole": json.dumps(message).encode(),
        "begin": [named_event("message_start", {"message": begun}),
                  named_event("content_block_start", {"index": 0, "content_block": {"type": "text", "text": ""}})],
        "words": [named_event("content_block_delta", {"index": 0, "delta": {"type": "text_delta", "text": word}})
                  for word in WORDS],
        "end": [named_event("content_block_stop", {"index": 0}),
                named_event("message_delta", {"delta": {"stop_reason": "end_turn", "stop_sequence": None},
                                              "usage": {"output_tokens": 8}})],
        "mark": named_event("message_stop", {}),
        "garbage": b'event: content_block_delta\ndata: {"type": "content_block_delta", "delta": {\n\n',
        "error": named_event("error", {"error": {"type": "overloaded_error", "message": "The engine broke."}}),
    }


def chunk(data):
    return b"%x\r\n%s\r\n" % (len(data), data) if data else b""


def head(status, content_type, length=None):
    framing = b"Content-Length: %d" % length if length is not None else b"Transfer-Encoding: chunked"
    return b"HTTP/1.1 %d Sick\r\nContent-Type: %s\r\n%s\r\n\r\n" % (status, content_type, framing)


class Reset(Exception):
    """The connection is to end with RST."""


class Close(Exception):
    """The connection is to end."""


def whole_answer(answer, fault):
    body = answer["whole"]
    if fault.startswith("cut-"):
        yield head(200, b"application/json", len(body)) + body[:len(body) * int(fault[4:]) // CUTS]
        raise Close
    if fault == "reset-behind-head":
        yield head(200, b"application/json", len(body))
        raise Reset
    body = {"malformed": body[:-3], "empty": b"", "error-at-once": b'{"error": {"message": "The engine broke."}}',
            "error-later": b'{"type": "error", "error": {"type": "api_error", "message": "The engine broke."}}',
            }.get(fault, body)
    yield head(200, b"application/json", len(body)) + body


def streamed_answer(answer, fault):
    if fault == "empty":
        yield head(200, b"text/event-stream") + b"0\r\n\r\n"
        return
    if fault == "reset-behind-head":
        yield head(200, b"text/event-stream")
        raise Reset
    words = [*answer["begin"], *answer["words"]]
    if fault in ("error-at-once", "error-later"):
        shown = [] if fault == "error-at-once" else words[:len(answer["begin"]) + 3]
        yield head(200, b"text/event-stream") + b"".join(map(chunk, [*shown, answer["error"]])) + b"0\r\n\r\n"
        return
    if fault == "malformed":
        words.insert(len(answer["begin"]) + 2, answer["garbage"])
    events = [*words, *answer["end"], *([] if fault == "no-end-mark" else [answer["mark"]])]
    body = b"".join(map(chunk, events)) + b"0\r\n\r\n"
    if fault.startswith("cut-"):
        yield head(200, b"text/event-stream") + body[:len(body) * int(fault[4:]) // CUTS]
        raise Close
    yield head(200, b"text/event-stream") + body


def answers(path, body):
    """The bytes of the answer; an exception says how the connection ends."""
    fault = body.get("model", "").split("--")[0]
    answer = messages_answer() if path.endswith("/messages") else chat_answer()
    if fault.startswith("status-"):
        error = json.dumps({"type": "error", "error": {"type": "api_error", "message": "Unwell.", "code": None}}).encode()
        yield head(int(fault[7:]), b"application/json", len(error)) + error
    elif fault == "reset-before-head":
        raise Reset
    elif fault == "wrong-type":
        page = b"<html><body>Sign in</body></html>"
        yield head(200, b"text/html", len(page)) + page
    elif body.get("stream"):
        yield from streamed_answer(answer, fault)
    else:
        yield from whole_answer(answer, fault)


class SickProvider:
    """Listens on a free port while the block lasts."""

    def __enter__(self):
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        threading.Thread(target=self._accept, daemon=True).start()
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def __exit__(self, *_):
        self.listener.close()

    def _accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return  # closed
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        with connection:
            try:
                self._answer_all(connection)
            except Reset:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            except (Close, OSError):
                pass

    @staticmethod
    def _answer_all(connection):
        reader = connection.makefile("rb", buffering=0)
        pending = b""
        while True:
            while b"\r\n\r\n" not in pending:
                more = reader.read(65536)
                if not more:
                    return
                pending += more
            request, _, pending = pending.partition(b"\r\n\r\n")
            lines = request.split(b"\r\n")
            fields = {name.lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines[1:])}
            length = int(fields.get(b"content-length", 0))
            while len(pending) < length:
                more = reader.read(65536)
                if not more:
                    return
                pending += more
            body, pending = json.loads(pending[:length] or b"{}"), pending[length:]
            for sent in answers(lines[0].split()[1].decode(), body):
                connection.sendall(sent)
