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

// Puts results behind the turn whose calls they answer.
class ResultSettler {
public:
    explicit ResultSettler(EncodeContext &context) : m_context(context) {}

    std::vector<Turn> settle(std::vector<Turn> turns)
    {
        auto next = turns.begin();
        while (next != turns.end()) {
            if (next->message.role == Role::Assistant) {
                openCalls(*next);
                m_settled.push_back(std::move(*next++));
            }
            const auto end =
                std::find_if(next, turns.end(), [](const Turn &turn) { return turn.message.role == Role::Assistant; });
            settleRun(next, end);
            next = end;
        }
        return std::move(m_settled);
    }

private:
    struct OpenCall {
        std::string clientId;
        std::string id; // at Cohere: clients may repeat theirs, or have none
        std::string name;
    };
    using Turns = std::vector<Turn>::iterator;

    void openCalls(Turn &turn)
    {
        m_openCalls.clear();
        for (Part &part : turn.message.parts) {
            auto *call = part.as<ToolCallPart>();
            if (!call)
                continue;
            ++m_callCount;
            const std::string clientId = call->id;
            const bool isTaken = std::any_of(m_openCalls.begin(), m_openCalls.end(),
                                             [&](const OpenCall &open) { return open.id == clientId; });
            if (clientId.empty() || isTaken) // by position, so that the prompt stays the same for caches
                call->id = "call_history" + std::to_string(m_callCount);
            m_openCalls.push_back({clientId, call->id, call->name});
        }
    }

    void settleRun(Turns begin, Turns end)
    {
        const std::string pointer = m_settled.empty() ? std::string() : m_settled.back().pointer;
        std::vector<Turn> others;
        for (auto turn = begin; turn != end; ++turn) {
            if (turn->message.role == Role::Tool)
                takeResults(*turn, others);
            else
                others.push_back(std::move(*turn));
        }
        for (const OpenCall &call : m_openCalls)
            injectResult(call, pointer);
        m_openCalls.clear();
        m_settled.insert(m_settled.end(), std::make_move_iterator(others.begin()),
                         std::make_move_iterator(others.end()));
    }

    void takeResults(Turn &turn, std::vector<Turn> &others)
    {
        Turn results{{}, turn.pointer};
        results.message.role = Role::Tool;
        Turn orphans{{}, turn.pointer};
        for (Part &part : turn.message.parts) {
            auto *result = part.as<ToolResultPart>();
            const auto call = result ? findCall(*result) : m_openCalls.end();
            if (call != m_openCalls.end()) {
                result->callId = call->id;
                m_openCalls.erase(call);
                results.message.parts.push_back(std::move(part));
            } else if (result) {
                m_context.report.approximated(turn.pointer,
                                              "The tool call of this result is not there: it is said as text.");
                orphans.message.parts.push_back(makeText("Result of the tool " + result->toolName + ":"));
                for (Part &content : result->content)
                    orphans.message.parts.push_back(std::move(content));
            }
        }
        if (!results.message.parts.empty())
            m_settled.push_back(std::move(results));
        if (!orphans.message.parts.empty())
            others.push_back(std::move(orphans));
    }

    std::vector<OpenCall>::iterator findCall(const ToolResultPart &result)
    {
        return std::find_if(m_openCalls.begin(), m_openCalls.end(), [&](const OpenCall &call) {
            if (result.callId.empty())
                return result.toolName.empty() || call.name == result.toolName;
            return call.clientId == result.callId;
        });
    }

    void injectResult(const OpenCall &call, const std::string &pointer)
    {
        m_context.report.injected(pointer,
                                  "A call of the tool " + call.name + " has no result: an empty one was said.");
        ToolResultPart result;
        result.callId = call.id;
        result.toolName = call.name;
        result.content.push_back(makeText("(no result)"));
        Turn turn{{}, pointer};
        turn.message.role = Role::Tool;
        turn.message.parts.emplace_back().content = std::move(result);
        m_settled.push_back(std::move(turn));
    }

    EncodeContext &m_context;
    std::vector<Turn> m_settled;
    std::vector<OpenCall> m_openCalls;
    std::size_t m_callCount = 0;
};

} // namespace

std::vector<Turn> arrangedTurns(EncodeContext &context)
{
    std::vector<Turn> turns = turnsOf(context.request);
    if (context.isSameDialect())
        return turns;
    return ResultSettler(context).settle(joined(std::move(turns), context));
}

} // namespace gateway::translation::cohere
