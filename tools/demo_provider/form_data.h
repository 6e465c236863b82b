// multipart/form-data as a server reads it, apart from the gateway's own reader.
#pragma once

#include "tools/demo_provider/http_peer.h"

#include <optional>
#include <string>
#include <vector>

namespace demo_provider {

struct FormPart {
    std::string name;
    std::string fileName;
    bool isFile = false;
    std::string content;
};

/// Nothing when the request is no form, or one that does not end with its boundary.
[[nodiscard]] std::optional<std::vector<FormPart>> readForm(const PeerRequest &request);

/// The first field of that name, or null.
[[nodiscard]] const FormPart *partOf(const std::vector<FormPart> &form, std::string_view name);
[[nodiscard]] std::string textOf(const std::vector<FormPart> &form, std::string_view name);

} // namespace demo_provider
