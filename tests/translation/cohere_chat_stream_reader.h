// Reads a stream as Cohere's SDKs and the programs in its guides do, and finds what they would stumble over.
#pragma once

#include "gateway/translation/framing/sse_codec.h"
#include "gateway/translation/json/json_document.h"

#include <algorithm>
#include <string>
#include <vector>

namespace cohere_support {

using namespace gateway;
using namespace gateway::translation;

// What a Cohere client makes of a stream, with the rules of its SDKs and guides.
class ClientView {
public:
    explicit ClientView(std::string_view wire)
    {
        SseFrameSplitter splitter;
        splitter.feed(wire);
        while (const auto frame = splitter.next()) {
            const auto json = parseJson(frame->data);
            if (!json || !json->is_object())
                say("a frame that is no object");
            else
                read(std::string(frame->event), *json);
        }
        if (!splitter.rest().empty())
            say("a frame without its end");
    }

    std::string problem;
    std::string id;
    std::string text;
    std::string thinking;
    std::string plan;
    std::vector<std::string> calls; // id, name and arguments
    std::vector<Json> citations;
    std::vector<Json> tokens; // pieces of text with their probabilities
    std::string finishReason;
    std::string error;
    Json usage;

private:
    void say(const std::string &what)
    {
        if (problem.empty())
            problem = what;
    }

    void read(const std::string &event, const Json &json)
    {
        const std::string type(textMember(json, "type"));
        if (type != event)
            say("event and type differ: " + event + ", " + type);
        if (!finishReason.empty())
            say("an event behind the end: " + type);
        if (id.empty() != (type == "message-start") && type != "message-end")
            say("the stream does not begin with one message-start");
        const Json *delta = findObject(json, "delta");
        const Json *message = delta ? findObject(*delta, "message") : nullptr;
        if (type == "message-start")
            id = textMember(json, "id");
        else if (type == "message-end" && delta)
            readEnd(*delta);
        else if (type == "tool-plan-delta")
            plan += textMember(*message, "tool_plan");
        else if (type.starts_with("content-"))
            readContent(type, json, message);
        else if (type.starts_with("tool-call-"))
            readCall(type, json, message);
        else if (type == "citation-start")
            citations.push_back(message->at("citations"));
        else if (type != "citation-end")
            say("unknown type " + type);
    }

    void readEnd(const Json &delta)
    {
        if (m_isBlockOpen || m_isCallOpen)
            if (!findMember(delta, "error"))
                say("the end comes inside a block");
        finishReason = textMember(delta, "finish_reason");
        error = textMember(delta, "error");
        if (const Json *found = findObject(delta, "usage"))
            usage = *found;
        static const std::vector<std::string> known{"COMPLETE",  "STOP_SEQUENCE", "MAX_TOKENS",
                                                    "TOOL_CALL", "ERROR",         "TIMEOUT"};
        if (std::find(known.begin(), known.end(), finishReason) == known.end())
            say("no finish reason of Cohere's: " + finishReason);
    }

    void readContent(const std::string &type, const Json &json, const Json *message)
    {
        const auto index = integerMember(json, "index");
        if (type == "content-start") {
            if (m_isBlockOpen || m_isCallOpen || index != m_blocks)
                say("a block begins at the wrong place");
            m_isBlockOpen = true;
            m_isThinking = textMember(message->at("content"), "type") == "thinking";
        } else if (!m_isBlockOpen || index != m_blocks) {
            say("a piece of no open block");
        } else if (type == "content-end") {
            m_isBlockOpen = false;
            ++m_blocks;
        } else {
            const auto piece = optionalText(message->at("content"), m_isThinking ? "thinking" : "text");
            if (!piece)
                say("a piece of another kind than its block");
            (m_isThinking ? thinking : text) += piece.value_or("");
            if (const Json *logprobs = findMember(json, "logprobs")) {
                if (!findArray(*logprobs, "token_ids") || !findArray(*logprobs, "logprobs"))
                    say("logprobs of another form");
                tokens.push_back(*logprobs);
            }
        }
    }

    void readCall(const std::string &type, const Json &json, const Json *message)
    {
        const auto index = integerMember(json, "index");
        if (type == "tool-call-start") {
            const Json &call = message->at("tool_calls");
            if (m_isBlockOpen || m_isCallOpen || index != static_cast<std::int64_t>(calls.size()))
                say("a call begins at the wrong place");
            if (!call.is_object() || textMember(call, "type") != "function" || textMember(call, "id").empty())
                say("a call without id or type");
            m_isCallOpen = true;
            calls.push_back(std::string(textMember(call, "id")) + ' '
                            + std::string(textMember(call.at("function"), "name")) + ' ');
        } else if (!m_isCallOpen || index != static_cast<std::int64_t>(calls.size()) - 1) {
            say("a piece of no open call");
        } else if (type == "tool-call-end") {
            m_isCallOpen = false;
            const std::string &call = calls.back();
            if (!objectFromText(call.substr(call.find(' ', call.find(' ') + 1) + 1)))
                say("arguments that are no object: " + call);
        } else {
            calls.back() += textMember(message->at("tool_calls").at("function"), "arguments");
        }
    }

    std::int64_t m_blocks = 0;
    bool m_isBlockOpen = false;
    bool m_isThinking = false;
    bool m_isCallOpen = false;
};

} // namespace cohere_support
