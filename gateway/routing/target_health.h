// Remembers across requests which targets fail: circuit breakers, keys that cool down, budgets of retries.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/routing/failure_class.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gateway::routing {

// Provider, model and key together: a model may be down while the provider's others serve.
struct TargetName {
    std::string provider;
    std::string model;
    std::string keyId; // empty for providers that need none
    bool operator==(const TargetName &) const = default;
};

struct HealthSettings {
    int failuresToOpen = 5;                      // in a row
    std::chrono::milliseconds firstPause{5'000}; // before the first probe; doubled by each probe that fails
    // Short, because a probe that fails costs one request a moment, and a provider that is back is not missed for long.
    std::chrono::milliseconds longestPause{10'000};
    // Of a target that stays silent: there a probe costs the request a whole time limit.
    std::chrono::milliseconds longestPauseOfSilence{60'000};
    double retriesPerRequest = 0.2; // long-run share of requests that may be retried, per provider
    double retryReserve = 10;       // retries that may be had at once
};

enum class CircuitState {
    Closed,   // serves
    Open,     // failed too often: not asked until its pause is over
    HalfOpen, // one probe is on its way
};

std::string_view circuitStateName(CircuitState state);

struct TargetReport {
    TargetName target;
    CircuitState state = CircuitState::Closed;
    int failuresInARow = 0;
    std::string lastFailure; // for people
    SteadyTime opensUntil{};
    bool isHeld = false; // by a person: not asked until released
    int pauses = 0;      // so far, one longer than the other
    bool operator==(const TargetReport &) const = default;
};

struct KeyRest {
    std::string keyId;
    SteadyTime until{};
    bool operator==(const KeyRest &) const = default;
};

// Any thread. While nothing fails, no lock is taken.
class TargetHealth {
public:
    explicit TargetHealth(const Clock &clock, HealthSettings settings = {}) : m_clock(clock), m_settings(settings) {}

    // True while nothing at all is in trouble: then there is nothing to ask or to report but failures.
    bool isClear() const { return m_troubles.load(std::memory_order_relaxed) == 0; }

    // Whether the target may be asked now. Says yes once per pause to an open one: whoever asked must report the end.
    bool admit(const TargetName &target);
    // Like admit(), but changes nothing.
    bool wouldAdmit(const TargetName &target) const;

    void reportSuccess(const TargetName &target);
    void reportFailure(const TargetName &target, FailureClass failure, std::string_view reason);
    void reportAbandoned(const TargetName &target); // cancelled: says nothing about the target

    // A key that must rest, as the provider said; also for a while when it said nothing.
    void coolKey(const std::string &keyId, std::chrono::milliseconds duration);
    bool isCooling(const std::string &keyId) const;
    std::optional<std::chrono::milliseconds> restOf(const std::string &keyId) const; // until it may be used again

    // Retries are a share of the requests, so that an outage is not multiplied.
    void noteRequest(const std::string &provider);
    bool takeRetry(const std::string &provider);

    void hold(const TargetName &target, bool isHeld);
    // The network has changed: who could not be reached, or stayed silent, may be tried by the next request.
    void endUnreachable();
    void reset(const TargetName &target);      // closes its circuit, releases it and ends the rest of its key
    std::vector<TargetReport> reports() const; // of those that are not simply well
    std::optional<TargetReport> reportOf(const TargetName &target) const; // unset: it is well
    std::vector<KeyRest> restingKeys() const;

    // Rises with every change of what reports() and restingKeys() tell.
    std::uint64_t changes() const { return m_changes.load(std::memory_order_relaxed); }
    // Takes up what an earlier run knew. A probe that was on its way then is made again.
    void restore(const std::vector<TargetReport> &reports, const std::vector<KeyRest> &keys);
    // For decisions that must not count: nothing that is done to the copy reaches this one.
    std::unique_ptr<TargetHealth> copy() const;

private:
    struct Circuit {
        CircuitState state = CircuitState::Closed;
        int failuresInARow = 0;
        int pauses = 0;
        SteadyTime opensUntil{};
        std::string lastFailure;
        bool isHeld = false;
        bool isOutOfReach = false; // the last failure may have been one of the network between
    };
    struct NameHash {
        std::size_t operator()(const TargetName &name) const;
    };

    void open(Circuit &circuit, FailureClass failure);
    void countTroubles();
    void noteChange() { m_changes.fetch_add(1, std::memory_order_relaxed); }

    const Clock &m_clock;
    const HealthSettings m_settings;
    mutable std::mutex m_mutex;
    std::unordered_map<TargetName, Circuit, NameHash> m_circuits; // only those in trouble
    std::unordered_map<std::string, SteadyTime> m_coolingKeys;
    std::unordered_map<std::string, double> m_retryTokens; // absent: full
    std::atomic<std::size_t> m_troubles{0};                // size of the three
    std::atomic<std::uint64_t> m_changes{0};
};

} // namespace gateway::routing
