// Reads a client's stream of Anthropic's dialect as strictly as the SDKs do.
#pragma once

#include "gateway/translation/framing/sse_codec.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace anthropic_codec {

using Value = nlohmann::json;

// Reads a stream as Anthropic's SDKs do, who raise when blocks, their indexes or the order of events are wrong.
struct StrictReader {
    Value message;       // as message_start gave it, then filled
    Value open;          // the block that is open, or null
    std::string json;    // its input
    std::string error;   // of the provider
    std::string problem; // with the stream
    bool hasStopped = false;

    void read(std::string_view wire)
    {
        gateway::translation::SseFrameSplitter splitter;
        splitter.feed(wire);
        while (const auto next = splitter.next()) {
            if (problem.empty())
                readFrame(next->event, Value::parse(next->data, nullptr, false));
        }
        if (!splitter.rest().empty())
            problem = "bytes after the last frame";
        if (error.empty() && !hasStopped)
            problem = "no message_stop";
    }

private:
    void require(bool isMet, const char *what)
    {
        if (!isMet && problem.empty())
            problem = what;
    }

    void readFrame(std::string_view event, const Value &data)
    {
        require(data.is_object() && data.value("type", "") == event, "event and type differ");
        require(!hasStopped && error.empty(), "a frame after the last");
        if (!problem.empty())
            return;
        if (event == "ping")
            return;
        if (event == "error") {
            error = data["error"]["message"];
            require(!error.empty() && !data["error"]["type"].get<std::string>().empty(), "an error without words");
        } else if (event == "message_start") {
            require(message.is_null(), "the message starts twice");
            message = data["message"];
            require(message["id"].get<std::string>().starts_with("msg_") && message["type"] == "message"
                        && message["role"] == "assistant" && message["content"] == Value::array()
                        && message["stop_reason"].is_null() && message["usage"]["input_tokens"].is_number()
                        && message["usage"]["output_tokens"].is_number(),
                    "message_start is not as SDKs want it");
        } else {
            require(!message.is_null(), "a frame before message_start");
            if (problem.empty())
                readBodyFrame(event, data);
        }
    }

    void readBodyFrame(std::string_view event, const Value &data)
    {
        if (event == "content_block_start") {
            require(open.is_null() && data["index"] == message["content"].size(), "a block out of order");
            open = data["content_block"];
            json.clear();
            if (open["type"] == "tool_use")
                require(open["input"] == Value::object() && !open["id"].get<std::string>().empty()
                            && !open["name"].get<std::string>().empty(),
                        "tool_use is not as SDKs want it");
        } else if (event == "content_block_delta") {
            require(!open.is_null() && data["index"] == message["content"].size(), "a delta of no block");
            if (problem.empty())
                readDelta(data["delta"]);
        } else if (event == "content_block_stop") {
            require(!open.is_null() && data["index"] == message["content"].size(), "a stop of no block");
            if (!json.empty())
                open["input"] = Value::parse(json, nullptr, false);
            require(!open.contains("input") || open["input"].is_object(), "input is no object");
            require(open["type"] != "text" || !open["text"].get<std::string>().empty(), "an empty text");
            message["content"].push_back(open);
            open = Value();
        } else if (event == "message_delta") {
            require(open.is_null(), "the message ends in a block");
            require(data["delta"]["stop_reason"].is_string() && data["usage"]["output_tokens"].is_number(),
                    "message_delta is not as SDKs want it");
            message["stop_reason"] = data["delta"]["stop_reason"];
            message["stop_sequence"] = data["delta"]["stop_sequence"];
            message["usage"] = data["usage"];
        } else if (event == "message_stop") {
            require(message["stop_reason"].is_string(), "no stop reason");
            hasStopped = true;
        } else {
            require(false, "a frame of an unknown kind");
        }
    }

    void readDelta(const Value &delta)
    {
        const std::string type = delta["type"];
        const std::string block = open["type"];
        if (type == "text_delta" && block == "text") {
            open["text"] = open["text"].get<std::string>() + delta["text"].get<std::string>();
        } else if (type == "thinking_delta" && block == "thinking") {
            open["thinking"] = open["thinking"].get<std::string>() + delta["thinking"].get<std::string>();
        } else if (type == "signature_delta" && block == "thinking") {
            open["signature"] = delta["signature"];
        } else if (type == "input_json_delta" && open.contains("input")) {
            json += delta["partial_json"].get<std::string>();
        } else if (type == "citations_delta" && block == "text") {
            open["citations"].push_back(delta["citation"]);
        } else {
            require(false, "a delta that does not fit its block");
        }
    }
};

} // namespace anthropic_codec
