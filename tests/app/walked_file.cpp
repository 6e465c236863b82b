#include "tests/app/walked_file.h"

#include <string>

namespace tests {

using gateway::admin::Json;

namespace {

Json providerOf(int upstreamPort, int retries)
{
    const Json key{{"name", "mine-key"},
                   {"value", std::string("env.") + providerKeyVariable},
                   {"models", Json::array({"*"})},
                   {"weight", 1}};
    return {{"keys", Json::array({key})},
            {"network_config",
             {{"base_url", "http://127.0.0.1:" + std::to_string(upstreamPort)}, {"max_retries", retries}}},
            {"proxy_config", {{"type", "none"}}},
            {"custom_provider_config", {{"base_provider_type", "openai"}}}};
}

Json virtualKeyOf(const KeyInFile &key)
{
    const Json provider{
        {"provider", "mine"}, {"weight", 1}, {"allowed_models", Json::array({"*"})}, {"key_ids", Json::array({"*"})}};
    return {{"id", "filed"},
            {"name", "filed"},
            {"value", valueInFile},
            {"description", key.description.toStdString()},
            {"is_active", key.isActive},
            {"provider_configs", Json::array({provider})}};
}

Json budgetOf(const KeyInFile &key)
{
    return {{"id", "filed-budget"},
            {"virtual_key_id", "filed"},
            {"max_limit", static_cast<double>(key.most) / 1e9},
            {"reset_duration", "1Y"}};
}

Json overrideOf(int price)
{
    return {{"id", "price"},
            {"name", "price"},
            {"scope_kind", "global"},
            {"match_type", "wildcard"},
            {"pattern", "*"},
            {"request_types", Json::array()},
            {"pricing_patch", gateway::admin::toText(patchOfPrice(price))}};
}

Json ruleOf(const QString &model)
{
    const Json target{{"provider", "mine"}, {"model", model.toStdString()}, {"weight", 1}};
    return {{"id", "route"},
            {"name", "route"},
            {"cel_expression", "model == \"fast\""},
            {"targets", Json::array({target})}};
}

} // namespace

Json patchOfPrice(int price)
{
    return {{"input_cost_per_token", price / 1000.0}, {"output_cost_per_token", price / 1000.0}};
}

QByteArray WalkedFile::text(int upstreamPort) const
{
    Json root{{"version", 2}, {"governance", Json::object()}};
    Json &governance = root["governance"];
    if (key) {
        governance["virtual_keys"] = Json::array({virtualKeyOf(*key)});
        governance["budgets"] = Json::array({budgetOf(*key)});
    }
    if (price)
        governance["pricing_overrides"] = Json::array({overrideOf(*price)});
    if (model)
        governance["routing_rules"] = Json::array({ruleOf(*model)});
    if (retries)
        root["providers"]["mine"] = providerOf(upstreamPort, *retries);
    const QByteArray text = QByteArray::fromStdString(gateway::admin::toText(root));
    return isBroken ? text.chopped(3) : text;
}

} // namespace tests
