// Counting the tokens of a request: how clients ask, how providers are asked, how both write the number.
//
// platform.openai.com/docs/api-reference/responses/input_tokens, docs.anthropic.com/en/api/messages-count-tokens,
// ai.google.dev/api/tokens, docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/provider_dialect.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

// The dialect in which providers of the family count; nothing where they do not.
std::optional<DialectId> countingDialect(DialectFamily family);

// --- we are the server

// What is to be counted, as the request that it would be.
Result<ChatRequest> decodeCountRequest(const ClientDialect &client, const ClientCall &call);

// `bifrostModel` is set where Bifrost's own surface was called, whose answer names the model and a total too.
std::string encodeTokenCount(DialectId client, std::int64_t tokens, std::string_view bifrostModel);

// --- we are the client

// The whole request goes along: system text, tools and thinking count. What says only how to answer stays behind, without
// a note. `state` is of the request with such options removed: countedRequest().
Result<EncodedRequest> encodeCountRequest(const ProviderDialect &provider, const ProviderCall &call,
                                          ExchangeState &state, ConversionReport &report);
ChatRequest countedRequest(ChatRequest request);

Result<std::int64_t> decodeTokenCount(DialectId provider, std::string_view body);

// A client's own body for a Gemini provider: what it calls the model inside, in the name of the one that is asked.
// Nothing when nothing has to change.
std::optional<std::string> withGeminiModel(std::string_view body, std::string_view model);

} // namespace gateway::translation
