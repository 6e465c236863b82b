#include "gateway/translation/conversation/conversation.h"

#include "gateway/translation/conversation/dialect_readers.h"
#include "gateway/translation/framing/sse_codec.h"

namespace gateway::translation {

namespace {

using namespace conversation_detail;

Messages readRequest(DialectId dialect, JsonValue body)
{
    switch (dialect) {
    case DialectId::OpenAiChat: return readChatRequest(body);
    case DialectId::OpenAiResponses: return readResponsesRequest(body);
    case DialectId::AnthropicMessages: return readAnthropicRequest(body);
    case DialectId::GeminiGenerate:
    case DialectId::BedrockConverse:
    case DialectId::CohereChat: return {};
    }
    return {};
}

Messages readAnswer(DialectId dialect, JsonValue body)
{
    switch (dialect) {
    case DialectId::OpenAiChat: return readChatAnswer(body);
    case DialectId::OpenAiResponses: return readResponsesAnswer(body);
    case DialectId::AnthropicMessages: return readAnthropicAnswer(body);
    case DialectId::GeminiGenerate:
    case DialectId::BedrockConverse:
    case DialectId::CohereChat: return {};
    }
    return {};
}

std::unique_ptr<StreamReader> makeStreamReader(DialectId dialect)
{
    switch (dialect) {
    case DialectId::OpenAiChat: return makeChatStreamReader();
    case DialectId::OpenAiResponses: return makeResponsesStreamReader();
    case DialectId::AnthropicMessages: return makeAnthropicStreamReader();
    case DialectId::GeminiGenerate:
    case DialectId::BedrockConverse:
    case DialectId::CohereChat: return makeChatStreamReader();
    }
    return makeChatStreamReader();
}

// What is not of the dialect is shown as it is.
Messages orRaw(Messages messages, std::string_view body, Role role, bool isAnswer)
{
    if (messages.empty() && !body.empty())
        messages.push_back({role, {textPart(PartKind::Other, std::string(body))}, isAnswer});
    return messages;
}

} // namespace

std::vector<ConversationMessage> readRequestConversation(DialectId dialect, std::string_view requestBody)
{
    return orRaw(readRequest(dialect, JsonValue::checked(requestBody)), requestBody, Role::User, false);
}

std::vector<ConversationMessage> readAnswerConversation(DialectId dialect, std::string_view responseBody)
{
    return orRaw(readAnswer(dialect, JsonValue::checked(responseBody)), responseBody, Role::Assistant, true);
}

class AnswerAssembler::Private {
public:
    explicit Private(DialectId dialect) : reader(makeStreamReader(dialect)) {}

    SseFrameSplitter splitter;
    std::unique_ptr<StreamReader> reader;
    std::vector<ConversationMessage> messages; // made anew when somebody looks after a change
    bool hasChanged = false;
};

AnswerAssembler::AnswerAssembler(DialectId dialect) : d(std::make_unique<Private>(dialect)) {}

AnswerAssembler::~AnswerAssembler() = default;

void AnswerAssembler::feed(std::string_view streamBytes)
{
    d->splitter.feed(streamBytes);
    while (const auto frame = d->splitter.next()) {
        const JsonValue data = JsonValue::checked(frame->data);
        if (!data.isObject())
            continue; // end marks, pings, and frames that the relay leaves out too
        d->reader->readFrame(frame->event, data);
        d->hasChanged = true;
    }
}

const std::vector<ConversationMessage> &AnswerAssembler::messages() const
{
    if (d->hasChanged) {
        d->messages = d->reader->messages();
        d->hasChanged = false;
    }
    return d->messages;
}

} // namespace gateway::translation
