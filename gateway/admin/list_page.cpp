#include "gateway/admin/list_page.h"

#include "gateway/admin/text_conversion.h"

#include <algorithm>

namespace gateway::admin {

namespace {

constexpr int defaultPageSize = 25;
constexpr int largestPageSize = 100;

} // namespace

ListPage pageOf(const QUrlQuery &query, qsizetype total)
{
    if (!query.hasQueryItem(QStringLiteral("limit")) && !query.hasQueryItem(QStringLiteral("offset")))
        return {total, 0};
    const auto number = [&query](const char *name, int otherwise) {
        bool isNumber = false;
        const int value = query.queryItemValue(QLatin1String(name)).toInt(&isNumber);
        return isNumber ? std::max(value, 0) : otherwise;
    };
    return {std::clamp(number("limit", defaultPageSize), 1, largestPageSize),
            std::min<qsizetype>(number("offset", 0), total)};
}

Json writePage(const char *name, Json entries, qsizetype total, const ListPage &page)
{
    Json json = Json::object();
    const auto count = entries.size();
    json[name] = std::move(entries);
    json["count"] = count;
    json["total_count"] = total;
    json["limit"] = page.limit;
    json["offset"] = page.offset;
    return json;
}

Json writeWhole(const char *name, Json entries)
{
    const auto total = static_cast<qsizetype>(entries.size());
    return writePage(name, std::move(entries), total, {total, 0});
}

Json writeSearchedPage(const char *name, const Json &all, const char *member, const QUrlQuery &query)
{
    const QString search = query.queryItemValue(QStringLiteral("search"), QUrl::FullyDecoded);
    std::vector<const Json *> found;
    for (const Json &entry : all) {
        if (text(entry.value(member, std::string())).contains(search, Qt::CaseInsensitive))
            found.push_back(&entry);
    }
    const auto total = static_cast<qsizetype>(found.size());
    const ListPage page = pageOf(query, total);
    Json entries = Json::array();
    for (qsizetype index = page.offset; index < std::min(total, page.offset + page.limit); ++index)
        entries.push_back(*found[static_cast<std::size_t>(index)]);
    return writePage(name, std::move(entries), total, page);
}

} // namespace gateway::admin
