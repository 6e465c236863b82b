// Messages -> input items of a request.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/exchange_state.h"

#include <deque>
#include <map>
#include <set>
#include <string>

namespace gateway::translation::openai_responses {

class ItemEncoder {
public:
    ItemEncoder(const ChatRequest &request, ExchangeState &state, ConversionReport &report);

    // Items of the messages from `first` on.
    Json encode(std::size_t first);

private:
    void addMessage(const Message &message);
    void addAssistant(const Message &message);
    void addContent(const Part &part, const std::string &pointer);
    void addReasoning(const Part &part, const std::string &pointer);
    void addCall(const Part &part, const ToolCallPart &call, const std::string &pointer);
    void addResult(const Part &part, const ToolResultPart &result, const std::string &pointer);
    void addOrphan(const ToolResultPart &result, const std::string &pointer); // a result whose call is not there
    void closeMessage(); // puts the open message of the assistant to the items
    void dropLastReasoning();
    void noteWhatIsLeftOut(const Part &part, const std::string &pointer);

    std::string callIdFor(const ToolCallPart &call);
    std::string callIdFor(const ToolResultPart &result);
    std::string makeHistoryId();

    const ChatRequest &m_request;
    ExchangeState &m_state;
    ConversionReport &m_report;
    bool m_isOwn; // the client speaks this dialect too
    Json m_items = Json::array();
    Json m_openMessage; // of the assistant; null when there is none
    std::set<std::string> m_usedIds;
    std::map<std::string, std::string> m_shortIds;              // the client's id, too long for OpenAI -> ours
    std::deque<std::pair<std::string, std::string>> m_nameless; // calls without id that wait for results: tool, our id
    std::size_t m_nextId = 0;
    bool m_hasNotedReasoning = false;
};

// Where the client wrote a part: "/messages/3/content/0", "/contents/3/parts/0", ...
std::string pointerOfPart(const ChatRequest &request, std::size_t message, std::size_t part);

} // namespace gateway::translation::openai_responses
