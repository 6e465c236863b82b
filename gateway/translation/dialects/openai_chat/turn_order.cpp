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

// One assistant turn with calls, and what comes before the next assistant turn.
class ResultSettler {
public:
    explicit ResultSettler(EncodeContext &context) : m_context(context) {}

    std::vector<Turn> settle(std::vector<Turn> turns)
    {
        std::size_t begin = 0;
        while (begin < turns.size()) {
            if (turns[begin].message.role == Role::Assistant) {
                openCalls(turns[begin]);
                m_settled.push_back(std::move(turns[begin++]));
            }
            std::size_t end = begin;
            while (end < turns.size() && turns[end].message.role != Role::Assistant)
                ++end;
            settleRun(turns, begin, end);
            begin = end;
        }
        return std::move(m_settled);
    }

private:
    struct OpenCall {
        std::string clientId;
        std::string id; // at the server: clients may repeat theirs, or have none
        std::string name;
        ToolCallPart::Kind kind;
    };

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
            m_openCalls.push_back({clientId, call->id, call->name, call->kind});
        }
    }

    void settleRun(std::vector<Turn> &turns, std::size_t begin, std::size_t end)
    {
        const std::string pointer = m_settled.empty() ? std::string() : m_settled.back().pointer;
        std::vector<Turn> others;
        for (std::size_t i = begin; i < end; ++i) {
            if (turns[i].message.role == Role::Tool)
                takeResults(turns[i], others);
            else
                others.push_back(std::move(turns[i]));
        }
        for (const OpenCall &call : m_openCalls)
            injectResult(call, pointer);
        m_openCalls.clear();
        for (Turn &turn : others)
            m_settled.push_back(std::move(turn));
    }

    void takeResults(Turn &turn, std::vector<Turn> &others)
    {
        Turn results = turn;
        results.message.parts.clear();
        Turn orphans = results;
        orphans.message.role = Role::User;
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
            return result.callId.empty() ? result.toolName.empty() || call.name == result.toolName
                                         : call.clientId == result.callId;
        });
    }

    void injectResult(const OpenCall &call, const std::string &pointer)
    {
        m_context.report.injected(pointer,
                                  "A call of the tool " + call.name + " has no result: an empty one was said.");
        ToolResultPart result;
        result.callId = call.id;
        result.toolName = call.name;
        result.kind = call.kind;
        result.content.push_back(makeText("(no result)"));
        Part part;
        part.content = std::move(result);
        Turn turn;
        turn.message.role = Role::Tool;
        turn.message.parts.push_back(std::move(part));
        turn.pointer = pointer;
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
    if (!context.traits.knowsLateSystem)
        foldInstructions(turns, context);
    joinAssistants(turns);
    return ResultSettler(context).settle(std::move(turns));
}

} // namespace gateway::translation::openai_chat
