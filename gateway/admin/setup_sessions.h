// The setup token of the gateway, and the sessions that it is exchanged for (bifrost-api §5.1).
#pragma once

#include "gateway/admin/management_answers.h"
#include "gateway/base/clock.h"
#include "gateway/base/secret_string.h"
#include "gateway/pipeline/management_port.h"

#include <functional>
#include <map>
#include <string>

namespace gateway::admin {

// Lives on the main thread. Without a token nobody has one.
class SetupSessions {
public:
    using Now = std::function<SteadyTime()>;

    explicit SetupSessions(const std::string &token, Now now = std::chrono::steady_clock::now);

    // The token in X-Bifrost-Setup-Token, or a session in the cookie bifrost_setup_session.
    bool isShownBy(const HeaderList &headers);

    // POST /api/session/setup: the token in that header, or as `setup_token` in the body, becomes a session.
    pipeline::ManagementResponse begin(const pipeline::ManagementRequest &request);

    bool hasToken() const { return !m_token.isEmpty(); }
    static constexpr std::chrono::hours sessionLength{12};

private:
    SecretString m_token;
    Now m_now;
    std::map<std::string, SteadyTime, std::less<>> m_sessions; // until when each is good
};

} // namespace gateway::admin
