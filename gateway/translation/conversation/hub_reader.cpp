#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/conversation/dialect_readers.h"
#include "gateway/translation/dialects/dialect_registry.h"

// Dialects that have no reader of their own are read by their codecs, by way of the hub.
namespace gateway::translation::conversation_detail {

namespace {

Speaker speakerOf(Role role)
{
    switch (role) {
    case Role::System:
    case Role::Developer: return Speaker::System;
    case Role::User: return Speaker::User;
    case Role::Assistant: return Speaker::Assistant;
    case Role::Tool: return Speaker::Tool;
    }
    return Speaker::User;
}

PartKind kindOf(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image: return PartKind::Image;
    case MediaKind::Audio: return PartKind::Audio;
    case MediaKind::Document:
    case MediaKind::Video: return PartKind::File;
    }
    return PartKind::File;
}

ConversationPart mediaOf(const MediaPart &media)
{
    ConversationPart part = textPart(kindOf(media.kind), {});
    part.name = media.mediaType;
    if (media.source == MediaPart::Source::Base64)
        part.bytes = base64Size(media.value);
    else
        part.text = media.value;
    return part;
}

void appendPart(Parts &parts, const Part &part);

void appendResult(Parts &parts, const ToolResultPart &result)
{
    ConversationPart shown = textPart(PartKind::ToolResult, joinedText(result.content));
    shown.callId = result.callId;
    shown.name = result.toolName;
    parts.push_back(std::move(shown));
    for (const Part &inner : result.content) {
        if (!inner.as<TextPart>())
            appendPart(parts, inner);
    }
}

void appendPart(Parts &parts, const Part &part)
{
    if (const auto *text = part.as<TextPart>()) {
        parts.push_back(textPart(PartKind::Text, text->text));
    } else if (const auto *media = part.as<MediaPart>()) {
        parts.push_back(mediaOf(*media));
    } else if (const auto *call = part.as<ToolCallPart>()) {
        ConversationPart shown = textPart(PartKind::ToolCall, call->arguments);
        shown.name = call->name;
        shown.callId = call->id;
        parts.push_back(std::move(shown));
    } else if (const auto *result = part.as<ToolResultPart>()) {
        appendResult(parts, *result);
    } else if (const auto *reasoning = part.as<ReasoningPart>()) {
        if (!reasoning->text.empty())
            parts.push_back(textPart(PartKind::Reasoning, reasoning->text));
    } else if (const auto *refusal = part.as<RefusalPart>()) {
        parts.push_back(textPart(PartKind::Refusal, refusal->text));
    } else if (const auto *opaque = part.as<OpaquePart>()) {
        parts.push_back(textPart(PartKind::Other, dumpJson(opaque->json)));
    }
}

Messages answersOf(const ChatResponse &response)
{
    Messages messages;
    for (const Choice &choice : response.choices) {
        ConversationMessage message{Speaker::Assistant, {}, true};
        for (const Part &part : choice.parts)
            appendPart(message.parts, part);
        if (!message.parts.empty())
            messages.push_back(std::move(message));
    }
    return messages;
}

class HubStreamReader final : public StreamReader {
public:
    HubStreamReader(const ProviderDialect &dialect, DialectId id)
        : m_state(m_request, id, "shown"), m_decoder(dialect.beginStream(m_state))
    {
    }

    void readFrame(std::string_view event, JsonValue data) override
    {
        StreamEvents events;
        m_decoder->decode({event, data.raw(), false}, events);
        for (const StreamEvent &each : events)
            m_collector.add(each);
    }

    Messages messages() const override { return answersOf(m_collector.soFar()); }

private:
    ChatRequest m_request;
    ExchangeState m_state;
    std::unique_ptr<ProviderStreamDecoder> m_decoder;
    ResponseCollector m_collector;
};

} // namespace

Messages readHubRequest(DialectId dialect, std::string_view body)
{
    const ClientDialect *codec = findClientDialect(dialect);
    if (!codec)
        return {};
    ClientCall call;
    call.body = body;
    call.pathModel = "model"; // stands in the path, which is not at hand here
    const auto request = codec->decodeRequest(call);
    if (!request)
        return {};
    Messages messages;
    for (const Message &message : request->messages) {
        ConversationMessage shown{speakerOf(message.role), {}, false};
        for (const Part &part : message.parts)
            appendPart(shown.parts, part);
        messages.push_back(std::move(shown));
    }
    return messages;
}

Messages readHubAnswer(DialectId dialect, std::string_view body)
{
    const ProviderDialect *codec = findProviderDialect(dialect);
    if (!codec)
        return {};
    const ChatRequest request;
    ExchangeState state(request, dialect, "shown");
    const auto response = codec->decodeResponse(body, state);
    return response ? answersOf(*response) : Messages();
}

std::unique_ptr<StreamReader> makeHubStreamReader(DialectId dialect)
{
    const ProviderDialect *codec = findProviderDialect(dialect);
    return codec ? std::make_unique<HubStreamReader>(*codec, dialect) : nullptr;
}

} // namespace gateway::translation::conversation_detail
