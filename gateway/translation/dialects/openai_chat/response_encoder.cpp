#include "gateway/translation/dialects/openai_chat/response_encoder.h"

#include "gateway/translation/dialects/openai_chat/answer_words.h"
#include "gateway/translation/dialects/openai_chat/part_codec.h"
#include "gateway/translation/dialects/openai_chat/tool_codec.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace gateway::translation::openai_chat {

namespace {

class ChoiceWriter {
public:
    explicit ChoiceWriter(ExchangeState &state) : m_state(state), m_isLegacy(usesLegacyFunctions(state.request())) {}

    Json write(const Choice &choice)
    {
        for (const Part &part : choice.parts)
            add(part);
        const bool hasCalls = !m_calls.empty();
        const bool saidRefusal = !m_refusal.empty();
        Json json{{"index", choice.index}};
        json["message"] = message();
        json["logprobs"] = choice.logprobs.is_object() ? choice.logprobs : Json();
        json["finish_reason"] = wordOfFinishReason(choice.finishReason, hasCalls, saidRefusal, m_isLegacy, m_state);
        return json;
    }

private:
    void add(const Part &part)
    {
        if (const auto *text = part.as<TextPart>()) {
            m_hasText = true;
            m_text += text->text;
            for (const Json &annotation : text->annotations)
                addAnnotation(annotation);
        } else if (const auto *reasoning = part.as<ReasoningPart>()) {
            if (!reasoning->text.empty())
                m_reasoning += (m_reasoning.empty() ? "" : "\n\n") + reasoning->text;
        } else if (const auto *refusal = part.as<RefusalPart>()) {
            m_refusal += refusal->text;
        } else if (const auto *call = part.as<ToolCallPart>()) {
            m_calls.push_back(toolCallJson(*call, part.state, m_state));
            return;
        } else if (const auto *media = part.as<MediaPart>()) {
            addMedia(*media);
        } else if (const auto *opaque = part.as<OpaquePart>()) {
            addOpaque(*opaque);
        }
        if (part.state && !part.state->data.empty())
            m_state.answerReport.dropped("answer/state", "Chat clients have no place for the signature of this part.");
    }

    void addAnnotation(const Json &annotation)
    {
        if (auto json = annotationForChat(annotation))
            m_annotations.push_back(std::move(*json));
        else
            m_state.answerReport.dropped("answer/annotations", "Chat completions have no such kind of citation.");
    }

    void addMedia(const MediaPart &media)
    {
        if (media.kind == MediaKind::Image)
            m_images.push_back(imageJson(media));
        else
            m_state.answerReport.dropped("answer/media", "Chat answers hold no media of this kind.");
    }

    void addOpaque(const OpaquePart &opaque)
    {
        if (opaque.dialect != DialectId::OpenAiChat || !opaque.json.is_object())
            m_state.answerReport.dropped("answer/parts", "A part that chat completions have no word for.");
        else
            m_rest.update(opaque.json);
    }

    Json message()
    {
        Json message{{"role", "assistant"}};
        const bool hasOther = !m_calls.empty() || !m_refusal.empty();
        message["content"] = m_hasText || !hasOther ? Json(m_text) : Json();
        message["refusal"] = m_refusal.empty() ? Json() : Json(m_refusal);
        if (!m_reasoning.empty())
            message["reasoning_content"] = m_reasoning;
        if (!m_annotations.empty())
            message["annotations"] = std::move(m_annotations);
        if (!m_images.empty())
            message["images"] = std::move(m_images);
        if (!m_calls.empty() && m_isLegacy) {
            if (m_calls.size() > 1)
                m_state.answerReport.dropped("answer/tool_calls", "The old function_call holds one call alone.");
            const Json *function = findMember(m_calls.front(), "function");
            message["function_call"] = function ? *function : *findMember(m_calls.front(), "custom");
        } else if (!m_calls.empty()) {
            message["tool_calls"] = std::move(m_calls);
        }
        for (const auto &[name, value] : m_rest.items()) {
            if (!message.contains(name))
                message[name] = value;
        }
        return message;
    }

    ExchangeState &m_state;
    bool m_isLegacy;
    bool m_hasText = false;
    std::string m_text;
    std::string m_reasoning;
    std::string m_refusal;
    Json m_calls = Json::array();
    Json m_annotations = Json::array();
    Json m_images = Json::array();
    Json m_rest = Json::object();
};

} // namespace

std::string answerId(const std::string &id, ExchangeState &state)
{
    constexpr std::string_view prefix = "chatcmpl-";
    const bool isOwn = !id.empty() && state.providerDialect() == DialectId::OpenAiChat;
    return isOwn || id.starts_with(prefix) ? id : state.makeId(prefix);
}

std::string answerModel(const std::string &model, const ExchangeState &state)
{
    return model.empty() ? state.request().model : model;
}

std::int64_t answerTime(const std::optional<std::int64_t> &createdAt)
{
    return createdAt.value_or(static_cast<std::int64_t>(std::time(nullptr)));
}

bool isKnownServiceTier(std::string_view tier)
{
    constexpr std::array<std::string_view, 6> tiers{"auto", "default", "flex", "scale", "priority", "fast"};
    return std::find(tiers.begin(), tiers.end(), tier) != tiers.end();
}

Json toolCallJson(const ToolCallPart &call, const std::optional<OpaqueState> &state, ExchangeState &exchange)
{
    Json json{{"id", call.id.empty() ? exchange.makeCallId() : call.id}};
    if (call.kind == ToolCallPart::Kind::Custom) {
        json["type"] = "custom";
        json["custom"] = Json{{"name", call.name}, {"input", call.arguments}};
    } else {
        json["type"] = "function";
        json["function"] = Json{{"name", call.name}, {"arguments", call.arguments.empty() ? "{}" : call.arguments}};
    }
    if (auto extra = signatureJson(state, exchange))
        json["extra_content"] = std::move(*extra);
    return json;
}

std::optional<Json> signatureJson(const std::optional<OpaqueState> &state, ExchangeState &exchange)
{
    if (!state || state->data.empty())
        return std::nullopt;
    if (state->origin == DialectId::GeminiGenerate && !usesLegacyFunctions(exchange.request()))
        return Json{{"google", Json{{"thought_signature", state->data}}}};
    exchange.answerReport.dropped("answer/state", "Chat clients have no place for the signature of this call.");
    return std::nullopt;
}

std::string encodeResponse(const ChatResponse &response, ExchangeState &state)
{
    Json json{{"id", answerId(response.id, state)}};
    json["object"] = "chat.completion";
    json["created"] = answerTime(response.createdAt);
    json["model"] = answerModel(response.model, state);
    Json choices = Json::array();
    for (const Choice &choice : response.choices)
        choices.push_back(ChoiceWriter(state).write(choice));
    if (choices.empty()) // clients read the first without a look
        choices.push_back(ChoiceWriter(state).write(Choice()));
    json["choices"] = std::move(choices);
    if (const std::string usage = usageText(response.usage, response.rawUsage, state); !usage.empty()) {
        if (auto counts = parseJson(usage))
            json["usage"] = std::move(*counts);
    }
    if (isKnownServiceTier(response.serviceTier))
        json["service_tier"] = response.serviceTier;
    if (const Json *members = response.extensions.find(DialectId::OpenAiChat)) {
        for (const auto &[name, value] : members->items()) {
            if (!json.contains(name))
                json[name] = value;
        }
    }
    return dumpJson(json);
}

} // namespace gateway::translation::openai_chat
