// Reads the stream that a chat client gets as strictly as the official SDKs together.
#pragma once

#include "gateway/translation/framing/sse_codec.h"
#include "tests/translation/openai_chat_support.h"

#include <array>
#include <map>

namespace openai_chat_support {

// What a client puts together from the chunks. It knows what OpenAI's SDKs rely on and refuses everything else.
class StrictReader {
public:
    struct Call {
        std::string id;
        std::string name;
        std::string arguments; // or the input of a custom tool
        std::string type;
        std::string signature; // Google's, beside the name
    };
    struct ReadChoice {
        std::string text;
        std::string reasoning;
        std::string refusal;
        std::vector<Call> calls;
        std::string finishReason;
        Json tokens = Json::array(); // with their probabilities
        Json others = Json::array(); // citations, images, and what servers add
        bool hasRole = false;
    };

    std::string read(std::string_view wire) // what is wrong, or nothing
    {
        SseFrameSplitter splitter;
        splitter.feed(wire);
        while (const auto frame = splitter.next()) {
            if (!frame->event.empty() || !frame->hasData)
                return "a frame with an event name or without data";
            if (isDone || hasFailed)
                return "a frame after the end";
            if (std::string problem = readFrame(frame->data); !problem.empty())
                return problem + ": " + std::string(frame->data);
        }
        if (!splitter.rest().empty())
            return "an incomplete frame";
        return isDone || hasFailed ? std::string() : "no end";
    }

    std::map<std::int64_t, ReadChoice> choices;
    std::optional<Json> usage;
    bool isDone = false;
    bool hasFailed = false;
    std::string failure;

private:
    std::string readFrame(std::string_view data)
    {
        if (data == "[DONE]") {
            isDone = true;
            for (const auto &[index, choice] : choices) {
                if (choice.finishReason.empty())
                    return "a choice without its end";
            }
            return {};
        }
        const auto chunk = parseJson(data);
        if (!chunk || !chunk->is_object())
            return "not an object";
        if (const Json *error = findObject(*chunk, "error")) {
            hasFailed = true;
            failure = textMember(*error, "message");
            return failure.empty() ? "an error without words" : "";
        }
        if (usage)
            return "a chunk after the usage";
        return readChunk(*chunk);
    }

    std::string readChunk(const Json &chunk)
    {
        const std::string id(textMember(chunk, "id"));
        if (!id.starts_with("chatcmpl-") || (!m_id.empty() && m_id != id))
            return "the id";
        m_id = id;
        if (textMember(chunk, "object") != "chat.completion.chunk" || !integerMember(chunk, "created")
            || textMember(chunk, "model").empty())
            return "the head";
        const Json *list = findArray(chunk, "choices");
        if (!list)
            return "no choices";
        if (list->empty()) {
            const Json *counts = findObject(chunk, "usage");
            for (const char *name : {"prompt_tokens", "completion_tokens", "total_tokens"}) {
                if (!counts || !integerMember(*counts, name))
                    return "the usage";
            }
            usage = *counts;
            return {};
        }
        if (list->size() != 1)
            return "several choices";
        return readChoice(list->front());
    }

    std::string readChoice(const Json &json)
    {
        const Json *delta = findObject(json, "delta");
        if (!integerMember(json, "index") || !delta || !json.contains("finish_reason"))
            return "the choice";
        ReadChoice &choice = choices[*integerMember(json, "index")];
        if (!choice.finishReason.empty())
            return "a delta after the end of the choice";
        if (choice.hasRole == delta->contains("role"))
            return "the role is not first, or twice";
        choice.hasRole = true;
        choice.text += textMember(*delta, "content");
        choice.reasoning += textMember(*delta, "reasoning_content");
        choice.refusal += textMember(*delta, "refusal");
        if (const Json *calls = findArray(*delta, "tool_calls")) {
            for (const Json &call : *calls) {
                if (std::string problem = readCall(call, choice); !problem.empty())
                    return problem;
            }
        }
        for (const auto &[name, value] : delta->items()) {
            const bool isList = name == "annotations" || name == "images";
            if (isList && (!value.is_array() || value.empty() || textMember(value[0], "type").empty()))
                return "the " + name;
            if (std::find(knownMembers.begin(), knownMembers.end(), name) == knownMembers.end())
                choice.others.push_back(Json{{name, value}});
        }
        if (const Json *logprobs = findObject(json, "logprobs")) {
            const Json *tokens = findArray(*logprobs, "content");
            if (!tokens || !logprobs->contains("refusal"))
                return "the logprobs";
            choice.tokens.insert(choice.tokens.end(), tokens->begin(), tokens->end());
        }
        choice.finishReason = textMember(json, "finish_reason");
        constexpr std::array<std::string_view, 5> words{"", "stop", "length", "tool_calls", "content_filter"};
        const bool isKnown = std::find(words.begin(), words.end(), choice.finishReason) != words.end();
        return isKnown ? std::string() : "the finish reason";
    }

    std::string readCall(const Json &json, ReadChoice &choice)
    {
        const auto index = integerMember(json, "index");
        const Json *custom = findObject(json, "custom");
        const Json *called = custom ? custom : findObject(json, "function");
        if (!index || !called || *index > static_cast<std::int64_t>(choice.calls.size()) || *index < 0)
            return "the call";
        if (*index == static_cast<std::int64_t>(choice.calls.size())) {
            const std::string type(textMember(json, "type"));
            if (type != (custom ? "custom" : "function") || textMember(json, "id").empty()
                || textMember(*called, "name").empty())
                return "the start of a call";
            choice.calls.push_back(
                {std::string(textMember(json, "id")), std::string(textMember(*called, "name")), {}, type, {}});
            if (const Json *extra = findObject(json, "extra_content"))
                choice.calls.back().signature = textMember(extra->at("google"), "thought_signature");
        } else if (json.contains("id") || json.contains("type") || called->contains("name")) {
            return "a piece of a call that repeats its start"; // Python's helpers join repeated texts
        }
        Call &call = choice.calls.at(static_cast<std::size_t>(*index));
        if ((call.type == "custom") != (custom != nullptr))
            return "a piece of a call of another type";
        call.arguments += textMember(*called, custom ? "input" : "arguments");
        return {};
    }

    static constexpr std::array<std::string_view, 6> knownMembers{"role",    "content",    "reasoning_content",
                                                                  "refusal", "tool_calls", "function_call"};
    std::string m_id;
};

} // namespace openai_chat_support
