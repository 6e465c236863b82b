#include "gateway/translation/dialects/openai_responses/response_object.h"

#include "gateway/translation/dialects/openai_responses/answer_facts.h"
#include "gateway/translation/dialects/openai_responses/item_form.h"
#include "gateway/translation/dialects/openai_responses/option_codec.h"
#include "gateway/translation/dialects/openai_responses/tool_codec.h"
#include "gateway/translation/json/object_writer.h"
#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>
#include <array>

namespace gateway::translation::openai_responses {

namespace {

Json textOrNull(const std::string &text)
{
    return text.empty() ? Json() : Json(text);
}

template <typename T>
Json valueOrNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json();
}

Json instructionsOf(const ChatRequest &request)
{
    for (const Message &message : request.messages) {
        if (message.isTopLevel)
            return joinedText(message.parts);
    }
    return {};
}

Json toolChoiceOf(const ChatRequest &request, ConversionReport &unused)
{
    if (const Json *kept = request.extensions.find(ownDialect, "tool_choice"))
        return *kept;
    return request.toolChoice ? encodeToolChoice(request, *request.toolChoice, nullptr, unused) : Json("auto");
}

Json echoOf(const ChatRequest &request, std::string_view serviceTier)
{
    static constexpr std::array<std::string_view, 5> tiers{"auto", "default", "flex", "scale", "priority"};
    ConversionReport unused; // the request's own notes were made when it was encoded
    Json echo{{"background", false},
              {"instructions", instructionsOf(request)},
              {"max_output_tokens", valueOrNull(request.sampling.maxOutputTokens)},
              {"metadata", request.metadata.is_object() ? request.metadata : Json::object()},
              {"parallel_tool_calls", request.allowsParallelToolCalls.value_or(true)},
              {"previous_response_id", textOrNull(request.previousResponseId)},
              {"prompt_cache_key", textOrNull(request.promptCacheKey)},
              {"store", request.mayStore.value_or(true)},
              {"temperature", valueOrNull(request.sampling.temperature)},
              {"top_p", valueOrNull(request.sampling.topP)},
              {"truncation", "disabled"}};
    Json reasoning = encodeReasoningOptions(request, {}, unused);
    addMembers(reasoning, Json{{"effort", nullptr}, {"summary", nullptr}});
    echo["reasoning"] = std::move(reasoning);
    Json text = encodeTextOptions(request);
    addMembers(text, Json{{"format", Json{{"type", "text"}}}});
    echo["text"] = std::move(text);
    echo["tool_choice"] = toolChoiceOf(request, unused);
    echo["tools"] = encodeTools(request, nullptr, unused);
    if (const Json *truncation = request.extensions.find(ownDialect, "truncation");
        truncation && truncation->is_string())
        echo["truncation"] = *truncation;
    if (std::find(tiers.begin(), tiers.end(), serviceTier) != tiers.end())
        echo["service_tier"] = serviceTier;
    if (!request.endUserId.empty())
        echo["user"] = request.endUserId;
    return echo;
}

} // namespace

void ResponseObject::begin(const ChatRequest &request, std::string id, std::string model, std::int64_t createdAt,
                           std::string_view serviceTier)
{
    m_head = "{\"id\":" + quoteJson(id) + ",\"object\":\"response\",\"created_at\":" + std::to_string(createdAt)
             + ",\"model\":" + quoteJson(model);
    m_echo = dumpJson(echoOf(request, serviceTier));
    m_echo.front() = ','; // its members follow ours
}

std::string ResponseObject::ended(FinishReason reason, bool hasRefusal, const TokenUsage &usage) const
{
    const Status status = statusFor(reason, hasRefusal);
    if (status.status == "failed")
        return failed("server_error", "The provider failed to make this answer.", usage);
    return write(status.status, status.incompleteReason, "null", encodeUsage(usage));
}

std::string ResponseObject::failed(std::string_view code, std::string_view message, const TokenUsage &usage) const
{
    return write("failed", {}, ObjectWriter().add("code", code).add("message", message).finished(), encodeUsage(usage));
}

std::string ResponseObject::write(std::string_view status, std::string_view incompleteReason, std::string_view rawError,
                                  std::string_view rawUsage) const
{
    std::string text;
    text.reserve(m_head.size() + m_items.size() + m_echo.size() + 300);
    text += m_head;
    text += ",\"status\":\"";
    text += status;
    text += "\",\"error\":";
    text += rawError;
    text += ",\"incomplete_details\":";
    if (incompleteReason.empty())
        text += "null";
    else
        text += ObjectWriter().add("reason", incompleteReason).finished();
    text += ",\"output\":[";
    text += m_items;
    text += "],\"usage\":";
    text += rawUsage;
    text += m_echo; // with its closing brace
    return text;
}

} // namespace gateway::translation::openai_responses
