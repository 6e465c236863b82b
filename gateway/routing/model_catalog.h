// Remembers which models each provider listed, so that a bare model name finds its provider.
#pragma once

#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gateway::routing {

// Shared by all threads; each call takes a short lock.
class ModelCatalog {
public:
    void setModels(const std::string &provider, const std::vector<std::string> &models);
    std::vector<std::string> removeProvider(const std::string &provider); // what it listed
    bool lists(std::string_view provider, std::string_view model) const;

private:
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, std::set<std::string, std::less<>>> m_models;
};

} // namespace gateway::routing
