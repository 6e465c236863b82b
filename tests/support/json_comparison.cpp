#include "tests/support/json_comparison.h"

#include <QByteArray>

namespace nlohmann {

namespace {

constexpr auto anyBytes = json::error_handler_t::replace; // also what is no UTF-8

} // namespace

char *toString(const json &document)
{
    return qstrdup(document.dump(-1, ' ', false, anyBytes).c_str());
}

char *toString(const ordered_json &document)
{
    return qstrdup(document.dump(-1, ' ', false, anyBytes).c_str());
}

} // namespace nlohmann
