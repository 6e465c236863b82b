// Configurations, troubles and requests by chance: much that may decide where a request goes.
#pragma once

#include "gateway/config/config_snapshot.h"
#include "gateway/routing/model_catalog.h"
#include "gateway/routing/target_health.h"
#include "gateway/routing/target_pace.h"
#include "tests/core/core_fixtures.h"

#include <random>
#include <string>
#include <vector>

namespace tests {

class GeneratedRoutes {
public:
    explicit GeneratedRoutes(std::uint32_t seed) : m_random(seed) {}

    gateway::config::ConfigSnapshotPointer snapshot()
    {
        std::vector<gateway::config::ProviderDefinition> providers;
        for (const char *id : {"anthropic", "custom", "groq", "openai"}) {
            if (chance(0.8))
                providers.push_back(provider(id));
        }
        auto made = std::make_shared<gateway::config::ConfigSnapshot>(*makeSnapshot(std::move(providers)));
        std::vector<gateway::config::RoutingRule> rules;
        for (int index = below(5); index > 0; --index)
            rules.push_back(rule(index));
        made->resilience.isBalanced = chance(0.3);
        made->routingRules = std::make_shared<const std::vector<gateway::config::RoutingRule>>(std::move(rules));
        return made;
    }

    void fillCatalog(gateway::routing::ModelCatalog &catalog)
    {
        for (const char *id : {"anthropic", "custom", "groq", "openai"}) {
            std::vector<std::string> models;
            for (const char *model : {"alpha", "beta", "claude-x"}) {
                if (chance(0.4))
                    models.emplace_back(model);
            }
            catalog.setModels(id, models);
        }
    }

    void trouble(gateway::routing::TargetHealth &health, const gateway::config::ConfigSnapshot &snapshot)
    {
        for (const auto &provider : snapshot.providers) {
            for (const auto &key : provider.keys) {
                for (const char *model : {"alpha", "beta", "claude-x", "fast"}) {
                    const gateway::routing::TargetName name{provider.id.value, model, key.id.value};
                    if (chance(0.15))
                        health.hold(name, true);
                    for (int failures = chance(0.3) ? below(7) : 0; failures > 0; --failures)
                        health.reportFailure(name, gateway::routing::FailureClass::Unreachable, "It is down.");
                }
                if (chance(0.2)) // longer than is waited for
                    health.coolKey(key.id.value, std::chrono::seconds(20));
            }
        }
    }

    void fillPace(gateway::routing::TargetPace &pace, const gateway::config::ConfigSnapshot &snapshot)
    {
        for (const auto &provider : snapshot.providers) {
            for (const char *model : {"alpha", "beta", "claude-x", "fast"}) {
                if (chance(0.5))
                    pace.noteAnswer(provider.id.value, model, std::chrono::milliseconds(1 + below(5'000)),
                                    1.0 + below(200));
            }
            for (const auto &key : provider.keys) {
                if (chance(0.4))
                    pace.noteHeadroom(key.id.value, below(100) / 100.0);
            }
        }
    }

    std::string path()
    {
        return pick({"/v1/chat/completions", "/openai/v1/chat/completions", "/anthropic/v1/messages"});
    }

    std::string body()
    {
        std::string text = "{\"model\":\"" + modelName() + "\",\"max_tokens\":9,";
        text += "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";
        if (chance(0.3))
            text += ",\"stream\":true";
        if (chance(0.4)) {
            text += ",\"fallbacks\":[\"" + modelName() + "\"";
            text += chance(0.5) ? ",\"" + modelName() + "\"]" : std::string("]");
        }
        return text + "}";
    }

    gateway::HeaderList headers()
    {
        gateway::HeaderList list;
        if (chance(0.3))
            list.add("X-Team", pick({"search", "maps"}));
        if (chance(0.1))
            list.add("x-bf-api-key", pick({"openai-0", "groq-1", "nobody"}));
        if (chance(0.3))
            list.add("x-bf-session-id", pick({"one", "two"}));
        return list;
    }

    std::uint32_t number() { return static_cast<std::uint32_t>(m_random()); }

private:
    bool chance(double share) { return std::uniform_real_distribution<double>(0, 1)(m_random) < share; }
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    std::string pick(const std::vector<std::string> &texts)
    {
        return texts[static_cast<std::size_t>(below(static_cast<int>(texts.size())))];
    }
    std::string providerName() { return pick({"anthropic", "custom", "groq", "openai", "gone"}); }
    std::string bareModel() { return pick({"alpha", "beta", "claude-x", "fast", "meta/llama"}); }
    std::string modelName() { return chance(0.5) ? bareModel() : providerName() + "/" + bareModel(); }

    gateway::config::ProviderDefinition provider(const std::string &id)
    {
        using gateway::translation::DialectFamily;
        std::vector<gateway::config::ProviderKey> keys;
        for (int index = below(4); index > 0; --index) {
            auto key = makeKey(id + "-" + std::to_string(index - 1), chance(0.9) ? "value" : "");
            key.models = chance(0.6) ? std::vector<std::string>{"*"} : std::vector<std::string>{bareModel()};
            if (chance(0.2))
                key.blacklistedModels = {bareModel()};
            key.weight = chance(0.2) ? 0 : below(10) / 3.0;
            key.isEnabled = chance(0.9);
            keys.push_back(std::move(key));
        }
        auto made = chance(0.1) ? makeKeylessProvider(id)
                                : makeProvider(id, id == "anthropic" ? DialectFamily::Anthropic : DialectFamily::OpenAi,
                                               std::move(keys));
        made.isEnabled = chance(0.9);
        made.network.maxRetries = below(3);
        return made;
    }

    gateway::config::RoutingRule rule(int index)
    {
        gateway::config::RoutingRule made;
        made.id = {"rule-" + std::to_string(index)};
        made.name = "rule " + std::to_string(index);
        made.isEnabled = chance(0.9);
        made.expression =
            pick({"", "model == 'fast'", "model.startsWith('a')", "headers['x-team'] == 'search'",
                  "provider == 'openai'", "1 / size(model) > 5", "wrong(", "request_type.contains('stream')",
                  "virtual_key_id == ''", "model == 'beta' || model == 'alpha'"});
        made.priority = below(4);
        made.continuesChain = chance(0.2);
        if (chance(0.3))
            made.care.isBalanced = chance(0.5);
        if (chance(0.1)) {
            made.scope = gateway::config::RuleScope::Team;
            made.scopeId = "team";
        }
        for (int targets = 1 + below(3); targets > 0; --targets)
            made.targets.push_back({chance(0.7) ? providerName() : "",
                                    chance(0.7) ? bareModel() : "",
                                    chance(0.1) ? "id-of-openai-0" : "",
                                    (1 + below(9)) / 10.0,
                                    {}});
        for (int fallbacks = below(3); fallbacks > 0; --fallbacks)
            made.fallbacks.push_back({chance(0.7) ? providerName() : "", chance(0.7) ? bareModel() : "beta",
                                      chance(0.2) ? "id-of-groq-0" : ""});
        return made;
    }

    std::mt19937 m_random;
};

} // namespace tests
