// The operations beside completions that go to a provider in the words in which they came: what each is called and needs.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/dialects/dialect_id.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::routing {

enum class ModelNeed {
    Required, // the body, or the path, names it
    Optional, // it may
    None,     // it is about something that a provider keeps; the request names the provider, or there is only one
};

// Data; one object for each operation.
struct ForwardedOperation {
    std::string_view name;       // Bifrost's request type (bifrost-api §1.1): "image_generation"
    std::string_view streamName; // of its streams; empty where there are none
    std::string_view offer;      // the name in resources/providers/presets.json: "image_generation", "file"
    std::string_view title;      // for people: "image generation"
    ModelNeed model = ModelNeed::Required;
    bool isFree = false;          // asking costs nothing by itself
    bool isOfStored = false;      // about what one account keeps: only the key that made it can see it
    bool hasProviderInId = false; // ids are "<the provider's id>:<provider>" (bifrost-api §1.1)
};

struct ForwardedMatch {
    const ForwardedOperation *operation = nullptr;
    std::string path;      // at the provider, below its base URL; as it was written
    std::string pathModel; // where the path names it, percent-decoded
};

// Looks below a mount: "/files/file-1/content" for OpenAI, whose "/v1" is left out by `rest`. Nothing for paths that are
// no such operation; MethodNotAllowed with those that are; InvalidRequest for a path that could be read as another one.
std::optional<Result<ForwardedMatch>> findForwarded(translation::DialectFamily family, std::string_view method,
                                                    std::string_view asked);

} // namespace gateway::routing
