// A strict Security Token Service without a network: verifies signatures, gives temporary keys to who may have them, and
// refuses as AWS does.
#pragma once

#include "gateway/base/aws_credentials.h"
#include "gateway/base/clock.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "tests/support/token_endpoint.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tests {

class AwsTokenService {
public:
    static constexpr auto accessKeyId = "AKIAROLETAKER000001"; // of the user who may take the roles
    static constexpr auto secretAccessKey = "role+taker/secret";
    static constexpr auto roleArn = "arn:aws:iam::111122223333:role/bedrock-user";
    static constexpr auto secondRoleArn = "arn:aws:iam::444455556666:role/other-account"; // for who is in the first
    static constexpr auto webRoleArn = "arn:aws:iam::111122223333:role/web";
    static constexpr auto externalId = "our/external:id"; // of the first role
    static constexpr auto identityToken = "header.payload.signature";

    // The answer to a call of AssumeRole or AssumeRoleWithWebIdentity.
    TokenAnswer answer(const gateway::net::UpstreamRequest &request, gateway::WallTime now);

    // Whether a service of AWS takes the request, as one of the keys that are known here: nothing, or what it refuses
    // it with, in AWS's JSON. `errorType` is what its field x-amzn-errortype says then.
    std::optional<TokenAnswer> refusalOf(const gateway::net::UpstreamRequest &request, gateway::WallTime now,
                                         std::string_view service, std::string *errorType = nullptr) const;

    int calls() const { return m_calls; }
    // Keys that were given out are over at once.
    void revokeAll() { m_given.clear(); }

private:
    struct Given {
        gateway::AwsCredentials credentials;
        gateway::WallTime expiry;
        std::string arn;
    };
    struct Fault {
        std::string code;
        std::string words;
    };
    std::optional<Fault> faultOf(const gateway::net::UpstreamRequest &request, gateway::WallTime now,
                                 std::string_view service) const;
    TokenAnswer give(const std::string &action, const std::string &arn, std::chrono::seconds lifetime,
                     gateway::WallTime now);

    int m_calls = 0;
    std::map<std::string, Given> m_given;
};

} // namespace tests
