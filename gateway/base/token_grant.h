// What is exchanged for a short-lived access token where a provider takes no lasting key.
#pragma once

#include "gateway/base/aws_credentials.h"
#include "gateway/base/secret_string.h"

#include <chrono>
#include <memory>
#include <string>

namespace gateway {

struct TokenGrant;

// Tokens are kept for the object itself: a changed key is a new grant.
using TokenGrantPointer = std::shared_ptr<const TokenGrant>;

// Whose temporary keys AWS's Security Token Service gives out (docs.aws.amazon.com/STS/latest/APIReference).
struct AwsRole {
    std::string arn;
    std::string externalId; // that the role's owner asks for; may be empty
    std::string sessionName;
    std::string region;               // of the service that is asked
    std::chrono::seconds lifetime{0}; // 0: the service's own, an hour
    // Who takes the role: an access key, or somebody who is in a role already. Neither of a web identity.
    AwsCredentials caller;
    TokenGrantPointer callerGrant;
    // Of a web identity or a container: where its token lies. Read for each call: others renew it.
    std::string identityFile;

    friend bool operator==(const AwsRole &left, const AwsRole &right);
};

// Immutable once shared; any thread.
struct TokenGrant {
    enum class Kind {
        ClientSecret,   // client credentials (RFC 6749 §4.4), as Microsoft Entra wants them
        ServiceAccount, // a JSON Web Token signed with the account's RSA key (RFC 7523 §2.1), as Google wants it
        RefreshToken,   // RFC 6749 §6: the application default credentials of a person at Google
        AwsRole,        // a call that AWS signs for whoever takes the role
        AwsWebIdentity, // a role for whoever shows the token of an identity provider
        AwsContainer,   // the role of the container at AWS that this process runs in
        AwsMachine,     // the role of the machine at AWS that it runs on
        GoogleMachine,  // the service account of the machine at Google that it runs on
        BasicClient,    // client credentials shown by HTTP's Basic (RFC 6749 §2.3.1), as Databricks wants them
    };
    Kind kind = Kind::ClientSecret;
    std::string tokenUrl;      // https, or http to this computer; of machines and containers where their service is
    std::string clientId;      // of a service account its e-mail address
    SecretString secret;       // client secret, RSA key as PEM, refresh token, or a container's token
    SecretString clientSecret; // beside a refresh token only
    std::string signingKeyId;  // of the RSA key; may be empty
    std::string scope;
    AwsRole role; // of AWS's kinds

    bool isAwsRole() const { return kind == Kind::AwsRole || kind == Kind::AwsWebIdentity; }
    bool isOfMachine() const
    {
        return kind == Kind::AwsContainer || kind == Kind::AwsMachine || kind == Kind::GoogleMachine;
    }
    // The token is an access key of AWS: requests are signed with it.
    bool isAwsKey() const { return isAwsRole() || kind == Kind::AwsContainer || kind == Kind::AwsMachine; }
    bool operator==(const TokenGrant &) const = default;
};

// The same role of equal callers.
inline bool operator==(const AwsRole &left, const AwsRole &right)
{
    const bool isSameCaller = left.callerGrant == right.callerGrant
                              || (left.callerGrant && right.callerGrant && *left.callerGrant == *right.callerGrant);
    return isSameCaller && left.arn == right.arn && left.externalId == right.externalId
           && left.sessionName == right.sessionName && left.region == right.region && left.lifetime == right.lifetime
           && left.caller == right.caller && left.identityFile == right.identityFile;
}

} // namespace gateway
