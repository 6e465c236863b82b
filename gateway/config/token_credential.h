// Makes the grant of access tokens out of what a key holds: a Google JSON file, or an Entra client's secret.
#pragma once

#include "gateway/base/result.h"
#include "gateway/base/token_grant.h"
#include "gateway/config/key_place.h"

#include <string>
#include <string_view>

namespace gateway::config {

// What Google's file says beside the credential.
struct GoogleAccount {
    TokenGrantPointer grant;
    std::string email;   // of a service account; empty for a person
    std::string project; // may be empty
};

// "{" begins a file of Google's; an API key has none.
bool looksLikeGoogleFile(std::string_view value);

// A service account's key (developers.google.com/identity/protocols/oauth2/service-account) or the application default
// credentials of a person. Errors are InvalidRequest and say what is missing, never what is there.
Result<GoogleAccount> readGoogleFile(const SecretString &json, const KeyPlace &place);

// The service account of the machine at Google that this runs on, whose metadata service is at `url`.
TokenGrantPointer googleMachineGrant(std::string url);

// The OAuth client of a workspace of Databricks (docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m): its token comes from
// the workspace's own host. `workspace`: scheme and host, without a path. Null when the place names no client: then the
// value is an access token.
TokenGrantPointer databricksGrant(const SecretString &clientSecret, const KeyPlace &place,
                                  const std::string &workspace);

// Null when the place names no client and tenant: then the value is an API key.
TokenGrantPointer entraGrant(const SecretString &clientSecret, const KeyPlace &place);

} // namespace gateway::config
