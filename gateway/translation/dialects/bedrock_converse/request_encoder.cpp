#include "gateway/translation/dialects/bedrock_converse/request_encoder.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/translation/dialects/anthropic_messages/output_schema.h"
#include "gateway/translation/dialects/bedrock_converse/message_encoder.h"
#include "gateway/translation/dialects/bedrock_converse/reasoning_encoder.h"
#include "gateway/translation/dialects/bedrock_converse/tool_encoder.h"
#include "gateway/translation/dialects/foreign_options.h"

#include <algorithm>
#include <array>

namespace gateway::translation::bedrock {

namespace {

constexpr std::array<std::string_view, 4> innerObjects{"inferenceConfig", "toolConfig", "outputConfig", "thinking"};
constexpr std::string_view modelFields = "additionalModelRequestFields";

// requestMetadata of the API: at most 16 members of 256 characters of a small set.
bool fitsAsMetadata(std::string_view text)
{
    return text.size() <= 256 && std::all_of(text.begin(), text.end(), [](char character) {
               return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
                      || (character >= '0' && character <= '9')
                      || std::string_view(" \t\r\n:_@$#=/+,-.").find(character) != std::string_view::npos;
           });
}

class BodyWriter {
public:
    BodyWriter(const ChatRequest &request, const ModelTraits &traits, ExchangeState &state, ConversionReport &report)
        : m_request(request)
        , m_traits(traits)
        , m_state(state)
        , m_report(report)
        , m_isOwnClient(request.dialect == ownDialect)
        , m_tools(request, traits, state, report)
    {
    }

    Result<Json> write()
    {
        if (!m_request.previousResponseId.empty())
            return unexpected(invalidMember("/previous_response_id",
                                            "Bedrock keeps no answers; send the whole conversation instead."));
        const bool isOutputForced = forceOutputIfNeeded();
        auto messages = MessageEncoder(m_request, m_traits, m_tools.offersTools(), m_state, m_report).encode();
        if (!messages)
            return unexpected(std::move(messages.error()));
        ReasoningPlan plan =
            planReasoning(m_request, m_traits, {m_tools.isForced(), messages->continuesWithoutThinking}, m_report);
        if (!messages->messages.empty())
            m_body["messages"] = std::move(messages->messages);
        if (!messages->system.empty())
            m_body["system"] = std::move(messages->system);
        writeSampling(plan);
        if (Json config = m_tools.config(); !config.is_null())
            m_body["toolConfig"] = std::move(config);
        writeOutput(plan.effort, isOutputForced);
        writeModelFields(plan);
        writeMetadata();
        writeServiceTier();
        writeExtensions();
        noteWhatIsLost();
        return std::move(m_body);
    }

private:
    bool forceOutputIfNeeded()
    {
        const OutputFormat &format = m_request.outputFormat;
        if (format.kind == OutputFormat::Kind::Text)
            return false;
        if (format.kind == OutputFormat::Kind::JsonSchema && (m_isOwnClient || m_traits.takesOutputFormat))
            return false;
        m_tools.forceOutput(format);
        return true;
    }

    void writeSampling(const ReasoningPlan &plan)
    {
        const SamplingOptions &sampling = m_request.sampling;
        Json config = Json::object();
        if (plan.maxTokens)
            config["maxTokens"] = *plan.maxTokens;
        const bool isFixed =
            !m_isOwnClient && (plan.isThinking || (m_traits.isClaude() && !m_traits.claude.takesSampling));
        const std::string reason = plan.isThinking ? "The model refuses sampling options while it thinks."
                                                   : "The model takes no sampling options.";
        if (sampling.temperature) {
            const double temperature = std::clamp(*sampling.temperature, 0.0, 1.0);
            if (isFixed && temperature != 1.0)
                m_report.dropped("/temperature", reason);
            else if (!isFixed)
                config["temperature"] = temperature;
            if (temperature != *sampling.temperature)
                m_report.approximated("/temperature", "Bedrock's temperatures go from 0 to 1.");
        }
        if (sampling.topP) {
            const bool isSecond = !m_isOwnClient && m_traits.isClaude() && !m_traits.claude.takesTopPWithTemperature
                                  && config.contains("temperature");
            if (isFixed || isSecond)
                m_report.dropped("/top_p", isFixed ? reason : "The model refuses temperature and top_p together.");
            else
                config["topP"] = std::clamp(*sampling.topP, 0.0, 1.0);
        }
        if (sampling.topK && isFixed)
            m_report.dropped("/top_k", reason);
        m_takesTopK = sampling.topK && !isFixed;
        writeStopSequences(config);
        mergeRest("inferenceConfig", config);
        if (!config.empty())
            m_body["inferenceConfig"] = std::move(config);
    }

    void writeStopSequences(Json &config)
    {
        Json sequences = Json::array();
        for (std::size_t i = 0; i < m_request.sampling.stopSequences.size(); ++i) {
            const std::string &sequence = m_request.sampling.stopSequences[i];
            if (sequence.find_first_not_of(" \t\r\n") == std::string::npos && (m_traits.isClaude() || sequence.empty()))
                m_report.dropped(elementPointer("/stop_sequences", i),
                                 "The model refuses stop sequences of space alone.");
            else
                sequences.push_back(sequence);
        }
        if (!sequences.empty())
            config["stopSequences"] = std::move(sequences);
    }

    void writeOutput(const std::string &effort, bool isOutputForced)
    {
        Json config = Json::object();
        if (!effort.empty())
            config["effort"] = effort;
        const OutputFormat &format = m_request.outputFormat;
        if (format.kind == OutputFormat::Kind::JsonSchema && !isOutputForced) {
            Json schema = format.schema.is_object() ? format.schema : Json{{"type", "object"}};
            if (!m_isOwnClient) // the same limits for all models: "Get validated JSON results from models"
                schema = anthropic::narrowedOutputSchema(schema, "/response_format/schema", m_report);
            Json definition = {{"schema", dumpJson(schema)}}; // JSON in a string
            if (!format.name.empty())
                definition["name"] = format.name;
            if (!format.description.empty())
                definition["description"] = format.description;
            config["textFormat"] =
                Json{{"type", "json_schema"}, {"structure", {{"jsonSchema", std::move(definition)}}}};
        }
        mergeRest("outputConfig", config);
        if (!config.empty())
            m_body["outputConfig"] = std::move(config);
    }

    void writeModelFields(ReasoningPlan &plan)
    {
        Json fields = std::move(plan.modelFields);
        if (m_takesTopK) {
            const bool isKnown = m_isOwnClient || m_traits.isClaude() || m_traits.family == ModelFamily::Mistral;
            if (isKnown)
                fields["top_k"] = *m_request.sampling.topK;
            else if (m_traits.family == ModelFamily::Nova)
                fields["inferenceConfig"] = Json{{"topK", *m_request.sampling.topK}};
            else
                m_report.dropped("/top_k", "The model takes no top_k.");
        }
        mergeRest(modelFields, fields);
        if (!fields.empty())
            m_body[std::string(modelFields)] = std::move(fields);
    }

    void writeMetadata()
    {
        if (!m_request.metadata.is_object() || m_request.metadata.empty())
            return;
        if (m_isOwnClient) {
            m_body["requestMetadata"] = m_request.metadata;
            return;
        }
        Json kept = Json::object();
        for (const auto &[name, value] : m_request.metadata.items()) {
            const bool fits = value.is_string() && !name.empty() && fitsAsMetadata(name)
                              && fitsAsMetadata(value.get_ref<const std::string &>()) && kept.size() < 16;
            if (fits)
                kept[name] = value;
            else
                m_report.dropped("/metadata", "Bedrock's metadata are 16 short texts of few kinds of characters.");
        }
        if (!kept.empty())
            m_body["requestMetadata"] = std::move(kept);
    }

    void writeServiceTier()
    {
        const std::string &tier = m_request.serviceTier;
        if (tier.empty() || (tier == "auto" && !m_isOwnClient))
            return;
        const bool isKnown = tier == "default" || tier == "flex" || tier == "priority" || m_isOwnClient;
        if (isKnown)
            m_body["serviceTier"] = Json{{"type", tier}};
        else if (tier != "standard_only") // Anthropic's word for the default
            m_report.dropped("/service_tier", "Bedrock has no service tier \"" + tier + "\".");
    }

    void mergeRest(std::string_view name, Json &object) const
    {
        const Json *rest = m_request.extensions.find(ownDialect, name);
        if (rest && rest->is_object())
            object.update(*rest);
    }

    void writeExtensions()
    {
        noteForeignOptions(m_request.extensions, ownDialect, {}, "Bedrock knows no such option.", m_report);
        if (const Json *own = m_request.extensions.find(ownDialect)) {
            for (const auto &[name, value] : own->items()) {
                const bool isInner = name == modelFields
                                     || std::find(innerObjects.begin(), innerObjects.end(), name) != innerObjects.end();
                if (!isInner)
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
        drop(sampling.frequencyPenalty.value_or(0) != 0, "/frequency_penalty", "Bedrock has no penalties.");
        drop(sampling.presencePenalty.value_or(0) != 0, "/presence_penalty", "Bedrock has no penalties.");
        drop(sampling.seed.has_value(), "/seed", "Bedrock's sampling takes no seed.");
        drop(sampling.choiceCount.value_or(1) > 1, "/n", "Bedrock gives one answer a request.");
        drop(sampling.logprobs.value_or(false), "/logprobs", "Bedrock tells no probabilities of tokens.");
        drop(sampling.topLogprobs.has_value(), "/top_logprobs", "Bedrock tells no probabilities of tokens.");
        drop(!sampling.logitBias.is_null(), "/logit_bias", "Bedrock takes no bias of tokens.");
        drop(!m_request.verbosity.empty(), "/verbosity", "Bedrock has no levels of verbosity.");
        drop(!m_request.endUserId.empty(), "/user", "Bedrock takes no id of the end user.");
        drop(!m_request.promptCacheKey.empty(), "/prompt_cache_key", "Bedrock's prompt cache needs no key.");
        drop(m_request.mayStore.value_or(false), "/store", "Bedrock stores no answers.");
        drop(m_request.allowsParallelToolCalls == false && m_tools.offersTools(), "/parallel_tool_calls",
             "Bedrock cannot forbid parallel calls.");
    }

    const ChatRequest &m_request;
    const ModelTraits &m_traits;
    ExchangeState &m_state;
    ConversionReport &m_report;
    const bool m_isOwnClient;
    bool m_takesTopK = false;
    ToolEncoder m_tools;
    Json m_body = Json::object();
};

} // namespace

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                     ConversionReport &report)
{
    if (call.model.empty() || call.model == "." || call.model == "..")
        return unexpected(Error::client(ErrorCode::InvalidRequest, "The model's name cannot stand in a path."));
    const ModelTraits traits = traitsOf(call.model);
    auto body = BodyWriter(request, traits, state, report).write();
    if (!body)
        return unexpected(std::move(body.error()));
    EncodedRequest encoded;
    encoded.path = "/model/" + percentEncoded(call.model) + (request.isStream ? "/converse-stream" : "/converse");
    encoded.body = dumpJson(*body);
    return encoded;
}

} // namespace gateway::translation::bedrock
