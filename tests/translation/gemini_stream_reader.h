// Reads answers for a Gemini client, streamed and whole, with the rules of Google's SDKs and Gemini CLI.
#pragma once

#include "gateway/base/base64.h"
#include "gateway/translation/json/json_document.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gemini_support {

using namespace gateway;
using namespace gateway::translation;

struct ClientView {
    std::string problem;
    std::map<std::int64_t, std::string> texts; // all text parts that are no thoughts
    std::map<std::int64_t, std::string> thoughts;
    std::map<std::int64_t, std::vector<Json>> calls;
    std::map<std::int64_t, std::string> finishReasons;
    std::vector<std::string> signatures;
    std::vector<Json> others; // media, what ran at the provider, citations, probabilities
    Json usage;
    Json error;
};

inline void readPart(const Json &part, std::int64_t index, bool isLast, ClientView &view)
{
    static constexpr std::array otherParts{"inlineData", "fileData", "executableCode", "codeExecutionResult"};
    if (view.finishReasons.contains(index))
        view.problem = "a part after the finish reason";
    if (const Json *call = findObject(part, "functionCall")) {
        if (!findObject(*call, "args") || textMember(*call, "name").empty())
            view.problem = "a call needs a name and an object: " + dumpJson(part);
        view.calls[index].push_back(*call);
    } else if (const auto text = optionalText(part, "text")) {
        if (text->empty() && !isLast && !part.contains("thoughtSignature"))
            view.problem = "an empty text before the end";
        (part.contains("thought") ? view.thoughts : view.texts)[index] += *text;
    } else if (std::any_of(otherParts.begin(), otherParts.end(),
                           [&](const char *name) { return findObject(part, name) != nullptr; })) {
        const Json *bytes = findObject(part, "inlineData");
        if (bytes && (textMember(*bytes, "mimeType").empty() || !decodeBase64(textMember(*bytes, "data"))))
            view.problem = "bytes without a type, or that are none: " + dumpJson(part);
        view.others.push_back(part);
    } else {
        view.problem = "an unknown part: " + dumpJson(part);
    }
    if (const auto signature = optionalText(part, "thoughtSignature")) {
        if (!decodeBase64(*signature)) // a `bytes` field: Python's pydantic and Go's json refuse other characters
            view.problem = "a signature that is no base64";
        view.signatures.push_back(*signature);
    }
}

inline void readCandidate(const Json &candidate, ClientView &view)
{
    const std::int64_t index = integerMember(candidate, "index").value_or(-1);
    const Json *content = findObject(candidate, "content");
    const Json *parts = content ? findArray(*content, "parts") : nullptr;
    if (index < 0 || !parts || parts->empty() || textMember(*content, "role") != "model") {
        view.problem = "a candidate needs index, role and parts: " + dumpJson(candidate);
        return;
    }
    const bool isLast = findMember(candidate, "finishReason") != nullptr;
    for (const Json &part : *parts)
        readPart(part, index, isLast, view);
    for (const char *name : {"groundingMetadata", "logprobsResult"}) {
        if (const Json *found = findObject(candidate, name))
            view.others.push_back(*found);
    }
    if (isLast)
        view.finishReasons[index] = textMember(candidate, "finishReason");
}

inline void readFrame(const Json &frame, ClientView &view)
{
    if (const Json *error = findMember(frame, "error")) {
        view.error = *error;
        // Python raises only when it is the first member, Node only for such codes, the AI SDK wants both texts.
        const auto code = integerMember(view.error, "code").value_or(0);
        if (frame.begin().key() != "error" || code < 400 || code > 599 || textMember(view.error, "message").empty()
            || textMember(view.error, "status").empty())
            view.problem = "an error that SDKs do not raise";
        return;
    }
    if (textMember(frame, "modelVersion").empty() || textMember(frame, "responseId").empty())
        view.problem = "a frame without modelVersion or responseId";
    if (const Json *candidates = findArray(frame, "candidates")) {
        for (const Json &candidate : *candidates)
            readCandidate(candidate, view);
    }
    if (const Json *usage = findObject(frame, "usageMetadata"))
        view.usage = *usage;
}

inline ClientView readStream(std::string_view wire)
{
    ClientView view;
    while (!wire.empty()) {
        const auto end = wire.find("\r\n\r\n");
        if (end == std::string_view::npos || !wire.starts_with("data: ") || !view.error.is_null()) {
            view.problem = "frames are \"data: {...}\" with \\r\\n\\r\\n, and an error is the last";
            return view;
        }
        const auto frame = parseJson(wire.substr(6, end - 6));
        wire.remove_prefix(end + 4);
        if (!frame || !frame->is_object()) {
            view.problem = "a frame that is no JSON object";
            return view;
        }
        readFrame(*frame, view);
    }
    return view;
}

inline ClientView readWhole(std::string_view body)
{
    ClientView view;
    const auto json = parseJson(body);
    if (!json || !json->is_object())
        view.problem = "no JSON object";
    else
        readFrame(*json, view);
    return view;
}

} // namespace gemini_support
