// What a dialect says that the hub has no word for: kept for the dialect that said it, never given to another.
#pragma once

#include "gateway/translation/dialects/dialect_id.h"
#include "gateway/translation/json/json_document.h"

#include <vector>

namespace gateway::translation {

struct Extension {
    DialectId dialect = DialectId::OpenAiChat;
    Json members = Json::object(); // members that belong beside the ones that the hub knows
    bool operator==(const Extension &) const = default;
};

class Extensions {
public:
    void set(DialectId dialect, std::string_view name, Json value);
    void remove(std::string_view name);                               // in every dialect
    const Json *find(DialectId dialect) const;                        // an object, or null
    const Json *find(DialectId dialect, std::string_view name) const; // one member, or null
    bool isEmpty() const { return m_entries.empty(); }
    const std::vector<Extension> &entries() const { return m_entries; }
    bool operator==(const Extensions &) const = default;

private:
    std::vector<Extension> m_entries;
};

} // namespace gateway::translation
