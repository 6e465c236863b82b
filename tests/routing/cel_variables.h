// The variables that tests/oracles/cel/main.go gives to the reference implementation.
#pragma once

#include "gateway/routing/cel/cel_program.h"

#include <map>

namespace cel_test {

using gateway::routing::cel::CelDeclaration;
using gateway::routing::cel::CelDeclarations;
using gateway::routing::cel::CelList;
using gateway::routing::cel::CelMap;
using gateway::routing::cel::CelType;
using gateway::routing::cel::CelValue;
using gateway::routing::cel::LiteralMap;

class FixedVariables final : public gateway::routing::cel::CelVariables {
public:
    void declare(const char *name, CelType type, CelValue value)
    {
        declarations.push_back({name, std::move(type)});
        m_values.push_back(std::move(value));
    }
    CelValue value(std::size_t index) const override { return m_values[index]; }

    CelDeclarations declarations;

private:
    std::vector<CelValue> m_values;
};

template <typename Value>
CelValue mapOf(const std::map<std::string, Value> &entries)
{
    auto map = std::make_shared<LiteralMap>();
    for (const auto &[key, value] : entries) {
        if constexpr (std::is_same_v<Value, bool>)
            map->insert(CelValue::ownedText(key), CelValue::boolean(value));
        else
            map->insert(CelValue::ownedText(key), CelValue::ownedText(value));
    }
    return CelValue::ownedMap(map);
}

inline FixedVariables oracleVariables()
{
    FixedVariables result;
    const auto text = [&result](const char *name, const char *value) {
        result.declare(name, CelType::text(), CelValue::ownedText(value));
    };
    text("model", "gpt-4o");
    text("provider", "openai");
    text("request_type", "chat_completion");
    text("virtual_key_id", "vk-1");
    text("virtual_key_name", "laptop");
    text("team_id", "team-1");
    text("team_name", "Platform");
    text("customer_id", "");
    text("customer_name", "");
    text("complexity_tier", "SIMPLE");
    result.declare("budget_used", CelType::real(), CelValue::real(79.5));
    result.declare("tokens_used", CelType::real(), CelValue::real(0));
    result.declare("request", CelType::real(), CelValue::real(120));
    const CelType textMap = CelType::map(CelType::text(), CelType::text());
    result.declare("headers", textMap,
                   mapOf<std::string>({{"x-team", "alpha"},
                                       {"user-agent", "claude-cli/2.0"},
                                       {"accept", "*/*"},
                                       {"x-gr\u00f6\u00dfe", "s\u00fc\u00df"}}));
    result.declare("params", textMap, mapOf<std::string>({{"tier", "gold"}, {"n", "3"}}));
    result.declare("any", CelType(), CelValue::integer(7));
    result.declare("any_list", CelType::list(CelType()),
                   CelValue::ownedList({CelValue::integer(1), CelValue::real(2.5), CelValue::ownedText("three"),
                                        CelValue::boolean(true), CelValue()}));
    result.declare("count", CelType::simple(CelType::Kind::Int), CelValue::integer(3));
    result.declare("flags", CelType::map(CelType::text(), CelType::simple(CelType::Kind::Bool)),
                   mapOf<bool>({{"on", true}, {"off", false}}));
    result.declare(
        "names", CelType::list(CelType::text()),
        CelValue::ownedList({CelValue::ownedText("ada"), CelValue::ownedText("grace"), CelValue::ownedText("edsger")}));
    return result;
}

} // namespace cel_test
