// Which part of a list a query asks for, and how Bifrost writes it (bifrost-api §5.6).
#pragma once

#include "gateway/admin/provider_json.h"

#include <QUrlQuery>

namespace gateway::admin {

struct ListPage {
    qsizetype limit = 0;
    qsizetype offset = 0;
};

// `limit` (25, at most 100) and `offset`; without either the whole list.
ListPage pageOf(const QUrlQuery &query, qsizetype total);

// {"teams": [...], "count": n, "total_count": n, "limit": n, "offset": n}; `entries` are those of the page.
Json writePage(const char *name, Json entries, qsizetype total, const ListPage &page);
Json writeWhole(const char *name, Json entries);

// The page of those of `all` whose text `member` contains `search`, in any case.
Json writeSearchedPage(const char *name, const Json &all, const char *member, const QUrlQuery &query);

} // namespace gateway::admin
