#include "gateway/translation/dialects/openai_responses/request_encoder.h"

#include "gateway/translation/canonical/instruction.h"
#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/openai_responses/item_encoder.h"
#include "gateway/translation/dialects/openai_responses/item_form.h"
#include "gateway/translation/dialects/openai_responses/option_codec.h"
#include "gateway/translation/dialects/openai_responses/tool_codec.h"

#include <algorithm>
#include <array>

namespace gateway::translation::openai_responses {

namespace {

constexpr std::int64_t fewestOutputTokens = 16;
constexpr std::size_t longestUserId = 64;
constexpr std::size_t longestCacheKey = 64;

class RequestEncoder {
public:
    RequestEncoder(const ChatRequest &request, const ProviderCall &call, ExchangeState &state, ConversionReport &report)
        : m_request(request), m_call(call), m_state(state), m_report(report), m_isOwn(request.dialect == ownDialect)
    {
    }

    Json encode()
    {
        m_body["model"] = m_call.model;
        if (m_request.isStream)
            m_body["stream"] = true;
        addMessages();
        addTools();
        addObjects();
        addSampling();
        addPlainOptions();
        if (!m_isOwn)
            noteSampling();
        addOwnExtensions();
        return std::move(m_body);
    }

private:
    void noteBesideInstructions(std::size_t index);
    void addMessages();
    bool isForInstructions(const Message &message) const;
    void addTools();
    void addObjects();
    void addSampling();
    void addPlainOptions();
    void addNames();
    void noteSampling();
    void addOwnExtensions();

    const ChatRequest &m_request;
    const ProviderCall &m_call;
    ExchangeState &m_state;
    ConversionReport &m_report;
    bool m_isOwn;
    Json m_body = Json::object();
};

bool RequestEncoder::isForInstructions(const Message &message) const
{
    if (!isInstruction(message))
        return false;
    if (!message.isTopLevel && m_isOwn) // this client wrote it among the items
        return false;
    return std::all_of(message.parts.begin(), message.parts.end(),
                       [](const Part &part) { return part.as<TextPart>() != nullptr; });
}

// Instructions are a text: what stands beside it has no place.
void RequestEncoder::noteBesideInstructions(std::size_t index)
{
    const Message &message = m_request.messages[index];
    const std::string place = pointerOfPart(m_request, index, 0);
    if (!message.name.empty())
        m_report.dropped(place, "OpenAI Responses has no names of participants.");
    noteForeignOptions(message.extensions, ownDialect, place,
                       "An option of the message that only another provider knows is left out.", m_report);
    for (std::size_t i = 0; i < message.parts.size(); ++i) {
        const Part &part = message.parts[i];
        const std::string pointer = pointerOfPart(m_request, index, i);
        if (part.cacheMarker)
            m_report.dropped(pointer + "/cache_control", "OpenAI caches prompts without being asked.");
        noteForeignOptions(part.extensions, ownDialect, pointer,
                           "This option of a part exists in its own dialect only.", m_report);
        if (!part.as<TextPart>()->annotations.empty())
            m_report.dropped(pointer + "/annotations", "Instructions have no citations.");
    }
}

void RequestEncoder::addMessages()
{
    std::size_t first = 0;
    std::string instructions;
    for (; first < m_request.messages.size() && isForInstructions(m_request.messages[first]); ++first) {
        noteBesideInstructions(first);
        for (const Part &part : m_request.messages[first].parts) {
            if (!instructions.empty())
                instructions += "\n\n";
            instructions += part.as<TextPart>()->text;
        }
    }
    if (first > 0)
        m_body["instructions"] = std::move(instructions);
    const bool isWhole = first + 1 == m_request.messages.size() && m_request.messages[first].parts.size() == 1
                         && hasForm(m_request.messages[first].parts.front(), "input");
    if (isWhole && m_isOwn) {
        m_body["input"] = joinedText(m_request.messages[first].parts);
        return;
    }
    Json items = ItemEncoder(m_request, m_state, m_report).encode(first);
    if (items.empty() && !m_isOwn && first > 0) { // OpenAI wants an input
        items.push_back(Json{{"type", "message"}, {"role", "developer"}, {"content", m_body["instructions"]}});
        m_body.erase("instructions");
    }
    const bool hasOtherInput =
        m_isOwn && items.empty()
        && (!m_request.previousResponseId.empty() || m_request.extensions.find(ownDialect, "prompt")
            || m_request.extensions.find(ownDialect, "conversation"));
    if (!hasOtherInput)
        m_body["input"] = std::move(items);
}

void RequestEncoder::addTools()
{
    if (!m_request.tools.empty()) {
        Json tools = encodeTools(m_request, &m_state, m_report);
        if (!tools.empty())
            m_body["tools"] = std::move(tools);
    }
    const bool hasTools = m_body.contains("tools");
    if (!hasTools && !m_isOwn) { // OpenAI refuses a choice without tools
        noteChoiceWithoutTools(m_request, "/tool_choice", m_report);
        return;
    }
    if (m_request.toolChoice)
        m_body["tool_choice"] = encodeToolChoice(m_request, *m_request.toolChoice, &m_state, m_report);
    if (m_request.allowsParallelToolCalls)
        m_body["parallel_tool_calls"] = *m_request.allowsParallelToolCalls;
}

void RequestEncoder::addObjects()
{
    if (Json reasoning = encodeReasoningOptions(m_request, m_call.model, m_report); !reasoning.empty())
        m_body["reasoning"] = std::move(reasoning);
    if (Json text = encodeTextOptions(m_request); !text.empty())
        m_body["text"] = std::move(text);
    Json include = encodeInclude(m_request, m_call.model, m_report);
    if (!include.empty() || m_request.extensions.find(ownDialect, "include"))
        m_body["include"] = std::move(include);
}

void RequestEncoder::addSampling()
{
    const SamplingOptions &sampling = m_request.sampling;
    const bool isRestricted =
        !m_isOwn && isReasoningModel(m_call.model) && saidEffort(m_request, m_call.model) != ReasoningEffort::None;
    const auto add = [&](const char *name, const std::optional<double> &value) {
        if (!value)
            return;
        if (isRestricted && *value != 1.0)
            m_report.dropped(pointerTo("", name), "This model refuses it.");
        else
            m_body[name] = *value;
    };
    add("temperature", sampling.temperature);
    add("top_p", sampling.topP);
    if (sampling.topLogprobs)
        m_body["top_logprobs"] = *sampling.topLogprobs;
    if (!sampling.maxOutputTokens)
        return;
    const bool isTooFew = !m_isOwn && *sampling.maxOutputTokens < fewestOutputTokens;
    if (isTooFew)
        m_report.approximated("/max_tokens", "OpenAI takes 16 output tokens at least.");
    m_body["max_output_tokens"] = isTooFew ? fewestOutputTokens : *sampling.maxOutputTokens;
}

void RequestEncoder::addPlainOptions()
{
    if (m_request.mayStore) {
        m_body["store"] = *m_request.mayStore;
    } else if (!m_isOwn) {
        m_body["store"] = false;
        m_report.injected("/store", "OpenAI keeps answers unless it is told not to.");
    }
    addNames();
    if (!m_request.previousResponseId.empty())
        m_body["previous_response_id"] = m_request.previousResponseId;
    if (!m_request.metadata.is_object())
        return;
    const bool isPlain = std::all_of(m_request.metadata.begin(), m_request.metadata.end(),
                                     [](const Json &value) { return value.is_string(); });
    if (m_isOwn || isPlain)
        m_body["metadata"] = m_request.metadata;
    else
        m_report.dropped("/metadata", "OpenAI takes texts only as metadata.");
}

void RequestEncoder::addNames()
{
    if (!m_request.endUserId.empty()) {
        const Json *safetyId = m_request.extensions.find(ownDialect, "safety_identifier");
        if (m_isOwn && (!safetyId || *safetyId != m_request.endUserId)) // else it is written with the other extensions
            m_body["user"] = m_request.endUserId;
        else if (m_isOwn)
            m_body["safety_identifier"] = m_request.endUserId;
        else if (m_request.endUserId.size() <= longestUserId)
            m_body["safety_identifier"] = m_request.endUserId;
        else
            m_report.dropped("/metadata/user_id", "OpenAI takes names of users up to 64 characters.");
    }
    if (!m_request.promptCacheKey.empty()) {
        if (m_isOwn || m_request.promptCacheKey.size() <= longestCacheKey)
            m_body["prompt_cache_key"] = m_request.promptCacheKey;
        else
            m_report.dropped("/prompt_cache_key", "OpenAI takes keys up to 64 characters.");
    }
    if (m_request.serviceTier.empty())
        return;
    static constexpr std::array<std::string_view, 6> tiers{"auto", "default", "flex", "scale", "priority", "fast"};
    if (m_isOwn || std::find(tiers.begin(), tiers.end(), m_request.serviceTier) != tiers.end()) {
        m_body["service_tier"] = m_request.serviceTier;
    } else if (m_request.serviceTier == "standard_only" || m_request.serviceTier == "standard") {
        m_body["service_tier"] = "default";
    } else {
        m_report.dropped("/service_tier", "OpenAI has no service tier of this name.");
    }
}

void RequestEncoder::noteSampling()
{
    const SamplingOptions &sampling = m_request.sampling;
    const auto drop = [&](bool isSaid, const char *pointer) {
        if (isSaid)
            m_report.dropped(pointer, "OpenAI Responses has no such option.");
    };
    drop(!sampling.stopSequences.empty(), "/stop");
    drop(sampling.topK.has_value(), "/top_k");
    drop(sampling.frequencyPenalty.value_or(0) != 0, "/frequency_penalty");
    drop(sampling.presencePenalty.value_or(0) != 0, "/presence_penalty");
    drop(sampling.seed.has_value(), "/seed");
    drop(sampling.choiceCount.value_or(1) > 1, "/n");
    drop(!sampling.logitBias.is_null(), "/logit_bias");
    noteForeignOptions(m_request.extensions, ownDialect, {}, "This option exists in its own dialect only.", m_report);
}

void RequestEncoder::addOwnExtensions()
{
    if (const Json *members = m_request.extensions.find(ownDialect))
        addMembers(m_body, *members);
}

} // namespace

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report)
{
    EncodedRequest encoded;
    encoded.path = "/v1/responses";
    encoded.body = dumpJson(RequestEncoder(request, call, state, report).encode());
    return encoded;
}

} // namespace gateway::translation::openai_responses
