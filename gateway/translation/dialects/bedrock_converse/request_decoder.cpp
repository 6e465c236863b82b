#include "gateway/translation/dialects/bedrock_converse/request_decoder.h"

#include "gateway/translation/dialects/bedrock_converse/message_decoder.h"
#include "gateway/translation/dialects/bedrock_converse/tool_decoder.h"
#include "gateway/translation/dialects/reasoning_policy.h"

namespace gateway::translation::bedrock {

namespace {

class BodyReader {
public:
    BodyReader(const Json &body, Problem &problem, ChatRequest &request)
        : m_body(body, "", problem), m_problem(problem), m_request(request)
    {
    }

    void read()
    {
        m_body.text("modelId"); // stands in the path
        const Json *system = m_body.array("system");
        const Json *messages = m_body.array("messages");
        if (const Json *config = m_body.object("inferenceConfig"))
            readSampling(*config);
        if (const Json *config = m_body.object("toolConfig"))
            decodeTools(*config, m_problem, m_request);
        if (const Json *config = m_body.object("outputConfig"))
            readOutput(*config);
        if (const Json *fields = m_body.object("additionalModelRequestFields"))
            readModelFields(*fields);
        if (const Json *metadata = m_body.object("requestMetadata"))
            m_request.metadata = *metadata;
        readServiceTier();
        takeRest(m_body, m_request.extensions);
        if (!m_problem.isSet())
            decodeMessages(system, messages, m_problem, m_request.messages);
    }

private:
    // Members of an inner object that the hub has no word for: an extension of that object's name.
    void keepRest(const MemberReader &reader, std::string_view name)
    {
        Extensions rest;
        takeRest(reader, rest);
        if (const Json *members = rest.find(ownDialect))
            m_request.extensions.set(ownDialect, name, *members);
    }

    void readSampling(const Json &config)
    {
        MemberReader reader(config, "/inferenceConfig", m_problem);
        SamplingOptions &sampling = m_request.sampling;
        sampling.maxOutputTokens = reader.integer("maxTokens");
        sampling.temperature = reader.number("temperature");
        sampling.topP = reader.number("topP");
        if (const Json *sequences = reader.array("stopSequences")) {
            for (std::size_t i = 0; i < sequences->size(); ++i) {
                if ((*sequences)[i].is_string())
                    sampling.stopSequences.push_back((*sequences)[i].get<std::string>());
                else
                    m_problem.set(elementPointer("/inferenceConfig/stopSequences", i), "must be a string.");
            }
        }
        keepRest(reader, "inferenceConfig");
    }

    void readEffort(MemberReader &reader, std::string_view name)
    {
        const std::string word = reader.text(name);
        if (word.empty())
            return;
        m_request.reasoning.effort = effortFromName(word);
        if (!m_request.reasoning.effort)
            reader.refuse(name, "is no effort that is known.");
    }

    void readOutput(const Json &config)
    {
        MemberReader reader(config, "/outputConfig", m_problem);
        readEffort(reader, "effort");
        if (const Json *format = reader.object("textFormat"))
            readFormat(*format);
        keepRest(reader, "outputConfig");
    }

    void readFormat(const Json &format)
    {
        const std::string pointer = "/outputConfig/textFormat";
        MemberReader reader(format, pointer, m_problem);
        if (reader.text("type") != "json_schema")
            reader.refuse("type", "must be \"json_schema\".");
        const Json *structure = reader.object("structure");
        const Json *definition = structure ? findObject(*structure, "jsonSchema") : nullptr;
        if (!definition) {
            reader.refuse("structure", "must have an object \"jsonSchema\".");
            return;
        }
        MemberReader inner(*definition, pointer + "/structure/jsonSchema", m_problem);
        OutputFormat &output = m_request.outputFormat;
        output.kind = OutputFormat::Kind::JsonSchema;
        output.name = inner.text("name");
        output.description = inner.text("description");
        inner.require("schema");
        auto schema = parseJson(inner.text("schema")); // JSON in a string
        if (!schema || !schema->is_object())
            inner.refuse("schema", "must be a JSON Schema, written as a string.");
        else
            output.schema = std::move(*schema);
    }

    // What models take besides the common options; only a few of them mean something elsewhere.
    void readModelFields(const Json &fields)
    {
        MemberReader reader(fields, "/additionalModelRequestFields", m_problem);
        m_request.sampling.topK = reader.integer("top_k");
        for (const char *name : {"thinking", "reasoning_config"}) { // two names of one option of Claude's
            if (const Json *thinking = reader.object(name))
                readThinking(*thinking, name);
        }
        if (const Json *nova = reader.object("reasoningConfig"))
            readNovaReasoning(*nova);
        readEffort(reader, "reasoning_effort"); // of models of OpenAI's
        keepRest(reader, "additionalModelRequestFields");
    }

    void readThinking(const Json &thinking, std::string_view name)
    {
        MemberReader reader(thinking, "/additionalModelRequestFields/" + std::string(name), m_problem);
        ReasoningOptions &reasoning = m_request.reasoning;
        const std::string type = reader.text("type");
        if (type == "enabled")
            reasoning.mode = ReasoningOptions::Mode::Enabled;
        else if (type == "adaptive")
            reasoning.mode = ReasoningOptions::Mode::Adaptive;
        else if (type == "disabled")
            reasoning.mode = ReasoningOptions::Mode::Disabled;
        else
            reader.refuse("type", "must be \"enabled\", \"adaptive\" or \"disabled\".");
        reasoning.budgetTokens = reader.integer("budget_tokens");
        if (reasoning.budgetTokens && *reasoning.budgetTokens < 0)
            reader.refuse("budget_tokens", "must not be negative.");
        if (const std::string display = reader.text("display"); display == "omitted" || display == "summarized")
            reasoning.includesText = display == "summarized";
        keepRest(reader, "thinking");
    }

    void readNovaReasoning(const Json &nova)
    {
        MemberReader reader(nova, "/additionalModelRequestFields/reasoningConfig", m_problem);
        const std::string type = reader.text("type");
        m_request.reasoning.mode =
            type == "enabled" ? ReasoningOptions::Mode::Enabled : ReasoningOptions::Mode::Disabled;
        readEffort(reader, "maxReasoningEffort");
    }

    void readServiceTier()
    {
        if (const Json *tier = m_body.object("serviceTier")) {
            MemberReader reader(*tier, "/serviceTier", m_problem);
            m_request.serviceTier = reader.text("type");
        }
    }

    MemberReader m_body;
    Problem &m_problem;
    ChatRequest &m_request;
};

} // namespace

Result<ChatRequest> decodeRequest(const ClientCall &call)
{
    auto body = parseJson(call.body);
    if (!body)
        return unexpected(std::move(body.error()));
    if (!body->is_object())
        return unexpected(Error::client(ErrorCode::InvalidRequest, "The body must be a JSON object."));
    ChatRequest request;
    request.dialect = DialectId::BedrockConverse;
    request.wantsStreamUsage = true;
    request.isStream = call.isStreamPath;
    request.model = call.pathModel.empty() ? textMember(*body, "modelId") : call.pathModel;
    if (request.model.empty())
        return unexpected(Error::client(ErrorCode::ModelMissing, "The path must name a model."));
    Problem problem;
    BodyReader(*body, problem, request).read();
    if (problem.isSet())
        return unexpected(problem.error());
    return request;
}

} // namespace gateway::translation::bedrock
