// Tools and the choice among them, both ways.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/dialects/anthropic_messages/member_reading.h"
#include "gateway/translation/dialects/tool_names.h"

#include <string>
#include <vector>

namespace gateway::translation::anthropic {

// `tools` and `tool_choice` of a request.
std::optional<Error> decodeTools(const Json &body, ChatRequest &request);

// The name that a tool has at the provider: `<namespace>__<name>` where the bare name is not unique.
std::string providerNameOf(std::string_view name, std::string_view toolNamespace, ExchangeState &state);

class ToolEncoder {
public:
    // `isClaude`: not another server behind Anthropic's dialect.
    ToolEncoder(const ChatRequest &request, bool isClaude, ExchangeState &state, ConversionReport &report);

    Json tools() const { return m_tools; } // an array, possibly empty
    Json choice() const;                   // null when there is nothing to say
    bool isForced() const;                 // the model must call something, which rules thinking out

    // Adds the tool whose arguments are the answer, and demands a call.
    void forceOutput(const OutputFormat &format);

private:
    void add(const Tool &tool, const std::string &pointer);
    void addSearch(const Tool &tool, const std::string &pointer);
    void addFunction(const Tool &tool, const std::string &pointer);
    Json schemaOf(const Tool &tool, const std::string &pointer) const;
    void resolveChoice();
    bool isOffered(std::string_view clientName) const;

    const ChatRequest &m_request;
    const bool m_isClaude;
    ExchangeState &m_state;
    ConversionReport &m_report;
    Json m_tools = Json::array();
    std::vector<std::string> m_names; // at the provider
    std::string m_choice;             // "auto", "any", "tool", "none" or empty
    std::string m_chosenName;         // with "tool"
};

} // namespace gateway::translation::anthropic
