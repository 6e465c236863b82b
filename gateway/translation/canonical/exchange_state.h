// What the request side of one attempt tells its response side. One per attempt; no globals.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/conversion_report.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace gateway::translation {

class ExchangeState {
public:
    // Both stay alive while the exchange does. `attemptId` is unique in the process, of letters and digits: made ids
    // begin with it.
    ExchangeState(const ChatRequest &request, DialectId provider, std::string attemptId);

    const ChatRequest &request() const { return m_request; }
    DialectId clientDialect() const { return m_request.dialect; }
    DialectId providerDialect() const { return m_provider; }

    // Gives a tool a name that fits the provider's characters and length; the same tool keeps the same one, and two tools
    // never share one. clientToolName() takes it back; unknown names are returned as they are.
    std::string providerToolName(std::string_view clientName, std::size_t longest, std::string_view allowedPunctuation);
    std::string clientToolName(std::string_view providerName) const;

    // The tool that a called name means, or null: tells namespace and kind (Function or Custom).
    const Tool *findTool(std::string_view clientName) const;

    // An id for a tool call that came without one: "call_<attempt><n>".
    std::string makeCallId();
    // An id in the dialect's form: makeId("msg_").
    std::string makeId(std::string_view prefix);

    // Structured output that the provider makes by a forced call of this tool: its arguments are the text of the answer.
    std::string outputTool; // empty when not used

    // How long the client has waited so far, for dialects that tell it (Bedrock's metrics); empty where nobody measures.
    std::function<std::chrono::milliseconds()> elapsed;

    // Notes made while the answer is read ("answer/...").
    ConversionReport answerReport;

private:
    const ChatRequest &m_request;
    DialectId m_provider;
    std::string m_attemptId;
    std::uint64_t m_nextId = 0;
    std::map<std::string, std::string, std::less<>> m_providerNames; // client's -> provider's
    std::map<std::string, std::string, std::less<>> m_clientNames;   // provider's -> client's
};

} // namespace gateway::translation
