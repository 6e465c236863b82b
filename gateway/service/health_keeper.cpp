#include "gateway/service/health_keeper.h"

#include "gateway/base/secret_masker.h"
#include "gateway/service/route_views.h"
#include "gateway/service/view_conversion.h"

#include <algorithm>
#include <tuple>

namespace gateway::service {

namespace {

using config::ConfigSnapshot;
using config::ProviderDefinition;
using config::ProviderKey;
using routing::TargetName;
using routing::TargetReport;

const ProviderKey *findKey(const ProviderDefinition &provider, const std::string &keyId)
{
    const auto found = std::find_if(provider.keys.begin(), provider.keys.end(),
                                    [&keyId](const ProviderKey &key) { return key.id.value == keyId; });
    return found == provider.keys.end() ? nullptr : &*found;
}

// Providers repeat the key that they refuse, and not every key has a shape that the patterns know.
void maskKeys(std::string &text, const ProviderDefinition &provider)
{
    maskKeyPatterns(text);
    for (const ProviderKey &key : provider.keys) {
        for (const SecretString *secret : {&key.value, &key.aws.secretAccessKey, &key.aws.sessionToken}) {
            if (!secret->isEmpty())
                maskSecret(text, secret->reveal());
        }
    }
}

// Of what can still be asked, in a steady order.
std::vector<TargetReport> reportsOf(const routing::TargetHealth &health, const ConfigSnapshot &snapshot)
{
    std::vector<TargetReport> reports = health.reports();
    std::erase_if(reports, [&snapshot](TargetReport &report) {
        const ProviderDefinition *provider = snapshot.findProvider(report.target.provider);
        if (!provider || (!report.target.keyId.empty() && !findKey(*provider, report.target.keyId)))
            return true;
        maskKeys(report.lastFailure, *provider);
        return false;
    });
    std::sort(reports.begin(), reports.end(), [](const TargetReport &left, const TargetReport &right) {
        return std::tie(left.target.provider, left.target.model, left.target.keyId)
               < std::tie(right.target.provider, right.target.model, right.target.keyId);
    });
    return reports;
}

WallTime wallOf(const Clock &clock, SteadyTime moment)
{
    return clock.wallNow() + std::chrono::duration_cast<WallTime::duration>(moment - clock.steadyNow());
}

SteadyTime steadyOf(const Clock &clock, WallTime moment)
{
    return clock.steadyNow() + std::chrono::duration_cast<SteadyTime::duration>(moment - clock.wallNow());
}

// The circuits that a person means: of one key, or of all of the provider.
Result<std::vector<TargetName>> namesOf(const api::TargetChoice &target, const ConfigSnapshot &snapshot)
{
    const ProviderDefinition *provider = snapshot.findProvider(toUtf8(target.provider));
    if (!provider)
        return unexpected(Error::client(ErrorCode::NotFound, "Provider not found: " + toUtf8(target.provider)));
    TargetName name{provider->id.value, toUtf8(target.model), toUtf8(target.keyId)};
    if (name.model.empty())
        return unexpected(Error::client(ErrorCode::InvalidRequest, "model is required."));
    if (!name.keyId.empty() && !findKey(*provider, name.keyId))
        return unexpected(Error::client(ErrorCode::NotFound, "Key not found: " + name.keyId));
    if (!name.keyId.empty() || provider->keys.empty())
        return std::vector{name};
    std::vector<TargetName> names;
    for (const ProviderKey &key : provider->keys)
        names.push_back({name.provider, name.model, key.id.value});
    return names;
}

} // namespace

HealthKeeper::HealthKeeper(const Clock &clock, routing::TargetHealth &health, storage::StorageThread &storage)
    : m_clock(clock), m_health(health), m_storage(storage)
{
}

void HealthKeeper::restore(const config::HealthState &stored)
{
    std::vector<TargetReport> reports;
    for (const config::StoredCircuit &circuit : stored.circuits) {
        TargetReport report;
        report.target = {circuit.provider, circuit.model, circuit.keyId};
        report.state = circuit.isOpen ? routing::CircuitState::Open : routing::CircuitState::Closed;
        report.failuresInARow = circuit.failuresInARow;
        report.lastFailure = circuit.lastFailure;
        report.opensUntil = steadyOf(m_clock, circuit.opensUntil);
        report.isHeld = circuit.isHeld;
        report.pauses = circuit.pauses;
        reports.push_back(std::move(report));
    }
    std::vector<routing::KeyRest> rests;
    for (const config::StoredKeyRest &rest : stored.resting) {
        if (rest.until > m_clock.wallNow())
            rests.push_back({rest.keyId, steadyOf(m_clock, rest.until)});
    }
    if (!reports.empty() || !rests.empty())
        m_health.restore(reports, rests);
    m_savedChanges = m_health.changes();
}

config::HealthState HealthKeeper::state(const ConfigSnapshot &snapshot) const
{
    config::HealthState state;
    for (const TargetReport &report : reportsOf(m_health, snapshot)) {
        config::StoredCircuit circuit;
        circuit.provider = report.target.provider;
        circuit.model = report.target.model;
        circuit.keyId = report.target.keyId;
        circuit.isOpen = report.state != routing::CircuitState::Closed;
        circuit.failuresInARow = report.failuresInARow;
        circuit.pauses = report.pauses;
        circuit.lastFailure = report.lastFailure;
        circuit.opensUntil = wallOf(m_clock, report.opensUntil);
        circuit.isHeld = report.isHeld;
        state.circuits.push_back(std::move(circuit));
    }
    for (const routing::KeyRest &rest : m_health.restingKeys())
        state.resting.push_back({rest.keyId, wallOf(m_clock, rest.until)});
    return state;
}

bool HealthKeeper::saveChanges(const ConfigSnapshot &snapshot)
{
    const std::uint64_t changes = m_health.changes();
    if (changes == m_savedChanges)
        return false;
    m_savedChanges = changes;
    m_storage.postSaveHealth(state(snapshot), [](const Result<bool> &) {}); // the next change tries again
    return true;
}

api::HealthBoard HealthKeeper::board(const ConfigSnapshot &snapshot) const
{
    api::HealthBoard board;
    for (const TargetReport &report : reportsOf(m_health, snapshot)) {
        api::TargetHealthView view = targetHealthView(report, m_clock);
        if (const ProviderKey *key = findKey(*snapshot.findProvider(report.target.provider), report.target.keyId))
            view.keyName = toText(key->name);
        board.targets.append(view);
    }
    for (const routing::KeyRest &rest : m_health.restingKeys()) {
        for (const ProviderDefinition &provider : snapshot.providers) {
            if (const ProviderKey *key = findKey(provider, rest.keyId))
                board.restingKeys.append(
                    {toText(provider.id.value), toText(key->id.value), toText(key->name), dateOf(m_clock, rest.until)});
        }
    }
    std::sort(board.restingKeys.begin(), board.restingKeys.end(), [](const auto &left, const auto &right) {
        return std::tie(left.provider, left.keyName) < std::tie(right.provider, right.keyName);
    });
    return board;
}

Result<api::Done> HealthKeeper::hold(const api::TargetChoice &target, bool isHeld, const ConfigSnapshot &snapshot)
{
    const auto names = namesOf(target, snapshot);
    if (!names)
        return unexpected(names.error());
    for (const TargetName &name : *names)
        m_health.hold(name, isHeld);
    saveChanges(snapshot);
    return api::Done{};
}

Result<api::Done> HealthKeeper::reset(const api::TargetChoice &target, const ConfigSnapshot &snapshot)
{
    const auto names = namesOf(target, snapshot);
    if (!names)
        return unexpected(names.error());
    for (const TargetName &name : *names)
        m_health.reset(name);
    saveChanges(snapshot);
    return api::Done{};
}

} // namespace gateway::service
