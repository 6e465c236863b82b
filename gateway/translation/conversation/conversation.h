// A request and its answer as people read them: messages of parts, from the bytes of any dialect.
#pragma once

#include "gateway/translation/dialects/dialect_id.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

enum class Speaker { System, User, Assistant, Tool };
enum class PartKind { Text, Reasoning, ToolCall, ToolResult, Image, File, Audio, Refusal, Other };

struct ConversationPart {
    PartKind kind = PartKind::Text;
    std::string text; // text; arguments of a call (raw JSON text); content of a result; JSON of unknown parts
    std::string name; // tool name, file name, media type
    std::string callId;
    std::int64_t bytes = 0; // size of media whose bytes are not kept here
    bool operator==(const ConversationPart &) const = default;
};

struct ConversationMessage {
    Speaker role = Speaker::User;
    std::vector<ConversationPart> parts;
    bool isAnswer = false;
    bool operator==(const ConversationMessage &) const = default;
};

// Never fails: what it cannot read becomes a part of kind Other with the raw text.
std::vector<ConversationMessage> readRequestConversation(DialectId dialect, std::string_view requestBody);
std::vector<ConversationMessage> readAnswerConversation(DialectId dialect, std::string_view responseBody);

// Assembles an answer while its event stream arrives, in any cut.
class AnswerAssembler {
public:
    explicit AnswerAssembler(DialectId dialect);
    ~AnswerAssembler();
    void feed(std::string_view streamBytes);
    const std::vector<ConversationMessage> &messages() const; // text, reasoning, tool calls with partial arguments

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gateway::translation
