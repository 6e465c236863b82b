"""What no SDK shows: connections and raw status lines, with the standard library alone."""

import http.client
import json
from urllib.parse import urlsplit

from checks import equal, true


def connection_is_kept_alive(target):
    address = urlsplit(target["base_url"])
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
    body = json.dumps({"model": target["prefix"] + "demo-fast", "messages": [{"role": "user", "content": "say: hi"}]})
    sockets = set()
    for stream in (False, True, False):
        request = json.loads(body) | ({"stream": True} if stream else {})
        connection.request("POST", address.path + "/chat/completions", json.dumps(request), {
            "content-type": "application/json", "authorization": "Bearer " + target["key"]})
        answer = connection.getresponse()
        equal(answer.status, 200)
        answer.read()
        true(connection.sock is not None, "the server closed the connection")
        sockets.add(connection.sock.getsockname())
    equal(len(sockets), 1)
    connection.close()


def malformed_json_is_a_400(target):
    address = urlsplit(target["base_url"])
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
    connection.request("POST", address.path + "/chat/completions", '{"model": ', {
        "content-type": "application/json", "authorization": "Bearer " + target["key"]})
    answer = connection.getresponse()
    equal(answer.status, 400)
    true("error" in json.loads(answer.read()), "no error object")
    connection.close()


def chunked_request_body_is_read(target):
    address = urlsplit(target["base_url"])
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
    text = json.dumps({"model": target["prefix"] + "demo-fast", "messages": [{"role": "user", "content": "say: hi"}]})
    connection.request("POST", address.path + "/chat/completions", iter([text[:10].encode(), text[10:].encode()]), {
        "content-type": "application/json", "authorization": "Bearer " + target["key"],
        "transfer-encoding": "chunked"}, encode_chunked=True)
    answer = connection.getresponse()
    equal(answer.status, 200)
    equal(json.loads(answer.read())["choices"][0]["message"]["content"], "hi")
    connection.close()


CASES = [connection_is_kept_alive, malformed_json_is_a_400, chunked_request_body_is_read]
