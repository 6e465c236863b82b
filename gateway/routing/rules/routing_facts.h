// What routing rules may know about a request, and how their expressions see it.
#pragma once

#include "gateway/base/header_list.h"
#include "gateway/routing/cel/cel_program.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::routing {

// In percent of what is allowed; more than 100 is possible, 0 when nothing is limited.
struct UsagePercentages {
    double budget = 0;
    double tokens = 0;
    double requests = 0;
};

// One of the targets of a draw.
struct DrawCandidate {
    std::string_view provider; // empty: still to be found
    std::string_view model;
    std::string_view keyId; // the only key that may be used; empty: any
};

// What speaks for one target of several, beside its weight.
struct Preference {
    double factor = 1; // multiplies the weight
    std::string why;   // a sentence for people; empty: nothing is known
};

// Borrows: everything must live while the rules are asked.
struct RoutingFacts {
    std::string_view model;       // as the client names it, without the provider
    std::string_view provider;    // empty when the client did not name one
    std::string_view requestType; // "chat_completion"
    const HeaderList *headers = nullptr;
    const HeaderList *params = nullptr; // of the query, decoded
    std::string_view virtualKeyId;      // empty without a virtual key; likewise below
    std::string_view virtualKeyName;
    std::string_view teamId;
    std::string_view teamName;
    std::string_view customerId;
    std::string_view customerName;
    std::string_view sessionProvider; // what served this session before is drawn again; empty: nothing did
    std::string_view sessionModel;
    std::optional<std::string_view> complexityTier; // "SIMPLE", "MEDIUM", "COMPLEX"; unset: not known
    // The highest use of what limits this provider and model. Asked only when an expression needs it, at most once for
    // each provider and model of a chain. Without it every percentage is 0.
    std::function<UsagePercentages(std::string_view provider, std::string_view model)> usage;
    // How the targets fare, one preference each. Asked only for draws that mind it; without it none does.
    std::function<std::vector<Preference>(std::span<const DrawCandidate>)> preferences;
    bool balancesByItself = false; // rules that say nothing about it mind how targets fare
};

// The names and types of the variables.
const cel::CelDeclarations &ruleDeclarations();

// Header fields or parameters as a map: names are found in any case and listed in lower case; of repeated ones the
// first counts.
class NamedValuesMap final : public cel::CelMap {
public:
    explicit NamedValuesMap(const HeaderList *values) : m_values(values) {}

    std::size_t size() const override;
    cel::CelValue keyAt(std::size_t index) const override;
    cel::CelValue valueAt(std::size_t index) const override;
    std::optional<cel::CelValue> find(const cel::CelValue &key) const override;

private:
    const std::vector<const HeaderField *> &distinct() const;

    const HeaderList *m_values;
    mutable std::optional<std::vector<const HeaderField *>> m_distinct; // made when the map is run through
};

// The facts as variables, with the provider and model that a chain of rules has come to. Lives on one stack.
class RuleVariables final : public cel::CelVariables {
public:
    explicit RuleVariables(const RoutingFacts &facts);

    void setTarget(std::string_view provider, std::string_view model);
    std::string_view provider() const { return m_provider; }
    std::string_view model() const { return m_model; }
    cel::CelValue value(std::size_t index) const override;

private:
    const UsagePercentages &usage() const;

    const RoutingFacts &m_facts;
    std::string_view m_provider;
    std::string_view m_model;
    NamedValuesMap m_headers;
    NamedValuesMap m_params;
    mutable std::optional<UsagePercentages> m_usage;
};

} // namespace gateway::routing
