#include "gateway/pipeline/chat_words.h"

#include "gateway/base/byte_search.h"
#include "gateway/translation/dialects/openai_chat/request_decoder.h"
#include "gateway/translation/dialects/openai_chat/server_traits.h"
#include "gateway/translation/json/json_value.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace gateway::pipeline {

namespace {

// Mistral answers 422 "Extra inputs are not permitted" at what its API does not have (docs.mistral.ai/api).
constexpr std::array<std::string_view, 18> refusedByMistral{"stream_options",
                                                            "max_completion_tokens",
                                                            "seed",
                                                            "user",
                                                            "logit_bias",
                                                            "logprobs",
                                                            "top_logprobs",
                                                            "store",
                                                            "functions",
                                                            "audio",
                                                            "prompt_cache_key",
                                                            "prompt_cache_retention",
                                                            "service_tier",
                                                            "safety_identifier",
                                                            "modalities",
                                                            "verbosity",
                                                            "function_call",
                                                            "web_search_options"};

// Bifrost's and OpenRouter's; OpenAI knows reasoning_effort alone.
constexpr std::array<std::string_view, 2> refusedByOpenAi{"reasoning", "reasoning_max_tokens"};

bool hasOneOf(std::string_view body, std::span<const std::string_view> names)
{
    translation::JsonMembers members(translation::JsonValue::trusted(body));
    while (const auto member = members.next()) {
        const auto isNamed = [&](std::string_view name) { return translation::isJsonString(member->rawName, name); };
        if (member->rawValue != "null" && std::any_of(names.begin(), names.end(), isNamed))
            return true;
    }
    return false;
}

} // namespace

bool understandsChat(const AttemptContext &attempt)
{
    if (attempt.request.endpoint.dialect != translation::DialectId::OpenAiChat)
        return true;
    const net::HttpRequest &asked = attempt.request.exchange->request();
    const std::string &preset = attempt.target.provider->preset;
    if (translation::openai_chat::isMistralSdk(asked.headers))
        return preset == "mistral";
    if (preset == "mistral")
        return !hasOneOf(*asked.body, refusedByMistral);
    const bool mayReason = byte_search::contains(*asked.body, "\"reasoning");
    return !mayReason || !translation::openai_chat::traitsOf(preset, attempt.target.model).isOpenAi
           || !hasOneOf(*asked.body, refusedByOpenAi);
}

} // namespace gateway::pipeline
