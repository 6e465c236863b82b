// The prices in force: the list that comes with the program, and what a person set instead.
#pragma once

#include "gateway/config/price_table.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::config {

// Bifrost's PricingOverride (bifrost-api §5.6). The most specific scope wins, then an exact name before a pattern, then
// the longer pattern, then the one made last.
struct PriceOverride {
    enum class Scope { Global, Provider, ProviderKey, VirtualKey, VirtualKeyProvider, VirtualKeyProviderKey };

    std::string id; // a UUID
    std::string name;
    Scope scope = Scope::Global;
    std::string providerId;   // where the scope names one
    std::string keyId;        // of a provider's key
    std::string virtualKeyId; // id or name of a virtual key
    bool isPattern = false;   // `pattern` ends with *
    std::string pattern;
    std::vector<std::string> requestTypes; // "chat_completion"; empty: all
    TokenRates rates;                      // classes that are not set keep what the list says
    std::optional<PicoDollars> perSearch;
    std::int64_t createdAt = 0; // seconds since 1970
    std::int64_t updatedAt = 0;

    bool operator==(const PriceOverride &) const = default;
};

// Whose use is to be priced.
struct PriceQuestion {
    std::string_view provider; // the id in "provider/model"
    std::string_view preset;   // whose list it follows; empty: the list of `provider`
    std::string_view model;    // as sent upstream
    std::string_view keyId;
    std::string_view virtualKey;
    std::string_view requestType; // "chat_completion_stream"
    WallTime at{};
};

struct PriceAnswer {
    std::shared_ptr<const ModelPrice> price; // never null; a listed one lives in its table, which it keeps alive
    std::string source;                      // for people: "list of 2026-11-21", or the override's name
    bool isOverride = false;                 // a person's, at least in part
};

// Immutable; shared by pointer.
class PriceBook {
public:
    PriceBook() = default;
    PriceBook(std::shared_ptr<const PriceTable> list, std::vector<PriceOverride> overrides);

    // Nothing where neither the list nor an override knows the model.
    std::optional<PriceAnswer> find(const PriceQuestion &question) const;

    const std::shared_ptr<const PriceTable> &list() const { return m_list; } // may be null
    const std::vector<PriceOverride> &overrides() const { return m_overrides; }

private:
    const PriceOverride *findOverride(const PriceQuestion &question) const;

    std::shared_ptr<const PriceTable> m_list;
    std::vector<PriceOverride> m_overrides; // the winner first
};

using PriceBookPointer = std::shared_ptr<const PriceBook>;

std::string_view priceScopeName(PriceOverride::Scope scope); // "virtual_key_provider"
std::optional<PriceOverride::Scope> priceScopeFromName(std::string_view name);

} // namespace gateway::config
