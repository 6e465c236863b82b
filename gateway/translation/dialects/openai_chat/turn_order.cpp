#include "gateway/translation/dialects/openai_chat/turn_order.h"

#include "gateway/translation/canonical/instruction.h"

#include <algorithm>

namespace gateway::translation::openai_chat {

namespace {

std::string topLevelPointer(DialectId dialect)
{
    switch (dialect) {
    case DialectId::OpenAiResponses: return "/instructions";
    case DialectId::GeminiGenerate: return "/systemInstruction";
    default: return "/system";
    }
}

std::vector<Turn> turnsOf(const ChatRequest &request)
{
    std::vector<Turn> turns;
    turns.reserve(request.messages.size());
    const std::string list = clientPointer(request, "messages") + '/';
    std::size_t position = 0;
    for (const Message &message : request.messages) {
        std::string pointer = message.isTopLevel ? topLevelPointer(request.dialect) : list + std::to_string(position++);
        turns.push_back({message, std::move(pointer)});
    }
    return turns;
}

void appendParts(Message &message, Message &&more)
{
    message.parts.insert(message.parts.end(), std::make_move_iterator(more.parts.begin()),
                         std::make_move_iterator(more.parts.end()));
}

// `<system>` around the text of a turn, as later instructions are marked where there is no role for them.
void wrapAsUserTurn(Turn &turn, EncodeContext &context)
{
    context.report.approximated(turn.pointer,
                                "The server takes system text at the start only: it is said in a user turn.");
    turn.message.role = Role::User;
    turn.message.parts.insert(turn.message.parts.begin(), makeText("<system>\n"));
    turn.message.parts.push_back(makeText("\n</system>"));
    std::string text = joinedText(turn.message.parts);
    const bool isTextOnly = std::all_of(turn.message.parts.begin(), turn.message.parts.end(),
                                        [](const Part &part) { return part.as<TextPart>() != nullptr; });
    if (isTextOnly)
        turn.message.parts = {makeText(std::move(text))};
}

void foldInstructions(std::vector<Turn> &turns, EncodeContext &context)
{
    std::vector<Turn> folded;
    bool isLeading = true;
    for (Turn &turn : turns) {
        isLeading = isLeading && isInstruction(turn.message);
        if (isLeading && !folded.empty()) {
            appendParts(folded.front().message, std::move(turn.message));
            continue;
        }
        if (!isLeading && isInstruction(turn.message))
            wrapAsUserTurn(turn, context);
        folded.push_back(std::move(turn));
    }
    turns = std::move(folded);
}

void joinAssistants(std::vector<Turn> &turns)
{
    std::vector<Turn> joined;
    for (Turn &turn : turns) {
        const bool joins =
            !joined.empty() && turn.message.role == Role::Assistant && joined.back().message.role == Role::Assistant;
        if (joins)
            appendParts(joined.back().message, std::move(turn.message));
        else
            joined.push_back(std::move(turn));
    }
    turns = std::move(joined);
}

} // namespace

std::vector<Turn> arrangedTurns(EncodeContext &context)
{
    std::vector<Turn> turns = turnsOf(context.request);
    if (context.isSameDialect())
        return turns;
    if (!context.traits.knowsLateSystem)
        foldInstructions(turns, context);
    joinAssistants(turns);
    return withSettledResults(std::move(turns), context.report);
}

} // namespace gateway::translation::openai_chat
