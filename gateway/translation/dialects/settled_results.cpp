#include "gateway/translation/dialects/settled_results.h"

#include <algorithm>
#include <utility>

namespace gateway::translation {

namespace {

// Goes from one assistant turn to the next.
class ResultSettler {
public:
    explicit ResultSettler(ConversionReport &report) : m_report(report) {}

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
        std::string id; // at the provider: clients may repeat theirs, or have none
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
        std::vector<Part> parts = std::exchange(turn.message.parts, {});
        Turn results = turn;
        Turn orphans = turn;
        orphans.message.role = Role::User;
        for (Part &part : parts) {
            auto *result = part.as<ToolResultPart>();
            const auto call = result ? findCall(*result) : m_openCalls.end();
            if (call != m_openCalls.end()) {
                result->callId = call->id;
                m_openCalls.erase(call);
                results.message.parts.push_back(std::move(part));
            } else if (result) {
                m_report.approximated(turn.pointer, "The tool call of this result is not there: it is said as text.");
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
        m_report.injected(pointer, "A call of the tool " + call.name + " has no result: an empty one was said.");
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

    ConversionReport &m_report;
    std::vector<Turn> m_settled;
    std::vector<OpenCall> m_openCalls;
    std::size_t m_callCount = 0;
};

} // namespace

std::vector<Turn> withSettledResults(std::vector<Turn> turns, ConversionReport &report)
{
    return ResultSettler(report).settle(std::move(turns));
}

} // namespace gateway::translation
