// Puts a provider's key into the headers or the address of a request, and takes every key of the client out of them.
#pragma once

#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/base/secret_string.h"
#include "gateway/net/upstream/upstream_transport.h"

namespace gateway::net {

enum class SigningScheme {
    Bearer,             // Authorization: Bearer KEY (RFC 6750 §2.1)
    XApiKey,            // x-api-key: KEY (Anthropic)
    XGoogApiKey,        // x-goog-api-key: KEY (ai.google.dev/gemini-api/docs/api-key)
    ApiKey,             // api-key: KEY (learn.microsoft.com/azure/ai-services/openai/reference#authentication)
    XiApiKey,           // xi-api-key: KEY (elevenlabs.io/docs/api-reference/authentication)
    ApiSubscriptionKey, // api-subscription-key: KEY (docs.sarvam.ai/api-reference-docs/authentication)
    None,               // local servers
};

// Removes authorization, x-api-key, api-key, x-goog-api-key, xi-api-key, api-subscription-key, x-bf-vk, x-bf-api-key,
// proxy-authorization, cookies and the fields of an AWS signature: what a client sends us in them is for us and must not
// travel on.
void removeClientCredentials(HeaderList &headers);

// Removes the client's credentials, then adds the key. White space around the key is dropped, as people paste line ends
// with it; a key that cannot stand in a header is refused with SecretUnavailable, and nothing is added.
Result<void> signRequest(HeaderList &headers, SigningScheme scheme, const SecretString &key);

// The key as it is sent: without the white space around it. SecretUnavailable when that is none.
Result<SecretString> usableKey(const SecretString &key);

// Does what request.keyParameter says: the parameter replaces all of its name that are in the target. Once, when it is
// sent.
void addKeyParameter(UpstreamRequest &request);

} // namespace gateway::net
