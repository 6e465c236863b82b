// Tools and the choice among them -> `toolConfig`.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/dialects/bedrock_converse/model_traits.h"
#include "gateway/translation/json/json_document.h"

#include <string>
#include <vector>

namespace gateway::translation::bedrock {

// The name that a tool has at the provider: `<namespace>__<name>` where the bare name is not unique.
std::string providerNameOf(std::string_view name, std::string_view toolNamespace, ExchangeState &state);

class ToolEncoder {
public:
    ToolEncoder(const ChatRequest &request, const ModelTraits &traits, ExchangeState &state, ConversionReport &report);

    // Null when no tool is offered. AWS then refuses calls and results in the history: they are to be told as text.
    Json config() const;
    bool offersTools() const { return m_hasTools; }
    bool isForced() const; // the model must call something, which rules Claude's thinking out

    // Adds the tool whose arguments are the answer, and demands a call.
    void forceOutput(const OutputFormat &format);

private:
    void add(const Tool &tool, const std::string &pointer);
    void addFunction(const Tool &tool, const std::string &pointer);
    void addMarker(const Tool &tool, const std::string &pointer);
    Json schemaOf(const Tool &tool, const std::string &pointer) const;
    void resolveChoice();
    void limitChoice();

    const ChatRequest &m_request;
    const ModelTraits &m_traits;
    ExchangeState &m_state;
    ConversionReport &m_report;
    const bool m_isOwnClient;
    Json m_tools = Json::array();
    bool m_hasTools = false;
    std::vector<std::string> m_names; // at the provider
    std::string m_choice;             // "auto", "any", "tool" or empty
    std::string m_chosenName;         // with "tool"
};

} // namespace gateway::translation::bedrock
