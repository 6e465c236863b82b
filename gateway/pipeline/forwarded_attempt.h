// Makes the request of an attempt that goes on in the client's words: images, audio, files and the like.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upload_source.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

#include <string>
#include <string_view>
#include <vector>

namespace gateway::pipeline {

// The client's bytes but for the model's name and what is meant for us (fallbacks, provider). Text completions,
// reranking and pictures may be said again for a provider that has other words for them; each has a file of its own.
Result<net::UpstreamRequest> encodeForwarded(AttemptContext &attempt, const ProviderAddress &address);

// Fields of forms that only Bifrost's clients send, for its routing.
bool isFieldForUs(std::string_view name);

// The client's form with these edits, in the memory or on the disk as it is.
net::UpstreamBody withFormEdits(const AttemptContext &attempt, std::vector<net::UploadSource::Edit> edits);

// The client's body with the edits of encodeForwarded().
Result<net::UpstreamBody> editedBody(const AttemptContext &attempt);

// The client's request with its headers and its query, at this path and with this body.
Result<net::UpstreamRequest> sendForwarded(AttemptContext &attempt, const ProviderAddress &address,
                                           const std::string &path, net::UpstreamBody body);

// The dialect whose errors and usage a family's other operations share.
translation::DialectId dialectOfFamily(translation::DialectFamily family);

} // namespace gateway::pipeline
