// What is exchanged for a short-lived access token where a provider takes no lasting key.
#pragma once

#include "gateway/base/secret_string.h"

#include <memory>
#include <string>

namespace gateway {

// Immutable once shared; any thread.
struct TokenGrant {
    enum class Kind {
        ClientSecret,   // client credentials (RFC 6749 §4.4), as Microsoft Entra wants them
        ServiceAccount, // a JSON Web Token signed with the account's RSA key (RFC 7523 §2.1), as Google wants it
        RefreshToken,   // RFC 6749 §6: the application default credentials of a person at Google
    };
    Kind kind = Kind::ClientSecret;
    std::string tokenUrl;      // https, or http to this computer
    std::string clientId;      // of a service account its e-mail address
    SecretString secret;       // client secret, RSA key as PEM, or refresh token
    SecretString clientSecret; // beside a refresh token only
    std::string signingKeyId;  // of the RSA key; may be empty
    std::string scope;
    bool operator==(const TokenGrant &) const = default;
};

// Tokens are kept for the object itself: a changed key is a new grant.
using TokenGrantPointer = std::shared_ptr<const TokenGrant>;

} // namespace gateway
