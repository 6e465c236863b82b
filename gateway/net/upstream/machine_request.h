// Asks the machine or container that this process runs on for its credentials.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/base/token_grant.h"
#include "gateway/net/upstream/token_request.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <string>
#include <string_view>
#include <variant>

namespace gateway::net {

// The questions of one fetch, one after the other. Their routes are the only ones that may lead to addresses where clouds
// hand out credentials (UpstreamRoute::machineService); they take no proxy. Lives on a worker thread.
class MachineQuestions {
public:
    explicit MachineQuestions(TokenGrantPointer grant) : m_grant(std::move(grant)) {}

    // `like`: the provider's route, for a container's service with TLS. SecretUnavailable or InvalidRequest when what is
    // to be asked cannot be had, or is at an address where no such service is.
    Result<UpstreamRequest> first(const UpstreamRoute &like);
    // The answer to the last question: the token, or the next question. A refusal becomes an UpstreamStatus with the status
    // 401. The text is the service's: mask it before it is kept.
    Result<std::variant<AccessToken, UpstreamRequest>> take(int status, const HeaderList &headers,
                                                            std::string_view body, WallTime now);

private:
    enum class Step { Session, RoleName, Token };

    UpstreamRequest question(std::string method, std::string target) const;
    std::string host() const { return m_route->host; }

    TokenGrantPointer m_grant;
    UpstreamRoutePointer m_route;
    std::string m_basePath;
    Step m_step = Step::Token;
    SecretString m_session; // of Amazon's metadata service, version 2
};

} // namespace gateway::net
