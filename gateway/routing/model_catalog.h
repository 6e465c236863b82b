// Remembers which models each provider listed, so that a bare model name finds its provider, and a conversation that is
// too long for one model a larger one.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gateway::routing {

// Shared by all threads; each call takes a short lock.
class ModelCatalog {
public:
    using ContextLengths = std::map<std::string, std::int64_t, std::less<>>; // in tokens, by model

    struct Listing {
        std::set<std::string, std::less<>> models;
        ContextLengths contextLengths;
    };

    // `contextLengths`: of those that tell theirs. What was told before of a model that is still listed stays, for not
    // every way to ask for a list tells lengths.
    void setModels(const std::string &provider, const std::vector<std::string> &models,
                   ContextLengths contextLengths = {});
    void setListing(const std::string &provider, Listing listing);
    std::optional<Listing> removeProvider(const std::string &provider); // what it listed, if it ever did
    bool lists(std::string_view provider, std::string_view model) const;
    // What the provider listed last, maybe nothing; no value: nobody knows yet.
    std::optional<std::set<std::string, std::less<>>> models(const std::string &provider) const;
    std::optional<std::int64_t> contextLength(const std::string &provider, std::string_view model) const;

private:
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Listing> m_listings; // by provider
};

} // namespace gateway::routing
