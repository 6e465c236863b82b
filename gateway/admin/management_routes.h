// Every route of the management API: what is not in this table is not served.
#pragma once

#include <QStringList>

#include <span>
#include <string_view>

namespace gateway::admin {

struct ManagementRoute {
    std::string_view path;    // "{…}" stands for any segment
    std::string_view methods; // as in the header Allow: "GET, HEAD, POST"
};

std::span<const ManagementRoute> managementRoutes();

// The methods that are served at the path; empty: there is no such route.
std::string_view methodsAt(const QStringList &segments);
bool isAmong(std::string_view methods, std::string_view method);

} // namespace gateway::admin
