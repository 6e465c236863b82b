#include "gateway/translation/canonical/extensions.h"

#include <algorithm>

namespace gateway::translation {

void Extensions::set(DialectId dialect, std::string_view name, Json value)
{
    auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                              [dialect](const Extension &candidate) { return candidate.dialect == dialect; });
    if (entry == m_entries.end()) {
        m_entries.push_back({dialect, Json::object()});
        entry = m_entries.end() - 1;
    }
    entry->members[std::string(name)] = std::move(value);
}

void Extensions::remove(std::string_view name)
{
    for (Extension &extension : m_entries)
        extension.members.erase(std::string(name));
    std::erase_if(m_entries, [](const Extension &extension) { return extension.members.empty(); });
}

const Json *Extensions::find(DialectId dialect) const
{
    for (const Extension &entry : m_entries) {
        if (entry.dialect == dialect)
            return &entry.members;
    }
    return nullptr;
}

const Json *Extensions::find(DialectId dialect, std::string_view name) const
{
    const Json *members = find(dialect);
    if (!members)
        return nullptr;
    const auto member = members->find(name);
    return member == members->end() ? nullptr : &*member;
}

} // namespace gateway::translation
