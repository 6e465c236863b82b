// Lets administrators in: by name and password, or by the session that a login began.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/header_list.h"
#include "gateway/base/result.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gateway::access {

// An Argon2id hash (RFC 9106) with its parameters and salt, as text. Takes some tenths of a second and 64 MB.
Result<std::string> hashPassword(std::string_view password);
bool isPassword(std::string_view password, const std::string &hash);

// Lives on the main thread. Passwords are checked by `isAdmin`, which is slow on purpose; what it said yes to is
// remembered as a hash under a key of this process, so that a script that sends Basic with every call pays once.
//
// Wrong passwords are counted by the address that they come from: after five of them every further one makes the address
// wait longer, up to a minute, and nothing is checked meanwhile.
class AdminGate {
public:
    using PasswordCheck = std::function<bool(std::string_view username, std::string_view password)>;
    using Now = std::function<SteadyTime()>;

    explicit AdminGate(PasswordCheck isAdmin, Now now = std::chrono::steady_clock::now);

    // Bifrost's ways (bifrost-api §5.1): Authorization Basic, Bearer with a session or with base64(name:password), the
    // cookie "token". AdminRequired, or RequestLimited with the time to wait.
    Result<void> check(const HeaderList &headers, const std::string &peerAddress);
    // The token of a new session, for the cookie.
    Result<std::string> logIn(std::string_view username, std::string_view password, const std::string &peerAddress);
    void logOut(const HeaderList &headers);
    void endAllSessions(); // after a change of the account

    static constexpr std::chrono::hours sessionLength{30 * 24};

private:
    using Digest = std::array<std::uint8_t, 32>;
    struct Failures {
        int count = 0;
        SteadyTime waitUntil{};
    };

    Digest digestOf(std::string_view text) const;
    bool isSession(std::string_view token);
    Result<void> checkPassword(std::string_view username, std::string_view password, const std::string &peerAddress);

    PasswordCheck m_isAdmin;
    Now m_now;
    std::string m_digestKey;
    std::map<Digest, SteadyTime> m_sessions; // by the digest of the token: until when
    std::map<Digest, SteadyTime> m_accepted; // by the digest of name and password
    std::unordered_map<std::string, Failures> m_failures;
};

} // namespace gateway::access
