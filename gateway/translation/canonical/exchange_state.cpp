#include "gateway/translation/canonical/exchange_state.h"

#include <algorithm>

namespace gateway::translation {

namespace {

bool isLetterOrDigit(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
           || (character >= '0' && character <= '9');
}

// Names begin with a letter or an underscore (Gemini); other characters that do not fit become underscores.
std::string fitted(std::string_view name, std::size_t longest, std::string_view allowedPunctuation)
{
    std::string result;
    for (const char character : name.substr(0, longest)) {
        const bool fits = isLetterOrDigit(character) || allowedPunctuation.find(character) != std::string_view::npos;
        result += fits ? character : '_';
    }
    if (result.empty() || (!isLetterOrDigit(result.front()) && result.front() != '_'))
        result = '_' + result;
    result.resize(std::min(result.size(), longest));
    return result;
}

} // namespace

ExchangeState::ExchangeState(const ChatRequest &request, DialectId provider, std::string attemptId)
    : m_request(request), m_provider(provider), m_attemptId(std::move(attemptId))
{
}

std::string ExchangeState::providerToolName(std::string_view clientName, std::size_t longest,
                                            std::string_view allowedPunctuation)
{
    if (const auto known = m_providerNames.find(clientName); known != m_providerNames.end())
        return known->second;
    std::string name = fitted(clientName, longest, allowedPunctuation);
    for (int number = 2; m_clientNames.contains(name); ++number) {
        const std::string suffix = '_' + std::to_string(number);
        name.resize(std::min(name.size(), longest - suffix.size()));
        name += suffix;
    }
    m_providerNames.emplace(clientName, name);
    m_clientNames.emplace(name, clientName);
    return name;
}

std::string ExchangeState::clientToolName(std::string_view providerName) const
{
    const auto known = m_clientNames.find(providerName);
    return known == m_clientNames.end() ? std::string(providerName) : known->second;
}

const Tool *ExchangeState::findTool(std::string_view clientName) const
{
    for (const Tool &tool : m_request.tools) {
        if (tool.kind != Tool::Kind::BuiltIn && tool.name == clientName)
            return &tool;
    }
    return nullptr;
}

std::string ExchangeState::makeCallId()
{
    return makeId("call_");
}

std::string ExchangeState::makeId(std::string_view prefix)
{
    std::string id(prefix);
    id += m_attemptId;
    id += 'n';
    id += std::to_string(++m_nextId);
    return id;
}

} // namespace gateway::translation
