#include "gateway/translation/dialects/gemini_generate/model_path.h"

#include "gateway/base/percent_encoding.h"

#include <array>

namespace gateway::translation::gemini {

namespace {

constexpr std::array<std::string_view, 2> collections{"models/", "tunedModels/"};

// The part of the name that is its collection; empty when it names none.
std::string_view collectionOf(std::string_view model)
{
    for (const std::string_view collection : collections) {
        if (model.starts_with(collection))
            return collection;
    }
    return {};
}

} // namespace

std::string modelResource(std::string_view model)
{
    return collectionOf(model).empty() ? "models/" + std::string(model) : std::string(model);
}

Result<std::string> modelPath(std::string_view model)
{
    std::string_view collection = collectionOf(model);
    model.remove_prefix(collection.size());
    if (model.empty() || model == "." || model == "..")
        return unexpected(Error::client(ErrorCode::InvalidRequest, "The model's name cannot stand in a path."));
    if (collection.empty())
        collection = collections.front();
    return std::string(collection) + percentEncoded(model);
}

} // namespace gateway::translation::gemini
