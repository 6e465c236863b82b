// The three dialects' readers behind conversation.h, and what they share.
#pragma once

#include "gateway/translation/conversation/conversation.h"
#include "gateway/translation/json/json_value.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation::conversation_detail {

using Messages = std::vector<ConversationMessage>;
using Parts = std::vector<ConversationPart>;

// Collects an answer from the frames of one stream.
class StreamReader {
public:
    virtual ~StreamReader() = default;
    virtual void readFrame(std::string_view event, JsonValue data) = 0;
    virtual Messages messages() const = 0; // as far as it has come
};

// All of these give nothing for a body that is not of their dialect.
Messages readChatRequest(JsonValue body);
Messages readChatAnswer(JsonValue body);
std::unique_ptr<StreamReader> makeChatStreamReader();

Messages readResponsesRequest(JsonValue body);
Messages readResponsesAnswer(JsonValue body);
std::unique_ptr<StreamReader> makeResponsesStreamReader();

Messages readAnthropicRequest(JsonValue body);
Messages readAnthropicAnswer(JsonValue body);
std::unique_ptr<StreamReader> makeAnthropicStreamReader();

// Every other dialect, by its codecs; null when it has none.
Messages readHubRequest(DialectId dialect, std::string_view body);
Messages readHubAnswer(DialectId dialect, std::string_view body);
std::unique_ptr<StreamReader> makeHubStreamReader(DialectId dialect);

// Shared pieces.
ConversationPart textPart(PartKind kind, std::string text);
ConversationPart otherPart(JsonValue value);
void appendText(Parts &parts, PartKind kind, JsonValue text); // nothing for empty or absent text
Speaker roleFromName(JsonValue name);
std::int64_t base64Size(std::string_view encoded); // bytes when decoded

// `source` is a "data:" URL, whose media type and size are kept, or another URL, which is kept as text.
ConversationPart mediaPart(PartKind kind, std::string_view source);

// Content of a chat message or a Responses item: a string or an array of parts.
void appendOpenAiContent(Parts &parts, JsonValue content);

// A tool's result: its texts joined, media as parts behind it. `appendContent` reads the dialect's parts.
void appendToolResult(Parts &parts, JsonValue callId, JsonValue content,
                      void (*appendContent)(Parts &parts, JsonValue content));

} // namespace gateway::translation::conversation_detail
