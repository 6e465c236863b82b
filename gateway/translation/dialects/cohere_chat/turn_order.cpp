#include "gateway/translation/dialects/cohere_chat/turn_order.h"

#include "gateway/translation/canonical/instruction.h"

#include <algorithm>
#include <iterator>

namespace gateway::translation::cohere {

namespace {

void appendParts(Message &message, Message &&more)
{
    message.parts.insert(message.parts.end(), std::make_move_iterator(more.parts.begin()),
                         std::make_move_iterator(more.parts.end()));
}

std::vector<Turn> turnsOf(const ChatRequest &request)
{
    std::vector<Turn> turns;
    turns.reserve(request.messages.size());
    const std::string list = clientPointer(request, "messages") + '/';
    std::size_t position = 0;
    for (const Message &message : request.messages) {
        std::string pointer = message.isTopLevel ? clientPointer(request, "system") : list + std::to_string(position++);
        turns.push_back({message, std::move(pointer)});
    }
    return turns;
}

// "system turn must be the first in the list", says Cohere.
void sayLaterInstructionsAsUser(Turn &turn, EncodeContext &context)
{
    context.report.approximated(turn.pointer, "Cohere takes system text at the start only: it is said in a user turn.");
    turn.message.role = Role::User;
    std::string text = "<system>\n" + joinedText(turn.message.parts) + "\n</system>";
    std::vector<Part> others;
    for (Part &part : turn.message.parts) {
        if (!part.as<TextPart>())
            others.push_back(std::move(part));
    }
    turn.message.parts = std::move(others);
    turn.message.parts.insert(turn.message.parts.begin(), makeText(std::move(text)));
}

std::vector<Turn> joined(std::vector<Turn> turns, EncodeContext &context)
{
    std::vector<Turn> result;
    bool isLeading = true;
    for (Turn &turn : turns) {
        const bool isSystem = isInstruction(turn.message);
        isLeading = isLeading && isSystem;
        if (isSystem && !isLeading)
            sayLaterInstructionsAsUser(turn, context);
        const bool joinsAssistant =
            !result.empty() && turn.message.role == Role::Assistant && result.back().message.role == Role::Assistant;
        if (!result.empty() && (isLeading || joinsAssistant))
            appendParts(result.back().message, std::move(turn.message));
        else
            result.push_back(std::move(turn));
    }
    return result;
}

} // namespace

std::vector<Turn> arrangedTurns(EncodeContext &context)
{
    std::vector<Turn> turns = turnsOf(context.request);
    if (context.isSameDialect())
        return turns;
    return withSettledResults(joined(std::move(turns), context), context.report);
}

} // namespace gateway::translation::cohere
