// Bifrost's x-bf-passthrough-extra-params: members of a request that the provider is to get although they are not of the
// client's dialect.
#pragma once

#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_body.h"
#include "gateway/translation/canonical/chat_request.h"

#include <string>

namespace gateway::pipeline {

// Takes them out of a request that is to be translated, where the client asks for it: what stands in "extra_params", and
// of OpenAI's clients also the members that OpenAI has no word for. An object; null when there are none.
translation::Json takeExtraParameters(const HeaderList &clientHeaders, translation::ChatRequest &request);

// Puts them at the top of a provider's body. What it says already stays.
Result<std::string> withExtraParameters(std::string body, const translation::Json &extra);

// The same for a body that passes through: there only "extra_params" has to be taken apart.
Result<net::UpstreamBody> withSpreadExtraParameters(const HeaderList &clientHeaders, net::UpstreamBody body);

} // namespace gateway::pipeline
