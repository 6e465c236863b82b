#include "gateway/translation/dialects/openai_chat/request_encoder.h"

#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/openai_chat/member_reader.h"
#include "gateway/translation/dialects/openai_chat/message_encoder.h"
#include "gateway/translation/dialects/openai_chat/tool_codec.h"
#include "gateway/translation/dialects/output_format_words.h"
#include "gateway/translation/dialects/reasoning_policy.h"

#include <algorithm>
#include <array>

namespace gateway::translation::openai_chat {

namespace {

bool isOpenAisOwn(std::string_view name)
{
    constexpr std::array<std::string_view, 5> names{"audio", "modalities", "prompt_cache_retention",
                                                    "safety_identifier", "web_search_options"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

class RequestEncoder {
public:
    RequestEncoder(EncodeContext &context, const ProviderCall &call) : m_context(context), m_call(call) {}

    Result<Json> encode();

private:
    void addSampling();
    void addReasoningSafe(std::string_view name, const std::optional<double> &value, double neutral);
    void addLogprobs();
    void addStop();
    void addLimit();
    void addReasoning();
    bool addReasoningObject();
    void noteThoughts();
    void addFormat();
    void addSchemaAsText(const OutputFormat &format);
    void addAccount();
    void addUser();
    void addStreaming();
    void addExtensions();
    void drop(std::string_view hubName, std::string reason);
    bool isSame() const { return m_context.isSameDialect(); }
    const ChatRequest &request() const { return m_context.request; }
    const ServerTraits &traits() const { return m_context.traits; }

    EncodeContext &m_context;
    const ProviderCall &m_call;
    Json m_body = Json::object();
};

Result<Json> RequestEncoder::encode()
{
    if (!request().previousResponseId.empty())
        return unexpected(invalidMember("/previous_response_id", "the provider of this model keeps no conversations; "
                                                                 "send the whole conversation as input."));
    m_body["model"] = m_call.model;
    auto messages = encodeMessages(m_context);
    if (!messages)
        return unexpected(messages.error());
    m_body["messages"] = std::move(*messages);
    encodeTools(m_context, m_body);
    addSampling();
    addLimit();
    addFormat();
    addReasoning();
    addAccount();
    addStreaming();
    addExtensions();
    return std::move(m_body);
}

void RequestEncoder::drop(std::string_view hubName, std::string reason)
{
    m_context.report.dropped(clientPointer(request(), hubName), std::move(reason));
}

// OpenAI's reasoning models refuse these settings unless they are told not to reason, and take the neutral value always.
void RequestEncoder::addReasoningSafe(std::string_view name, const std::optional<double> &value, double neutral)
{
    if (!value)
        return;
    const bool isOff = effectiveEffort(request().reasoning) == ReasoningEffort::None
                       && knownEffort(m_call.preset, m_call.model, ReasoningEffort::None) == ReasoningEffort::None;
    if (traits().isReasoningModel && !isOff && *value != neutral)
        drop(name, "The model refuses this setting while it reasons.");
    else
        m_body[std::string(name)] = *value;
}

void RequestEncoder::addSampling()
{
    const SamplingOptions &sampling = request().sampling;
    addReasoningSafe("temperature", sampling.temperature, 1.0);
    addReasoningSafe("top_p", sampling.topP, 1.0);
    addReasoningSafe("frequency_penalty", sampling.frequencyPenalty, 0.0);
    addReasoningSafe("presence_penalty", sampling.presencePenalty, 0.0);
    if (sampling.topK) {
        if (traits().knowsTopK || (isSame() && !traits().isOpenAi && !traits().isMistral))
            m_body["top_k"] = *sampling.topK;
        else
            drop("top_k", "The server has no such setting.");
    }
    if (sampling.seed)
        m_body[traits().isMistral ? "random_seed" : "seed"] = *sampling.seed;
    if (sampling.choiceCount)
        m_body["n"] = *sampling.choiceCount;
    addLogprobs();
    addStop();
}

void RequestEncoder::addLogprobs()
{
    const SamplingOptions &sampling = request().sampling;
    if (!sampling.logprobs && !sampling.topLogprobs && sampling.logitBias.is_null())
        return;
    if (traits().isMistral || (traits().isReasoningModel && !isSame())) {
        if (sampling.logprobs.value_or(false))
            drop("logprobs", "The model tells no probabilities of tokens.");
        if (sampling.topLogprobs)
            drop("top_logprobs", "The model tells no probabilities of tokens.");
        if (!sampling.logitBias.is_null())
            drop("logit_bias", "The model takes no bias of tokens.");
        return;
    }
    if (sampling.logprobs)
        m_body["logprobs"] = *sampling.logprobs;
    else if (sampling.topLogprobs && !isSame())
        m_body["logprobs"] = true;
    if (sampling.topLogprobs)
        m_body["top_logprobs"] = *sampling.topLogprobs;
    if (!sampling.logitBias.is_null())
        m_body["logit_bias"] = sampling.logitBias;
}

void RequestEncoder::addStop()
{
    constexpr std::size_t mostAtOpenAi = 4;
    const std::vector<std::string> &stops = request().sampling.stopSequences;
    if (stops.empty())
        return;
    if (traits().isReasoningModel && !isSame()) {
        drop("stop", "OpenAI's reasoning models take no stop sequences.");
        return;
    }
    Json list = stops;
    while (traits().isOpenAi && !isSame() && list.size() > mostAtOpenAi) {
        list.erase(list.size() - 1);
        drop("stop", "OpenAI takes four stop sequences: the first ones are used.");
    }
    if (list.size() == 1)
        m_body["stop"] = stops.front();
    else
        m_body["stop"] = std::move(list);
}

void RequestEncoder::addLimit()
{
    auto limit = request().sampling.maxOutputTokens;
    if (!limit)
        return;
    if (traits().largestOutput && *limit > *traits().largestOutput && !isSame()) {
        m_context.report.approximated(clientPointer(request(), "max_tokens"),
                                      "The model gives at most " + std::to_string(*traits().largestOutput)
                                          + " tokens.");
        limit = traits().largestOutput;
    }
    m_body[traits().isOpenAi ? "max_completion_tokens" : "max_tokens"] = *limit;
}

void RequestEncoder::addReasoning()
{
    const ReasoningOptions &reasoning = request().reasoning;
    if (!reasoning.summary.empty() && reasoning.summary != "none")
        drop("reasoning/summary", "Chat completions have no summaries of reasoning.");
    if (reasoning.wantsEncrypted)
        m_context.report.dropped("/include", "Chat completions give no encrypted reasoning.");
    if (traits().isDeepSeek && reasoning.mode != ReasoningOptions::Mode::Unset) {
        const bool isOff = effectiveEffort(reasoning) == ReasoningEffort::None;
        m_body["thinking"] = Json{{"type", isOff ? "disabled" : "enabled"}};
        noteThoughts();
        if (!isOff && (reasoning.effort || reasoning.budgetTokens.value_or(0) > 0))
            m_context.report.approximated(clientPointer(request(), "reasoning"),
                                          "How much it thinks is the server's choice.");
        return;
    }
    const auto effort = effectiveEffort(reasoning);
    if (traits().hasReasoningObject && addReasoningObject())
        return;
    noteThoughts();
    if (!effort)
        return;
    const bool isChatWord = isSame() && reasoning.effort && !traits().isMistral && !traits().isDeepSeek;
    const auto known = isChatWord ? effort : knownEffort(m_call.preset, m_call.model, *effort);
    if (!known) {
        drop("reasoning", "The model has no setting for its reasoning.");
        return;
    }
    if (*known != *effort || !reasoning.effort)
        m_context.report.approximated(clientPointer(request(), "reasoning"),
                                      "Said as the effort \"" + std::string(effortName(*known)) + "\".");
    m_body["reasoning_effort"] = effortName(*known);
}

// Whether the reasoning can be read is the server's choice; OpenRouter alone can be asked to hide it.
void RequestEncoder::noteThoughts()
{
    const ReasoningOptions &reasoning = request().reasoning;
    if (!reasoning.includesText || !reasoning.summary.empty() || effectiveEffort(reasoning) == ReasoningEffort::None)
        return;
    const std::string pointer = clientPointer(request(), "reasoning");
    if (traits().isOpenAi && *reasoning.includesText)
        m_context.report.approximated(pointer, "OpenAI's chat completions do not tell what the model thinks.");
    else if (!traits().isOpenAi && !traits().hasReasoningObject && !*reasoning.includesText)
        m_context.report.approximated(pointer, "The server cannot be asked to keep what the model thinks to itself.");
}

// OpenRouter takes budgets and hides reasoning; the effort alone is said as everywhere.
bool RequestEncoder::addReasoningObject()
{
    const ReasoningOptions &reasoning = request().reasoning;
    const bool hasBudget = !reasoning.effort && reasoning.budgetTokens.value_or(0) > 0;
    const bool isHidden = reasoning.includesText == std::optional(false);
    if (!hasBudget && !isHidden)
        return false;
    Json object = Json::object();
    if (hasBudget)
        object["max_tokens"] = *reasoning.budgetTokens;
    else if (reasoning.effort)
        object["effort"] = effortName(*reasoning.effort);
    if (isHidden)
        object["exclude"] = true;
    m_body["reasoning"] = std::move(object);
    return true;
}

std::string fittingName(std::string_view name)
{
    std::string fitting;
    for (const char character : name.substr(0, 64)) {
        const bool fits = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
                          || (character >= '0' && character <= '9') || character == '_' || character == '-';
        fitting += fits ? character : '_';
    }
    return fitting.empty() ? "answer" : fitting;
}

void RequestEncoder::addSchemaAsText(const OutputFormat &format)
{
    std::string text = outputInstruction(format);
    m_context.report.injected(clientPointer(request(), "output_format"),
                              "The server wants to read in the messages that JSON is asked for.");
    Json &messages = m_body["messages"];
    if (!messages.empty() && textMember(messages.front(), "role") == "system" && findMember(messages.front(), "content")
        && messages.front()["content"].is_string())
        messages.front()["content"] = std::string(textMember(messages.front(), "content")) + "\n\n" + text;
    else
        messages.insert(messages.begin(), Json{{"role", "system"}, {"content", std::move(text)}});
}

void RequestEncoder::addFormat()
{
    const OutputFormat &format = request().outputFormat;
    if (format.kind == OutputFormat::Kind::Text)
        return;
    const bool isSchema = format.kind == OutputFormat::Kind::JsonSchema;
    if (!isSchema || (traits().isDeepSeek && !isSame())) {
        m_body["response_format"] = Json{{"type", "json_object"}};
        if (isSchema)
            m_context.report.approximated(clientPointer(request(), "output_format"),
                                          "The server knows no schemas: the messages ask for it.");
        if (!isSame() && (isSchema || !mentionsJson(request())))
            addSchemaAsText(format);
        return;
    }
    Json schema = Json::object();
    if (!format.name.empty() || !isSame())
        schema["name"] = isSame() ? format.name : fittingName(format.name);
    if (!format.description.empty())
        schema["description"] = format.description;
    if (!format.schema.is_null())
        schema["schema"] = format.schema;
    if (format.isStrict && *format.isStrict && !isSame() && !mayBeStrict(format.schema))
        drop("output_format", "The schema is not closed, so it cannot be strict.");
    else if (format.isStrict)
        schema["strict"] = *format.isStrict;
    m_body["response_format"] = Json{{"type", "json_schema"}, {"json_schema", std::move(schema)}};
}

void RequestEncoder::addUser()
{
    constexpr std::size_t longestUser = 64;
    const std::string &user = request().endUserId;
    if (user.empty())
        return;
    const Json *safetyId = request().extensions.find(DialectId::OpenAiChat, "safety_identifier");
    if (safetyId && safetyId->is_string() && safetyId->get_ref<const std::string &>() == user)
        return; // written with the other extensions
    if (isSame() && !traits().isMistral)
        m_body["user"] = user;
    else if (!traits().isOpenAi)
        drop("user", "The server does not want to know the end user.");
    else if (user.size() > longestUser)
        drop("user", "OpenAI takes at most 64 characters.");
    else
        m_body[safetyId || request().dialect == DialectId::OpenAiResponses ? "safety_identifier" : "user"] = user;
}

void RequestEncoder::addAccount()
{
    const bool isOpenAiFamily = familyOf(request().dialect) == DialectFamily::OpenAi;
    const bool takesOpenAiWords = (isSame() && !traits().isMistral) || (isOpenAiFamily && traits().isOpenAi);
    if (!request().verbosity.empty()) {
        if (takesOpenAiWords)
            m_body["verbosity"] = request().verbosity;
        else
            drop("verbosity", "The server has no such setting.");
    }
    if (!request().serviceTier.empty()) {
        if (takesOpenAiWords)
            m_body["service_tier"] = request().serviceTier;
        else if (request().serviceTier != "auto" && request().serviceTier != "default") // what no word means, too
            drop("service_tier", "The word is another provider's.");
    }
    if (!request().promptCacheKey.empty()) {
        if (takesOpenAiWords)
            m_body["prompt_cache_key"] = request().promptCacheKey;
        else
            drop("prompt_cache_key", "The server caches prompts by itself.");
    }
    if (request().mayStore && takesOpenAiWords)
        m_body["store"] = *request().mayStore;
    else if (request().mayStore == std::optional(true))
        drop("store", "The server stores no answers.");
    if (!request().metadata.is_null()) {
        // OpenAI takes metadata of stored answers only.
        if (isSame() || (takesOpenAiWords && request().mayStore == std::optional(true)))
            m_body["metadata"] = request().metadata;
        else
            drop("metadata", "The server keeps no metadata.");
    }
    addUser();
}

void RequestEncoder::addStreaming()
{
    if (!request().isStream)
        return;
    m_body["stream"] = true;
    Json options = Json::object();
    if (traits().knowsStreamUsage)
        options["include_usage"] = true; // always: usage is recorded; the client half gives it where it was asked for
    if (const Json *more = request().extensions.find(DialectId::OpenAiChat, "stream_options");
        more && more->is_object() && traits().knowsStreamUsage)
        options.update(*more);
    if (!options.empty())
        m_body["stream_options"] = std::move(options);
}

void RequestEncoder::addExtensions()
{
    noteForeignOptions(request().extensions, DialectId::OpenAiChat, {}, "Chat completions have no such option.",
                       m_context.report);
    if (const Json *own = request().extensions.find(DialectId::OpenAiChat)) {
        for (const auto &[name, value] : own->items()) {
            if (traits().isMistral && isOpenAisOwn(name))
                m_context.report.dropped('/' + name, "Mistral refuses this option of OpenAI's.");
            else if (name != "stream_options" && !m_body.contains(name))
                m_body[name] = value;
        }
    }
}

} // namespace

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report)
{
    const ServerTraits traits = traitsOf(call.preset, call.model);
    EncodeContext context{request, traits, state, report};
    const auto body = RequestEncoder(context, call).encode();
    if (!body)
        return unexpected(body.error());
    EncodedRequest encoded;
    encoded.path = "/v1/chat/completions";
    encoded.body = dumpJson(*body);
    return encoded;
}

} // namespace gateway::translation::openai_chat
