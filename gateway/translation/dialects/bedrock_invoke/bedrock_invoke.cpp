#include "gateway/translation/dialects/bedrock_invoke/bedrock_invoke.h"

#include "gateway/translation/dialects/anthropic_messages/anthropic_messages.h"
#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/framing/bedrock_chunk.h"
#include "gateway/translation/framing/framing_kind.h"
#include "gateway/translation/framing/sse_codec.h"
#include "gateway/translation/json/top_level_editor.h"

namespace gateway::translation {

namespace {

// Anthropic's own encoder writes the events; here they change their frames.
class InvokeStreamEncoder final : public ClientStreamEncoder {
public:
    explicit InvokeStreamEncoder(std::unique_ptr<ClientStreamEncoder> encoder) : m_encoder(std::move(encoder)) {}

    void encode(const StreamEvent &event, std::string &wire) override
    {
        if (const auto *failed = std::get_if<StreamFailed>(&event)) {
            wire += renderErrorFrame(DialectId::BedrockConverse, failed->error, {});
            return;
        }
        m_written.clear();
        m_encoder->encode(event, m_written);
        m_splitter.feed(m_written);
        while (const auto frame = m_splitter.next()) {
            if (frame->hasData)
                wire += bedrockChunkFrame(frame->data);
        }
    }

private:
    std::unique_ptr<ClientStreamEncoder> m_encoder;
    SseFrameSplitter m_splitter;
    std::string m_written;
};

class BedrockInvokeClient final : public ClientDialect {
public:
    DialectId id() const override { return DialectId::AnthropicMessages; }

    Result<ChatRequest> decodeRequest(const ClientCall &call) const override
    {
        const auto version = topLevelMember(call.body, "anthropic_version");
        if (!version)
            return unexpected(version.error());
        if (!*version)
            return unexpected(Error::client(
                ErrorCode::UnsupportedOperation,
                "InvokeModel with the body of a model other than Anthropic's (there is no \"anthropic_version\") can "
                "only go to a Bedrock provider. Use Converse, which every provider can serve."));
        auto body = removeTopLevelMember(call.body, "anthropic_version");
        if (body)
            body = setTopLevelMember(*body, "model", quoteJson(call.pathModel));
        if (body)
            body = setTopLevelMember(*body, "stream", call.isStreamPath ? "true" : "false");
        if (!body)
            return unexpected(body.error());
        ClientCall inner = call;
        inner.body = *body;
        inner.pathModel = {};
        return anthropicMessagesClient().decodeRequest(inner);
    }

    std::string encodeResponse(const ChatResponse &response, ExchangeState &state) const override
    {
        return anthropicMessagesClient().encodeResponse(response, state);
    }

    std::unique_ptr<ClientStreamEncoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<InvokeStreamEncoder>(anthropicMessagesClient().beginStream(state));
    }

    std::string_view streamContentType() const override { return contentTypeOf(FramingKind::AwsEventStream); }
};

} // namespace

const ClientDialect &bedrockInvokeClient()
{
    static const BedrockInvokeClient client;
    return client;
}

} // namespace gateway::translation
