#include "gateway/translation/dialects/client_dialect.h"

#include "gateway/translation/json/top_level_editor.h"

namespace gateway::translation {

bool ClientDialect::isErrorBody(std::string_view body) const
{
    const auto error = topLevelMember(body, "error");
    return error && error->has_value();
}

} // namespace gateway::translation
