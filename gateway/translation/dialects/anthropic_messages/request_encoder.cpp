#include "gateway/translation/dialects/anthropic_messages/request_encoder.h"

#include "gateway/translation/dialects/anthropic_messages/message_encoder.h"
#include "gateway/translation/dialects/anthropic_messages/output_schema.h"
#include "gateway/translation/dialects/anthropic_messages/reasoning_encoder.h"
#include "gateway/translation/dialects/anthropic_messages/request_decoder.h"
#include "gateway/translation/dialects/anthropic_messages/tool_codec.h"
#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/output_format_words.h"

#include <algorithm>

namespace gateway::translation::anthropic {

namespace {

constexpr auto ownDialect = DialectId::AnthropicMessages;
constexpr std::size_t longestUserId = 512; // metadata.user_id
constexpr std::string_view systemTurnBeta = "mid-conversation-system-2026-04-07";

class BodyWriter {
public:
    BodyWriter(const ChatRequest &request, const ProviderCall &call, ExchangeState &state, ConversionReport &report)
        : m_request(request)
        , m_call(call)
        , m_traits(traitsOf(call.model))
        , m_state(state)
        , m_report(report)
        , m_isOwnClient(request.dialect == ownDialect)
        , m_tools(request, m_traits.takesOutputFormat != Support::Unknown, state, report)
    {
    }

    Result<EncodedRequest> write()
    {
        if (!m_request.previousResponseId.empty())
            return unexpected(invalidMember("/previous_response_id",
                                            "Anthropic keeps no answers; send the whole conversation instead."));
        auto messages = MessageEncoder(m_request, m_traits, m_state, m_report).encode();
        if (!messages)
            return unexpected(std::move(messages.error()));
        const bool isOutputForced = forceOutputIfNeeded();
        const ReasoningPlan plan =
            planReasoning(m_request, m_traits, {m_tools.isForced(), messages->continuesWithoutThinking}, m_report);

        m_body["model"] = m_call.model;
        m_body["max_tokens"] = plan.maxTokens;
        if (!messages->system.is_null())
            m_body["system"] = std::move(messages->system);
        m_body["messages"] = std::move(messages->messages);
        writeTools();
        writeSampling(plan.isThinking);
        if (!plan.thinking.is_null())
            m_body["thinking"] = plan.thinking;
        writeOutputConfig(plan.effort, isOutputForced);
        writeIdentity();
        if (m_request.isStream)
            m_body["stream"] = true;
        writeExtensions();
        noteWhatIsLost();
        return EncodedRequest{"/v1/messages", dumpJson(m_body), headers(messages->needsSystemTurnBeta)};
    }

private:
    bool forceOutputIfNeeded()
    {
        const OutputFormat &format = m_request.outputFormat;
        if (format.kind == OutputFormat::Kind::Text)
            return false;
        const bool isNative = m_traits.takesOutputFormat == Support::Yes
                              || (m_traits.takesOutputFormat == Support::Unknown && m_isOwnClient);
        if (format.kind == OutputFormat::Kind::JsonSchema && isNative)
            return false;
        m_tools.forceOutput(format);
        return true;
    }

    void writeTools()
    {
        Json tools = m_tools.tools();
        if (tools.empty())
            return;
        m_body["tools"] = std::move(tools);
        if (Json choice = m_tools.choice(); !choice.is_null())
            m_body["tool_choice"] = std::move(choice);
    }

    void writeSampling(bool isThinking)
    {
        const SamplingOptions &sampling = m_request.sampling;
        const bool isFixed = isThinking || !m_traits.takesSampling;
        const std::string reason = isThinking ? "Anthropic refuses sampling options while the model thinks."
                                              : "The model takes no sampling options.";
        if (sampling.temperature) {
            const double temperature = std::clamp(*sampling.temperature, 0.0, 1.0);
            if (isFixed && temperature != 1.0)
                m_report.dropped("/temperature", reason);
            else
                m_body["temperature"] = temperature;
            if (temperature != *sampling.temperature)
                m_report.approximated("/temperature", "Anthropic's temperatures go from 0 to 1.");
        }
        if (sampling.topP) {
            const bool isSecond = m_body.contains("temperature") && !m_traits.takesTopPWithTemperature;
            if (isFixed || isSecond)
                m_report.dropped("/top_p", isFixed ? reason : "The model refuses temperature and top_p together.");
            else
                m_body["top_p"] = std::clamp(*sampling.topP, 0.0, 1.0);
        }
        if (sampling.topK) {
            if (isFixed)
                m_report.dropped("/top_k", reason);
            else
                m_body["top_k"] = std::max<std::int64_t>(*sampling.topK, 0);
        }
        writeStopSequences();
    }

    void writeStopSequences()
    {
        Json sequences = Json::array();
        for (std::size_t i = 0; i < m_request.sampling.stopSequences.size(); ++i) {
            const std::string &sequence = m_request.sampling.stopSequences[i];
            if (sequence.find_first_not_of(" \t\r\n") == std::string::npos)
                m_report.dropped(pointerTo("/stop_sequences", i), "Anthropic refuses stop sequences of space alone.");
            else
                sequences.push_back(sequence);
        }
        if (!sequences.empty())
            m_body["stop_sequences"] = std::move(sequences);
    }

    void writeOutputConfig(const std::string &effort, bool isOutputForced)
    {
        Json config = Json::object();
        if (!effort.empty())
            config["effort"] = effort;
        const OutputFormat &format = m_request.outputFormat;
        if (format.kind == OutputFormat::Kind::JsonSchema && !isOutputForced) {
            Json schema = describedSchema(format);
            if (!m_isOwnClient)
                schema = narrowedOutputSchema(schema, "/response_format/schema", m_report);
            config["format"] = Json{{"type", "json_schema"}, {"schema", std::move(schema)}};
            if (m_isOwnClient && !format.name.empty())
                config["format"]["name"] = format.name;
        }
        if (const Json *rest = m_request.extensions.find(ownDialect, "output_config"); rest && rest->is_object()) {
            for (const auto &[name, value] : rest->items())
                config[name] = value;
        }
        if (!config.empty())
            m_body["output_config"] = std::move(config);
    }

    void writeIdentity()
    {
        Json metadata = Json::object();
        if (!m_request.endUserId.empty()) {
            std::string id = m_request.endUserId;
            if (id.size() > longestUserId) {
                id.resize(longestUserId);
                m_report.approximated("/user", "Anthropic's ids of users have at most 512 characters.");
            }
            metadata["user_id"] = std::move(id);
        }
        if (m_request.metadata.is_object() && !m_request.metadata.empty()) {
            if (m_isOwnClient)
                metadata.update(m_request.metadata);
            else
                m_report.dropped("/metadata", "Anthropic keeps no metadata besides the user's id.");
        }
        if (!metadata.empty())
            m_body["metadata"] = std::move(metadata);
        writeServiceTier();
    }

    void writeServiceTier()
    {
        const std::string &tier = m_request.serviceTier;
        if (tier.empty())
            return;
        if (m_isOwnClient || tier == "auto")
            m_body["service_tier"] = tier;
        else if (tier == "default")
            m_body["service_tier"] = "standard_only";
        else
            m_report.dropped("/service_tier", "Anthropic has no service tier \"" + tier + "\".");
    }

    void writeExtensions()
    {
        noteForeignOptions(m_request.extensions, ownDialect, {}, "Anthropic knows no such option.", m_report);
        if (const Json *own = m_request.extensions.find(ownDialect)) {
            for (const auto &[name, value] : own->items()) {
                if (name != betaExtension && name != "thinking" && name != "output_config")
                    m_body[name] = value;
            }
        }
    }

    void noteWhatIsLost()
    {
        const SamplingOptions &sampling = m_request.sampling;
        const auto drop = [this](bool isSaid, const char *pointer, const char *reason) {
            if (isSaid)
                m_report.dropped(pointer, reason);
        };
        drop(sampling.frequencyPenalty.value_or(0) != 0, "/frequency_penalty", "Anthropic has no penalties.");
        drop(sampling.presencePenalty.value_or(0) != 0, "/presence_penalty", "Anthropic has no penalties.");
        drop(sampling.seed.has_value(), "/seed", "Anthropic's sampling takes no seed.");
        drop(sampling.choiceCount.value_or(1) > 1, "/n", "Anthropic gives one answer a request.");
        drop(sampling.logprobs.value_or(false), "/logprobs", "Anthropic tells no probabilities of tokens.");
        drop(sampling.topLogprobs.has_value(), "/top_logprobs", "Anthropic tells no probabilities of tokens.");
        drop(!sampling.logitBias.is_null(), "/logit_bias", "Anthropic takes no bias of tokens.");
        drop(!m_request.verbosity.empty(), "/verbosity", "Anthropic has no levels of verbosity.");
        drop(!m_request.promptCacheKey.empty(), "/prompt_cache_key", "Anthropic's prompt cache needs no key.");
        drop(m_request.mayStore.value_or(false), "/store", "Anthropic stores no answers.");
    }

    HeaderList headers(bool needsSystemTurnBeta) const
    {
        std::string betas;
        if (const Json *said = m_request.extensions.find(ownDialect, betaExtension); said && said->is_string())
            betas = said->get<std::string>();
        if (needsSystemTurnBeta) {
            betas += betas.empty() ? "" : ",";
            betas += systemTurnBeta;
        }
        HeaderList list;
        if (!betas.empty())
            list.add(std::string(betaExtension), std::move(betas));
        return list;
    }

    const ChatRequest &m_request;
    const ProviderCall &m_call;
    const ModelTraits m_traits;
    ExchangeState &m_state;
    ConversionReport &m_report;
    const bool m_isOwnClient;
    ToolEncoder m_tools;
    Json m_body = Json::object();
};

} // namespace

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report)
{
    return BodyWriter(request, call, state, report).write();
}

} // namespace gateway::translation::anthropic
