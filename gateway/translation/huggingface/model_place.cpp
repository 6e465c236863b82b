#include "gateway/translation/huggingface/model_place.h"

#include "gateway/base/percent_encoding.h"

namespace gateway::translation::huggingface {

Result<std::string> pathOfModel(std::string_view model)
{
    constexpr std::string_view own = "hf-inference/";
    if (model.starts_with(own))
        model.remove_prefix(own.size());
    const auto slash = model.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == model.size())
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        "A model of Hugging Face's own servers is named \"organisation/name\"."));
    if (model.find('/', slash + 1) != std::string_view::npos)
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        "Hugging Face's own servers (\"hf-inference\") are asked for this, not \""
                                            + std::string(model.substr(0, slash)) + "\"."));
    return "/hf-inference/models/" + percentEncoded(model.substr(0, slash)) + "/"
           + percentEncoded(model.substr(slash + 1));
}

} // namespace gateway::translation::huggingface
