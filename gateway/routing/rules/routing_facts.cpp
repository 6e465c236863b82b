#include "gateway/routing/rules/routing_facts.h"

#include <algorithm>

namespace gateway::routing {

using cel::CelType;
using cel::CelValue;

namespace {

// In the order of the declarations.
enum class Variable : std::size_t {
    Model,
    Provider,
    RequestType,
    Headers,
    Params,
    VirtualKeyId,
    VirtualKeyName,
    TeamId,
    TeamName,
    CustomerId,
    CustomerName,
    BudgetUsed,
    TokensUsed,
    Request,
    ComplexityTier,
};

} // namespace

const cel::CelDeclarations &ruleDeclarations()
{
    static const CelType namedTexts = CelType::map(CelType::text(), CelType::text());
    static const cel::CelDeclarations declarations{
        {"model", CelType::text()},
        {"provider", CelType::text()},
        {"request_type", CelType::text()},
        {"headers", namedTexts},
        {"params", namedTexts},
        {"virtual_key_id", CelType::text()},
        {"virtual_key_name", CelType::text()},
        {"team_id", CelType::text()},
        {"team_name", CelType::text()},
        {"customer_id", CelType::text()},
        {"customer_name", CelType::text()},
        {"budget_used", CelType::real()},
        {"tokens_used", CelType::real()},
        {"request", CelType::real()},
        {"complexity_tier", CelType::text()},
    };
    return declarations;
}

const std::vector<const HeaderField *> &NamedValuesMap::distinct() const
{
    if (m_distinct)
        return *m_distinct;
    m_distinct.emplace();
    if (!m_values)
        return *m_distinct;
    for (const HeaderField &field : *m_values) {
        const bool isKnown = std::any_of(m_distinct->begin(), m_distinct->end(), [&field](const HeaderField *known) {
            return equalsIgnoringCase(known->name, field.name);
        });
        if (!isKnown)
            m_distinct->push_back(&field);
    }
    return *m_distinct;
}

std::size_t NamedValuesMap::size() const
{
    return distinct().size();
}

CelValue NamedValuesMap::keyAt(std::size_t index) const
{
    return CelValue::ownedText(toLowerAscii(distinct()[index]->name));
}

CelValue NamedValuesMap::valueAt(std::size_t index) const
{
    return CelValue::borrowedText(distinct()[index]->value);
}

std::optional<CelValue> NamedValuesMap::find(const CelValue &key) const
{
    if (!m_values || !key.isText())
        return std::nullopt;
    const auto value = m_values->find(key.text());
    return value ? std::optional(CelValue::borrowedText(*value)) : std::nullopt;
}

RuleVariables::RuleVariables(const RoutingFacts &facts)
    : m_facts(facts), m_provider(facts.provider), m_model(facts.model), m_headers(facts.headers), m_params(facts.params)
{
}

void RuleVariables::setTarget(std::string_view provider, std::string_view model)
{
    m_provider = provider;
    m_model = model;
    m_usage.reset();
}

const UsagePercentages &RuleVariables::usage() const
{
    if (!m_usage)
        m_usage = m_facts.usage ? m_facts.usage(m_provider, m_model) : UsagePercentages{};
    return *m_usage;
}

CelValue RuleVariables::value(std::size_t index) const
{
    switch (static_cast<Variable>(index)) {
    case Variable::Model: return CelValue::borrowedText(m_model);
    case Variable::Provider: return CelValue::borrowedText(m_provider);
    case Variable::RequestType: return CelValue::borrowedText(m_facts.requestType);
    case Variable::Headers: return CelValue::borrowedMap(m_headers);
    case Variable::Params: return CelValue::borrowedMap(m_params);
    case Variable::VirtualKeyId: return CelValue::borrowedText(m_facts.virtualKeyId);
    case Variable::VirtualKeyName: return CelValue::borrowedText(m_facts.virtualKeyName);
    case Variable::TeamId: return CelValue::borrowedText(m_facts.teamId);
    case Variable::TeamName: return CelValue::borrowedText(m_facts.teamName);
    case Variable::CustomerId: return CelValue::borrowedText(m_facts.customerId);
    case Variable::CustomerName: return CelValue::borrowedText(m_facts.customerName);
    case Variable::BudgetUsed: return CelValue::real(usage().budget);
    case Variable::TokensUsed: return CelValue::real(usage().tokens);
    case Variable::Request: return CelValue::real(usage().requests);
    case Variable::ComplexityTier:
        return m_facts.complexityTier ? CelValue::borrowedText(*m_facts.complexityTier)
                                      : CelValue::unknown("The complexity of this request is not known.");
    }
    return {};
}

} // namespace gateway::routing
