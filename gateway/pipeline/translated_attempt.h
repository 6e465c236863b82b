// Makes the request of an attempt whose provider speaks another dialect than the client.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::pipeline {

// Fills attempt.translated. Every loss becomes a note; in strict mode (header x-bf-strict: true) a loss is
// an InvalidRequest that lists what cannot be said.
Result<net::UpstreamRequest> encodeTranslated(AttemptContext &attempt, const ProviderAddress &address,
                                              translation::DialectId providerId);

// Whether the provider's completions have words that are no dialect's, beside what else it has of OpenAI's kind.
bool hasOwnChat(const config::ProviderDefinition &provider);

// The model's name for providers whose paths and bodies have it in a form that no alias can be put into afterwards
// (Replicate, Hugging Face, Runware): the key's alias for it. For all others the name that the request has.
std::string modelForCodec(const AttemptContext &attempt);

// Asks after a task until it is done. `unfinished`: where that is, for an answer that is not; empty for one that is.
using UnfinishedPath = std::function<std::string(std::string_view providerBody)>;
FollowUpSource untilDone(const AttemptContext &attempt, const ProviderAddress &address, UnfinishedPath unfinished);

// Takes what the translation of the request changed into the notes of the attempt, and is refusalOfLoss().
std::optional<Error> noteLosses(AttemptContext &attempt, const translation::ConversionReport &report);
// In strict mode (header x-bf-strict: true) the error that lists what was dropped.
std::optional<Error> refusalOfLoss(const AttemptContext &attempt, const translation::ConversionReport &report);

// What a codec made of a request, once its losses are noted: its error comes first, then the one of strict mode.
Result<translation::EncodedRequest> withNotedLosses(AttemptContext &attempt,
                                                    Result<translation::EncodedRequest> encoded,
                                                    const translation::ConversionReport &report);

// What the provider calls the model of the attempt: the key may have names of its own.
std::string modelThere(const AttemptContext &attempt);

// The request of ours with a body that was encoded for the provider, or the error of the encoding. Of the client's
// headers only what it asked to be forwarded goes along.
Result<net::UpstreamRequest> sendEncoded(const AttemptContext &attempt, const ProviderAddress &address,
                                         Result<translation::EncodedRequest> said, std::string_view accept);

} // namespace gateway::pipeline
