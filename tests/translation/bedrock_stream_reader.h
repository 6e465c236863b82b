// Reads what is written to a client of ConverseStream as strictly as AWS's SDKs and the agents on them do.
#pragma once

#include "gateway/base/base64.h"
#include "gateway/translation/framing/aws_event_stream.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace bedrock_stream {

using Value = nlohmann::json;

struct Block {
    std::string kind; // "text", "toolUse", "reasoning", "redacted", "image"
    std::string text; // also arguments, or bytes
    std::string signature;
    std::string id;
    std::string name;
    std::vector<Value> citations;
    bool runsAtProvider = false; // a call that is none for the client
};

struct Answer {
    std::string problem; // of the order or the form; empty when all is well
    std::string exception;
    std::string exceptionMessage;
    std::vector<Block> blocks;
    std::string stopReason;
    Value usage;
    bool isComplete = false;
};

class Reader {
public:
    Answer read(std::string_view wire)
    {
        gateway::translation::AwsEventStreamDecoder frames;
        frames.feed(wire);
        for (;;) {
            const auto next = frames.next();
            if (!next)
                return failed("a broken frame");
            if (!*next)
                break;
            if (m_answer.isComplete || !m_answer.exception.empty())
                return failed("an event after the end");
            const Value data = Value::parse((*next)->data, nullptr, false);
            if (!data.is_object())
                return failed("a payload that is no object");
            readEvent(std::string((*next)->event), data, (*next)->isException);
            if (!m_answer.problem.empty())
                return m_answer;
        }
        if (!frames.rest().empty())
            return failed("half a frame");
        if (!m_answer.isComplete && m_answer.exception.empty())
            return failed("no end");
        return m_answer;
    }

private:
    Answer failed(const std::string &problem)
    {
        m_answer.problem = problem;
        return m_answer;
    }

    void readEvent(const std::string &event, const Value &data, bool isException)
    {
        if (isException) {
            const std::vector<std::string> known{"internalServerException", "modelStreamErrorException",
                                                 "validationException", "throttlingException",
                                                 "serviceUnavailableException"};
            if (std::find(known.begin(), known.end(), event) == known.end()
                || !data.value("message", Value()).is_string())
                m_answer.problem = "an exception that the SDKs do not know: " + event;
            m_answer.exception = event;
            m_answer.exceptionMessage = data.value("message", "");
        } else if (event == "messageStart") {
            require(!m_hasStarted && data == Value{{"role", "assistant"}}, "messageStart");
            m_hasStarted = true;
        } else if (!m_hasStarted) {
            m_answer.problem = "an event before messageStart: " + event;
        } else if (event == "metadata") {
            readMetadata(data);
        } else if (m_hasStopped) {
            m_answer.problem = "an event after messageStop: " + event;
        } else if (event == "messageStop") {
            readStop(data);
        } else if (event == "contentBlockStart") {
            readStart(data);
        } else if (event == "contentBlockDelta") {
            readDelta(data);
        } else if (event == "contentBlockStop") {
            require(m_isOpen && indexOf(data) == m_answer.blocks.size() - 1, "contentBlockStop");
            require(m_answer.blocks.back().kind != "toolUse"
                        || Value::parse(m_answer.blocks.back().text, nullptr, false).is_object(),
                    "arguments that are no object");
            m_isOpen = false;
        } else {
            m_answer.problem = "an unknown event: " + event;
        }
    }

    void require(bool isWell, const std::string &place)
    {
        if (!isWell && m_answer.problem.empty())
            m_answer.problem = "wrong at " + place;
    }

    static std::size_t indexOf(const Value &data)
    {
        const auto index = data.find("contentBlockIndex");
        return index != data.end() && index->is_number_unsigned() ? index->get<std::size_t>() : SIZE_MAX;
    }

    void readStart(const Value &data)
    {
        require(!m_isOpen && indexOf(data) == m_answer.blocks.size(), "contentBlockStart");
        const Value start = data.value("start", Value::object());
        Block block;
        if (start.contains("toolUse")) {
            block.kind = "toolUse";
            block.id = start["toolUse"].value("toolUseId", "");
            block.name = start["toolUse"].value("name", "");
            block.runsAtProvider = start["toolUse"].value("type", "") == "server_tool_use";
            require(!block.id.empty() && block.id.size() <= 64 && !block.name.empty(), "start of a toolUse");
        } else if (start.contains("image")) {
            block.kind = "image";
            require(start["image"].contains("format"), "start of an image");
        } else if (start.contains("toolResult")) {
            block.kind = "toolResult";
            require(start["toolResult"].contains("toolUseId"), "start of a toolResult");
        } else {
            m_answer.problem = "a start of no known kind";
        }
        m_answer.blocks.push_back(block);
        m_isOpen = true;
    }

    Block &blockOf(const std::string &kind, const Value &data)
    {
        if (!m_isOpen) {
            m_answer.blocks.push_back(Block{kind, {}, {}, {}, {}, {}, false});
            m_isOpen = true;
            require(kind != "toolUse" && kind != "image", "a block that has no start");
        }
        require(indexOf(data) == m_answer.blocks.size() - 1, "the index of a delta");
        require(m_answer.blocks.back().kind == kind, "the kind of a delta: " + kind);
        return m_answer.blocks.back();
    }

    void readDelta(const Value &data)
    {
        const Value delta = data.value("delta", Value());
        if (!delta.is_object() || delta.size() != 1) {
            m_answer.problem = "a delta with not just one member";
        } else if (delta.contains("text")) {
            blockOf("text", data).text += delta["text"].get<std::string>();
        } else if (delta.contains("citation")) {
            blockOf("text", data).citations.push_back(delta["citation"]);
        } else if (delta.contains("toolUse")) {
            blockOf("toolUse", data).text += delta["toolUse"]["input"].get<std::string>();
        } else if (delta.contains("toolResult")) {
            require(delta["toolResult"].is_array(), "a piece of a toolResult");
            blockOf("toolResult", data).text += delta["toolResult"].dump();
        } else if (delta.contains("image")) {
            readBlob(delta["image"]["source"]["bytes"].get<std::string>(), blockOf("image", data));
        } else if (delta.contains("reasoningContent")) {
            readReasoning(delta["reasoningContent"], data);
        } else {
            m_answer.problem = "a delta of no known kind";
        }
    }

    void readReasoning(const Value &delta, const Value &data)
    {
        require(delta.size() == 1, "reasoningContent");
        if (delta.contains("redactedContent"))
            readBlob(delta["redactedContent"].get<std::string>(), blockOf("redacted", data));
        else if (delta.contains("signature"))
            blockOf("reasoning", data).signature += delta["signature"].get<std::string>();
        else
            blockOf("reasoning", data).text += delta["text"].get<std::string>();
    }

    void readBlob(const std::string &base64, Block &block)
    {
        const auto bytes = gateway::decodeBase64(base64);
        require(bytes.has_value(), "a blob that is no base64");
        block.text += bytes.value_or("");
    }

    void readStop(const Value &data)
    {
        const std::vector<std::string> known{"end_turn",
                                             "tool_use",
                                             "max_tokens",
                                             "stop_sequence",
                                             "content_filtered",
                                             "guardrail_intervened",
                                             "malformed_model_output",
                                             "malformed_tool_use",
                                             "model_context_window_exceeded"};
        m_answer.stopReason = data.value("stopReason", "");
        require(!m_isOpen && std::find(known.begin(), known.end(), m_answer.stopReason) != known.end(), "messageStop");
        m_hasStopped = true;
    }

    void readMetadata(const Value &data)
    {
        m_answer.usage = data.value("usage", Value::object());
        require(m_hasStopped, "metadata before messageStop");
        for (const char *name : {"inputTokens", "outputTokens", "totalTokens"})
            require(m_answer.usage.contains(name) && m_answer.usage[name].is_number_integer(), name);
        require(data.contains("metrics") && data["metrics"].contains("latencyMs"), "metrics");
        m_answer.isComplete = true;
    }

    Answer m_answer;
    bool m_hasStarted = false;
    bool m_isOpen = false;
    bool m_hasStopped = false;
};

inline Answer read(std::string_view wire)
{
    return Reader().read(wire);
}

} // namespace bedrock_stream
