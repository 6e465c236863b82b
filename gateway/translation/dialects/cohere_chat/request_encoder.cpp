#include "gateway/translation/dialects/cohere_chat/request_encoder.h"

#include "gateway/translation/dialects/cohere_chat/encode_context.h"
#include "gateway/translation/dialects/cohere_chat/message_encoder.h"
#include "gateway/translation/dialects/cohere_chat/output_format.h"
#include "gateway/translation/dialects/cohere_chat/tool_encoder.h"
#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/reasoning_policy.h"

#include <algorithm>
#include <array>

namespace gateway::translation::cohere {

namespace {

class RequestEncoder {
public:
    explicit RequestEncoder(EncodeContext &context) : m_context(context) {}

    Result<Json> encode();

private:
    void addSampling();
    void addLogprobs();
    void addStops();
    void addPenalties();
    void addReasoning();
    void addExtensions();
    void dropAccount();
    void addWithin(std::string_view name, std::string_view hubName, std::optional<double> value, double lowest,
                   double highest);
    void drop(std::string_view hubName, std::string reason)
    {
        m_context.report.dropped(clientPointer(request(), hubName), std::move(reason));
    }
    bool isSame() const { return m_context.isSameDialect(); }
    const ChatRequest &request() const { return m_context.request; }

    EncodeContext &m_context;
    Json m_body = Json::object();
};

Result<Json> RequestEncoder::encode()
{
    if (!request().previousResponseId.empty())
        return unexpected(invalidMember("/previous_response_id", "the provider of this model keeps no conversations; "
                                                                 "send the whole conversation as input."));
    m_body["model"] = m_context.model;
    if (request().isStream)
        m_body["stream"] = true;
    if (const auto encoded = encodeMessages(m_context, m_body); !encoded)
        return unexpected(encoded.error());
    encodeTools(m_context, m_body);
    encodeOutputFormat(m_context, m_body);
    addSampling();
    addReasoning();
    dropAccount();
    addExtensions();
    return std::move(m_body);
}

// Beyond Cohere's range the nearest value stands in.
void RequestEncoder::addWithin(std::string_view name, std::string_view hubName, std::optional<double> value,
                               double lowest, double highest)
{
    if (!value)
        return;
    const double fitting = isSame() ? *value : std::clamp(*value, lowest, highest);
    if (fitting != *value)
        m_context.report.approximated(clientPointer(request(), hubName), "Cohere takes values from "
                                                                             + dumpJson(Json(lowest)) + " to "
                                                                             + dumpJson(Json(highest)) + '.');
    m_body[std::string(name)] = fitting;
}

void RequestEncoder::addSampling()
{
    const SamplingOptions &sampling = request().sampling;
    constexpr std::int64_t largestK = 500;
    if (sampling.maxOutputTokens)
        m_body["max_tokens"] = *sampling.maxOutputTokens;
    addWithin("temperature", "temperature", sampling.temperature, 0, 1);
    addWithin("p", "top_p", sampling.topP, 0.01, 0.99);
    if (sampling.topK) {
        const std::int64_t fitting = isSame() ? *sampling.topK : std::clamp<std::int64_t>(*sampling.topK, 0, largestK);
        if (fitting != *sampling.topK)
            m_context.report.approximated(clientPointer(request(), "top_k"), "Cohere takes at most 500.");
        m_body["k"] = fitting;
    }
    addPenalties();
    if (sampling.seed && (isSame() || *sampling.seed >= 0))
        m_body["seed"] = *sampling.seed;
    else if (sampling.seed)
        drop("seed", "Cohere takes no negative seeds.");
    if (sampling.choiceCount.value_or(1) > 1)
        drop("n", "Cohere gives one answer.");
    addStops();
    addLogprobs();
}

// Most of Cohere's models refuse both at once.
void RequestEncoder::addPenalties()
{
    const SamplingOptions &sampling = request().sampling;
    const auto isNeutral = [](const std::optional<double> &penalty) { return penalty == std::optional(0.0); };
    if (isSame() || !isNeutral(sampling.frequencyPenalty))
        addWithin("frequency_penalty", "frequency_penalty", sampling.frequencyPenalty, 0, 1);
    if (!isSame() && numberMember(m_body, "frequency_penalty") == std::optional(0.0)) // was negative
        m_body.erase("frequency_penalty");
    if (!isSame() && (isNeutral(sampling.presencePenalty) || !sampling.presencePenalty))
        return;
    if (!isSame() && m_body.contains("frequency_penalty"))
        drop("presence_penalty", "Cohere's models take one penalty: the one of frequency is used.");
    else
        addWithin("presence_penalty", "presence_penalty", sampling.presencePenalty, 0, 1);
}

void RequestEncoder::addStops()
{
    constexpr std::size_t most = 5;
    const std::vector<std::string> &stops = request().sampling.stopSequences;
    if (stops.empty())
        return;
    Json list = stops;
    while (!isSame() && list.size() > most) {
        list.erase(list.size() - 1);
        drop("stop", "Cohere takes five stop sequences: the first ones are used.");
    }
    m_body["stop_sequences"] = std::move(list);
}

void RequestEncoder::addLogprobs()
{
    const SamplingOptions &sampling = request().sampling;
    if (sampling.logprobs)
        m_body["logprobs"] = *sampling.logprobs;
    else if (sampling.topLogprobs.value_or(0) > 0)
        m_body["logprobs"] = true;
    if (sampling.topLogprobs.value_or(0) > 0)
        drop("top_logprobs", "Cohere tells the probabilities of the chosen tokens alone.");
    if (!sampling.logitBias.is_null())
        drop("logit_bias", "Cohere takes no bias of tokens.");
}

void RequestEncoder::addReasoning()
{
    const ReasoningOptions &reasoning = request().reasoning;
    const Json *more = request().extensions.find(DialectId::CohereChat, "thinking");
    const bool isDisabled = effectiveEffort(reasoning) == ReasoningEffort::None;
    if (!isSame() && !isDisabled && reasoning.includesText == std::optional(false)
        && !isWithoutReasoning(m_context.model))
        m_context.report.approximated(clientPointer(request(), "reasoning"), "Cohere tells its thoughts always.");
    if (reasoning.mode == ReasoningOptions::Mode::Unset && !reasoning.effort && !reasoning.budgetTokens && !more)
        return;
    if (!isSame() && isWithoutReasoning(m_context.model)) {
        if (!isDisabled)
            drop("reasoning", "The model does not reason.");
        return;
    }
    Json thinking{{"type", isDisabled ? "disabled" : "enabled"}};
    if (reasoning.budgetTokens.value_or(0) > 0) {
        thinking["token_budget"] = *reasoning.budgetTokens;
    } else if (reasoning.effort && !isDisabled) {
        thinking["token_budget"] = budgetOfEffort(*reasoning.effort);
        m_context.report.approximated(clientPointer(request(), "reasoning"),
                                      "Said as a budget of " + std::to_string(budgetOfEffort(*reasoning.effort))
                                          + " tokens.");
    }
    if (more && more->is_object())
        thinking.update(*more);
    m_body["thinking"] = std::move(thinking);
    if (reasoning.wantsEncrypted)
        m_context.report.dropped("/include", "Cohere gives no encrypted reasoning.");
    if (!reasoning.summary.empty() && reasoning.summary != "none")
        m_context.report.dropped(clientPointer(request(), "reasoning") + "/summary",
                                 "Cohere gives the reasoning itself, not a summary.");
}

void RequestEncoder::dropAccount()
{
    if (!request().verbosity.empty())
        drop("verbosity", "Cohere has no such setting.");
    const std::string &tier = request().serviceTier;
    if (!tier.empty() && tier != "auto" && tier != "default") // these two say nothing
        drop("service_tier", "The word is another provider's.");
    if (!request().promptCacheKey.empty())
        drop("prompt_cache_key", "Cohere caches prompts by itself.");
    if (request().mayStore == std::optional(true))
        drop("store", "Cohere stores no answers.");
    if (!request().metadata.is_null())
        drop("metadata", "Cohere keeps no metadata.");
    if (!request().endUserId.empty())
        drop("user", "Cohere does not want to know the end user.");
}

void RequestEncoder::addExtensions()
{
    constexpr std::array<std::string_view, 2> inside{"thinking", "response_format"}; // written with their objects
    noteForeignOptions(request().extensions, DialectId::CohereChat, {}, "Cohere's chat has no such option.",
                       m_context.report);
    if (const Json *own = request().extensions.find(DialectId::CohereChat)) {
        for (const auto &[name, value] : own->items()) {
            if (std::find(inside.begin(), inside.end(), name) == inside.end() && !m_body.contains(name))
                m_body[name] = value;
        }
    }
}

} // namespace

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report)
{
    EncodeContext context{request, call.model, state, report};
    const auto body = RequestEncoder(context).encode();
    if (!body)
        return unexpected(body.error());
    EncodedRequest encoded;
    encoded.path = "/v2/chat";
    encoded.body = dumpJson(*body);
    return encoded;
}

} // namespace gateway::translation::cohere
