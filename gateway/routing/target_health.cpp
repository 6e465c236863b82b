#include "gateway/routing/target_health.h"

#include <algorithm>
#include <functional>

namespace gateway::routing {

std::string_view circuitStateName(CircuitState state)
{
    switch (state) {
    case CircuitState::Closed: return "closed";
    case CircuitState::Open: return "open";
    case CircuitState::HalfOpen: return "half_open";
    }
    return "closed";
}

std::size_t TargetHealth::NameHash::operator()(const TargetName &name) const
{
    const std::hash<std::string> hash;
    std::size_t value = hash(name.provider);
    for (const std::string *part : {&name.model, &name.keyId})
        value = value * 31 + hash(*part);
    return value;
}

void TargetHealth::countTroubles()
{
    m_troubles.store(m_circuits.size() + m_coolingKeys.size() + m_retryTokens.size(), std::memory_order_relaxed);
}

bool TargetHealth::wouldAdmit(const TargetName &target) const
{
    if (isClear())
        return true;
    const std::lock_guard lock(m_mutex);
    const auto found = m_circuits.find(target);
    if (found == m_circuits.end())
        return true;
    const Circuit &circuit = found->second;
    if (circuit.isHeld)
        return false;
    return circuit.state == CircuitState::Closed
           || (circuit.state == CircuitState::Open && m_clock.steadyNow() >= circuit.opensUntil);
}

bool TargetHealth::admit(const TargetName &target)
{
    if (isClear())
        return true;
    const std::lock_guard lock(m_mutex);
    const auto found = m_circuits.find(target);
    if (found == m_circuits.end())
        return true;
    Circuit &circuit = found->second;
    if (circuit.isHeld)
        return false;
    if (circuit.state == CircuitState::Closed)
        return true;
    // A probe that never reports (a crash of its worker, a request without an end) must not lock the target for ever.
    if (m_clock.steadyNow() < circuit.opensUntil)
        return false;
    circuit.state = CircuitState::HalfOpen;
    circuit.opensUntil = m_clock.steadyNow() + m_settings.longestPauseOfSilence; // one that never ends is made again
    noteChange();
    return true;
}

void TargetHealth::reportSuccess(const TargetName &target)
{
    if (isClear())
        return;
    const std::lock_guard lock(m_mutex);
    const auto found = m_circuits.find(target);
    if (found == m_circuits.end())
        return;
    if (found->second.isHeld)
        found->second = {CircuitState::Closed, 0, 0, {}, {}, true, false};
    else
        m_circuits.erase(found);
    countTroubles();
    noteChange();
}

void TargetHealth::open(Circuit &circuit, FailureClass failure)
{
    const int doublings = std::min(circuit.pauses, 16);
    const auto longest = failure == FailureClass::Silent ? m_settings.longestPauseOfSilence : m_settings.longestPause;
    const auto pause = std::min(m_settings.firstPause * (1 << doublings), longest);
    circuit.state = CircuitState::Open;
    circuit.opensUntil = m_clock.steadyNow() + pause;
    ++circuit.pauses;
}

void TargetHealth::reportFailure(const TargetName &target, FailureClass failure, std::string_view reason)
{
    if (!isOutage(failure)) {
        reportAbandoned(target);
        return;
    }
    const std::lock_guard lock(m_mutex);
    Circuit &circuit = m_circuits[target];
    ++circuit.failuresInARow;
    circuit.lastFailure = reason;
    circuit.isOutOfReach =
        failure == FailureClass::Unreachable || failure == FailureClass::Reset || failure == FailureClass::Silent;
    if (circuit.state == CircuitState::HalfOpen
        || (circuit.state == CircuitState::Closed && circuit.failuresInARow >= m_settings.failuresToOpen))
        open(circuit, failure);
    countTroubles();
    noteChange();
}

void TargetHealth::reportAbandoned(const TargetName &target)
{
    if (isClear())
        return;
    const std::lock_guard lock(m_mutex);
    const auto found = m_circuits.find(target);
    if (found == m_circuits.end() || found->second.state != CircuitState::HalfOpen)
        return;
    found->second.state = CircuitState::Open; // the next request is the probe
    found->second.opensUntil = m_clock.steadyNow();
    noteChange();
}

void TargetHealth::coolKey(const std::string &keyId, std::chrono::milliseconds duration)
{
    const std::lock_guard lock(m_mutex);
    SteadyTime &until = m_coolingKeys[keyId];
    until = std::max(until, m_clock.steadyNow() + duration);
    countTroubles();
    noteChange();
}

std::optional<std::chrono::milliseconds> TargetHealth::restOf(const std::string &keyId) const
{
    if (isClear())
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    const auto found = m_coolingKeys.find(keyId);
    const SteadyTime now = m_clock.steadyNow();
    if (found == m_coolingKeys.end() || found->second <= now)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::milliseconds>(found->second - now);
}

bool TargetHealth::isCooling(const std::string &keyId) const
{
    return restOf(keyId).has_value();
}

void TargetHealth::noteRequest(const std::string &provider)
{
    if (isClear())
        return;
    const std::lock_guard lock(m_mutex);
    const SteadyTime now = m_clock.steadyNow();
    std::erase_if(m_coolingKeys, [now](const auto &entry) { return entry.second <= now; });
    const auto tokens = m_retryTokens.find(provider);
    if (tokens != m_retryTokens.end()) {
        tokens->second += m_settings.retriesPerRequest;
        if (tokens->second >= m_settings.retryReserve)
            m_retryTokens.erase(tokens);
    }
    countTroubles();
}

bool TargetHealth::takeRetry(const std::string &provider)
{
    const std::lock_guard lock(m_mutex);
    double &tokens = m_retryTokens.try_emplace(provider, m_settings.retryReserve).first->second;
    const bool isGranted = tokens >= 1.0;
    if (isGranted)
        tokens -= 1.0;
    countTroubles();
    return isGranted;
}

void TargetHealth::hold(const TargetName &target, bool isHeld)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_circuits.find(target);
    if (isHeld)
        m_circuits[target].isHeld = true;
    else if (found != m_circuits.end() && found->second.failuresInARow == 0)
        m_circuits.erase(found);
    else if (found != m_circuits.end())
        found->second.isHeld = false;
    countTroubles();
    noteChange();
}

void TargetHealth::endUnreachable()
{
    if (isClear())
        return;
    const std::lock_guard lock(m_mutex);
    const SteadyTime now = m_clock.steadyNow();
    for (auto &[target, circuit] : m_circuits) {
        if (circuit.state == CircuitState::Open && circuit.isOutOfReach)
            circuit.opensUntil = std::min(circuit.opensUntil, now);
    }
    noteChange();
}

void TargetHealth::reset(const TargetName &target)
{
    const std::lock_guard lock(m_mutex);
    m_circuits.erase(target);
    m_coolingKeys.erase(target.keyId);
    countTroubles();
    noteChange();
}

namespace {

template <typename Circuit>
TargetReport reportOfCircuit(const TargetName &name, const Circuit &circuit)
{
    return {name,           circuit.state, circuit.failuresInARow, circuit.lastFailure, circuit.opensUntil,
            circuit.isHeld, circuit.pauses};
}

} // namespace

std::vector<TargetReport> TargetHealth::reports() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<TargetReport> list;
    list.reserve(m_circuits.size());
    for (const auto &[name, circuit] : m_circuits)
        list.push_back(reportOfCircuit(name, circuit));
    return list;
}

std::optional<TargetReport> TargetHealth::reportOf(const TargetName &target) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_circuits.find(target);
    return found == m_circuits.end() ? std::nullopt : std::optional(reportOfCircuit(found->first, found->second));
}

std::vector<KeyRest> TargetHealth::restingKeys() const
{
    const std::lock_guard lock(m_mutex);
    const SteadyTime now = m_clock.steadyNow();
    std::vector<KeyRest> list;
    for (const auto &[keyId, until] : m_coolingKeys) {
        if (until > now)
            list.push_back({keyId, until});
    }
    return list;
}

void TargetHealth::restore(const std::vector<TargetReport> &reports, const std::vector<KeyRest> &keys)
{
    const std::lock_guard lock(m_mutex);
    for (const TargetReport &report : reports) {
        const auto state = report.state == CircuitState::HalfOpen ? CircuitState::Open : report.state;
        m_circuits[report.target] = {
            state, report.failuresInARow, report.pauses, report.opensUntil, report.lastFailure, report.isHeld, false};
    }
    for (const KeyRest &key : keys)
        m_coolingKeys[key.keyId] = key.until;
    countTroubles();
    noteChange();
}

std::unique_ptr<TargetHealth> TargetHealth::copy() const
{
    auto made = std::make_unique<TargetHealth>(m_clock, m_settings);
    const std::lock_guard lock(m_mutex);
    made->m_circuits = m_circuits;
    made->m_coolingKeys = m_coolingKeys;
    made->m_retryTokens = m_retryTokens;
    made->countTroubles();
    return made;
}

} // namespace gateway::routing
