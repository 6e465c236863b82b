// Finds where two prompts part, in the order in which providers read and cache them.
#pragma once

#include "gateway/translation/conversation/conversation.h"
#include "gateway/translation/dialects/dialect_id.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

enum class PromptPlace { Tool, System, Message };

// One part of a prompt: a tool, a block of system text, a part of a message.
struct PromptPart {
    PromptPlace place = PromptPlace::Message;
    int number = 0; // of the tool, block or message, from 1; of a message as the client counts them
    Speaker role = Speaker::User;
    PartKind kind = PartKind::Text;
    std::string name; // of the tool, where there is one
    std::string text; // JSON without space between its tokens, and without marks for the cache, which may move
    bool operator==(const PromptPart &) const = default;
};

// Tools, then system text, then messages: caches of prompts go by prefixes in this order
// (platform.claude.com/docs/en/build-with-claude/prompt-caching, "How prompt caching works";
// platform.openai.com/docs/guides/prompt-caching). Nothing for a body that cannot be read.
std::vector<PromptPart> promptParts(DialectId dialect, std::string_view requestBody);

struct PromptBreak {
    std::size_t part = 0;       // index of the first part that differs; behind the last one: all of them are equal
    std::size_t equalBytes = 0; // at the beginning of that part, up to a whole character
};

// The first difference between two prompts. When one is the beginning of the other, that is the end of the shorter one.
PromptBreak findBreak(const std::vector<PromptPart> &earlier, const std::vector<PromptPart> &later);

// Tokens of the parts from `first` to before `end`, by estimateTokens(); media count as a usual picture does.
std::int64_t estimatePartTokens(const std::vector<PromptPart> &parts, std::size_t first, std::size_t end);

// Names of top-level members beside the prompt that differ, in the order of the later body; those that say nothing
// about the answer (stream, metadata, user, ...) are passed over.
std::vector<std::string> differentSettings(DialectId dialect, std::string_view earlierBody, std::string_view laterBody);

} // namespace gateway::translation
