#include "gateway/translation/transforms/prompt_cache_placement.h"

#include "gateway/translation/canonical/instruction.h"

#include <algorithm>
#include <string>

namespace gateway::translation {

namespace {

constexpr std::string_view anthropicsMember = "cache_control"; // what the hub cannot say of it stays an extension
constexpr std::size_t markedTurns = 2;

bool isMarked(const std::optional<CacheMarker> &marker, const Extensions &extensions)
{
    return marker || extensions.find(DialectId::AnthropicMessages, anthropicsMember) != nullptr;
}

bool isMarked(const Part &part)
{
    if (isMarked(part.cacheMarker, part.extensions))
        return true;
    const auto *result = part.as<ToolResultPart>();
    return result && std::any_of(result->content.begin(), result->content.end(), [](const Part &inner) {
               return isMarked(inner.cacheMarker, inner.extensions);
           });
}

bool isMarked(const ChatRequest &request)
{
    if (request.extensions.find(DialectId::AnthropicMessages, anthropicsMember) != nullptr) // "cache the last block"
        return true;
    return std::any_of(request.tools.begin(), request.tools.end(),
                       [](const Tool &tool) { return isMarked(tool.cacheMarker, tool.extensions); })
           || std::any_of(request.messages.begin(), request.messages.end(), [](const Message &message) {
                  return std::any_of(message.parts.begin(), message.parts.end(),
                                     [](const Part &part) { return isMarked(part); });
              });
}

bool isUsers(const Message &message)
{
    return message.role == Role::User || message.role == Role::Tool;
}

// Providers refuse a mark on an empty text; reasoning and other dialects' parts do not reach them.
bool canCarryMark(const Part &part)
{
    const auto *text = part.as<TextPart>();
    if (text)
        return text->text.find_first_not_of(" \t\r\n") != std::string::npos;
    return part.as<MediaPart>() || part.as<ToolResultPart>();
}

// On the last part of the messages [first, end) that can carry it.
bool markEnd(std::vector<Message> &messages, std::size_t first, std::size_t end, const CacheMarker &marker)
{
    for (std::size_t i = end; i > first; --i) {
        auto &parts = messages[i - 1].parts;
        const auto found = std::find_if(parts.rbegin(), parts.rend(), canCarryMark);
        if (found != parts.rend()) {
            found->cacheMarker = marker;
            return true;
        }
    }
    return false;
}

bool markTools(std::vector<Tool> &tools, const CacheMarker &marker)
{
    const auto found = std::find_if(tools.rbegin(), tools.rend(), [](const Tool &tool) {
        return tool.kind != Tool::Kind::BuiltIn && !tool.extensions.find(DialectId::AnthropicMessages, "defer_loading");
    });
    if (found == tools.rend())
        return false;
    found->cacheMarker = marker;
    return true;
}

std::size_t markTurns(std::vector<Message> &messages, std::size_t first, const CacheMarker &marker)
{
    std::size_t marked = 0;
    std::size_t end = messages.size();
    while (end > first && marked < markedTurns) {
        if (!isUsers(messages[end - 1])) {
            --end;
            continue;
        }
        std::size_t begin = end;
        while (begin > first && isUsers(messages[begin - 1]))
            --begin;
        marked += markEnd(messages, begin, end, marker) ? 1 : 0;
        end = begin;
    }
    return marked;
}

} // namespace

void placeCacheMarks(ChatRequest &request, const CacheMarker &marker, ConversionReport &report)
{
    if (isMarked(request))
        return;
    auto &messages = request.messages;
    const auto turns =
        static_cast<std::size_t>(std::find_if_not(messages.begin(), messages.end(), isInstruction) - messages.begin());
    std::size_t marked = markTools(request.tools, marker) ? 1 : 0;
    marked += markEnd(messages, 0, turns, marker) ? 1 : 0;
    marked += markTurns(messages, turns, marker);
    if (marked > 0)
        report.injected("/messages", std::to_string(marked) + " places are marked for the provider's prompt cache.");
}

} // namespace gateway::translation
