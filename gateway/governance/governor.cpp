#include "gateway/governance/governor.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

namespace gateway::governance {

namespace {

using config::LimitUnit;
using config::SharedLimits;
using config::UsageLimit;
using config::UsageLimits;
using config::VirtualKey;
using std::chrono::milliseconds;

constexpr milliseconds waitForRunning{2'000}; // until a running request may have given back what it holds

// A limit that a request is under, and whose it is.
struct Applying {
    const UsageLimit *limit = nullptr;
    std::string_view owner; // "virtual key", for people
    Target scope;           // whose attempts count; empty: all
    std::size_t target = 0; // the first target that is under it
    bool isOfTarget = false;
};

class LimitCollection {
public:
    void add(const UsageLimits &limits, std::string_view owner)
    {
        for (const UsageLimit &limit : limits)
            add({&limit, owner, {}, 0, false});
    }
    void addForTarget(const UsageLimits &limits, std::string_view owner, const Target &scope, std::size_t target)
    {
        for (const UsageLimit &limit : limits)
            add({&limit, owner, scope, target, true});
    }
    const std::vector<Applying> &all() const { return m_all; }

private:
    // A limit that two targets share is one claim, of the earlier target.
    void add(const Applying &applying)
    {
        const bool isKnown =
            std::any_of(m_all.begin(), m_all.end(), [&](const Applying &each) { return each.limit == applying.limit; });
        if (!isKnown)
            m_all.push_back(applying);
    }
    std::vector<Applying> m_all;
};

bool isOfEverything(const SharedLimits &shared)
{
    return shared.provider.empty() && shared.model.empty();
}

void collectOfCaller(const config::Governance &governance, const VirtualKey *key, LimitCollection &into)
{
    for (const SharedLimits &shared : governance.sharedLimits()) {
        if (isOfEverything(shared))
            into.add(shared.limits, "gateway");
    }
    if (!key)
        return;
    if (const config::Customer *customer = governance.customerOf(*key))
        into.add(customer->limits, "customer");
    if (const config::Team *team = governance.findTeam(key->team))
        into.add(team->limits, "team");
    into.add(key->limits, "virtual key");
}

// Unlike a target's own limits, these leave no target that may be asked instead.
void collectOfAlias(const config::Governance &governance, std::string_view askedModel,
                    const std::vector<Target> &targets, LimitCollection &into)
{
    const auto isAsked = [askedModel](const Target &target) { return target.model == askedModel; };
    if (askedModel.empty() || std::any_of(targets.begin(), targets.end(), isAsked))
        return;
    for (const SharedLimits &shared : governance.sharedLimits()) {
        if (shared.provider.empty() && shared.model == askedModel)
            into.add(shared.limits, "alias");
    }
}

void collectOfTarget(const config::Governance &governance, const VirtualKey *key, const Target &target,
                     std::size_t index, LimitCollection &into)
{
    for (const SharedLimits &shared : governance.sharedLimits()) {
        if (!isOfEverything(shared) && shared.covers(target.provider, target.model))
            into.addForTarget(shared.limits, shared.model.empty() ? "provider" : "model",
                              {shared.provider, shared.model}, index);
    }
    const config::VirtualKeyProvider *provider = key ? key->findProvider(target.provider) : nullptr;
    if (!provider)
        return;
    into.addForTarget(provider->limits, "provider config", {provider->provider, {}}, index);
    for (const config::ModelUsageLimits &model : provider->modelLimits) {
        if (model.model == target.model)
            into.addForTarget(model.limits, "model of a provider config", {provider->provider, model.model}, index);
    }
}

std::string dateText(WallTime time)
{
    const std::time_t seconds = WallTime::clock::to_time_t(time);
    std::tm parts{};
#ifdef _WIN32
    gmtime_s(&parts, &seconds);
#else
    gmtime_r(&seconds, &parts);
#endif
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string dollarsText(std::int64_t nanoDollars)
{
    char text[48];
    const int size = std::snprintf(text, sizeof text, "%.4f", Money{nanoDollars}.dollars());
    return {text, static_cast<std::size_t>(std::max(size, 0))};
}

// Fallbacks reserve nothing: at worst one of them is used beside its limit once.
std::vector<LimitClaim> claimsOf(const std::vector<Applying> &all, std::size_t first, const WorstCase &worst,
                                 Money cost)
{
    std::vector<LimitClaim> claims;
    for (const Applying &applying : all) {
        std::int64_t atWorst = 1;
        if (applying.limit->unit == LimitUnit::Tokens)
            atWorst = worst.inputTokens + worst.outputTokens;
        else if (applying.limit->unit == LimitUnit::Money)
            atWorst = cost.nanoDollars;
        const bool isOfFallback = applying.isOfTarget && applying.target != first;
        claims.push_back({applying.limit, isOfFallback ? 0 : atWorst});
    }
    return claims;
}

Error reservedError(const Applying &applying)
{
    Error error = Error::client(ErrorCode::LimitReserved, "Running requests hold the rest of a limit of the "
                                                              + std::string(applying.owner)
                                                              + ". Ask again when one of them has ended.");
    error.retryAfter = waitForRunning;
    return error;
}

Error errorOf(const LimitRefusal &refusal, const Applying &applying, WallTime now)
{
    const UsageLimit &limit = *applying.limit;
    if (refusal.use.used < limit.most)
        return reservedError(applying);
    const std::string owner(applying.owner);
    const std::string ending = " Free again at " + dateText(refusal.use.resetsAt) + ".";
    Error error;
    switch (limit.unit) {
    case LimitUnit::Money: // Bifrost's words
        error = Error::client(ErrorCode::BudgetExceeded, "Budget exceeded: " + owner
                                                             + " budget exceeded: " + dollarsText(refusal.use.used)
                                                             + " >= " + dollarsText(limit.most) + " dollars." + ending);
        break;
    case LimitUnit::Tokens:
        error = Error::client(ErrorCode::TokenLimited, "Rate limit exceeded: " + owner + " token limit exceeded: "
                                                           + std::to_string(refusal.use.used) + " of "
                                                           + std::to_string(limit.most) + " tokens in "
                                                           + windowText(limit.window) + "." + ending);
        break;
    case LimitUnit::Requests:
        error = Error::client(ErrorCode::RequestLimited, "Rate limit exceeded: " + owner + " request limit exceeded: "
                                                             + std::to_string(refusal.use.used) + " of "
                                                             + std::to_string(limit.most) + " requests in "
                                                             + windowText(limit.window) + "." + ending);
        break;
    }
    error.retryAfter = std::max(std::chrono::ceil<milliseconds>(refusal.use.resetsAt - now), milliseconds(1));
    return error;
}

std::int64_t tokensOf(const TokenUsage &usage)
{
    std::int64_t tokens = 0;
    for (const auto &part : {usage.uncachedInput, usage.cacheRead, usage.cacheWrite, usage.output})
        tokens += part.value_or(0);
    return tokens;
}

void addTo(std::optional<std::int64_t> &sum, const std::optional<std::int64_t> &part)
{
    if (sum && part)
        *sum += *part;
    else
        sum.reset();
}

// An attempt that never came to an answer used nothing that anybody charges for.
bool mayHaveUsed(const AttemptRecord &attempt)
{
    return attempt.status != 0 && attempt.status < 400;
}

} // namespace

bool Governor::isLimited(const config::Governance &governance, const VirtualKey *key)
{
    if (!governance.sharedLimits().empty())
        return true;
    if (!key)
        return false;
    const auto isLimitedAt = [](const config::VirtualKeyProvider &provider) {
        return !provider.limits.empty() || !provider.modelLimits.empty();
    };
    const config::Team *team = governance.findTeam(key->team);
    const config::Customer *customer = governance.customerOf(*key);
    return !key->limits.empty() || (team && !team->limits.empty()) || (customer && !customer->limits.empty())
           || std::any_of(key->providers.begin(), key->providers.end(), isLimitedAt);
}

Result<AdmittedRequest> Governor::admit(const config::Governance &governance, const VirtualKey *key,
                                        const std::vector<Target> &targets, const WorstCase &worst,
                                        const CostEstimate &estimate, std::string_view askedModel) const
{
    AdmittedRequest admitted;
    admitted.usable.assign(targets.size(), true);
    std::optional<Error> firstError;
    for (std::size_t first = 0; first < targets.size();) {
        LimitCollection collected;
        collectOfCaller(governance, key, collected);
        collectOfAlias(governance, askedModel, targets, collected);
        for (std::size_t index = first; index < targets.size(); ++index) {
            if (admitted.usable[index])
                collectOfTarget(governance, key, targets[index], index, collected);
        }
        const std::vector<LimitClaim> claims = claimsOf(
            collected.all(), first, worst, estimate ? estimate(targets[first], worst).value_or(Money{}) : Money{});
        auto reservation = m_ledger.reserve(claims);
        if (reservation) {
            admitted.admission.m_reservation = std::move(*reservation);
            for (const Applying &applying : collected.all())
                admitted.admission.m_charges.push_back(
                    {applying.limit->unit, std::string(applying.scope.provider), std::string(applying.scope.model)});
            return admitted;
        }
        const Applying &refused = collected.all()[reservation.error().claim];
        Error error = errorOf(reservation.error(), refused, m_ledger.now());
        if (!refused.isOfTarget)
            return unexpected(std::move(error));
        admitted.usable[refused.target] = false;
        admitted.notes.push_back(std::string(targets[refused.target].provider) + "/"
                                 + std::string(targets[refused.target].model) + " was left out: " + error.message);
        if (!firstError)
            firstError = std::move(error);
        while (first < targets.size() && !admitted.usable[first])
            ++first;
    }
    return unexpected(firstError.value_or(Error::internal(ErrorCode::Internal, "A request without targets.")));
}

routing::UsagePercentages Governor::use(const config::Governance &governance, const VirtualKey *key,
                                        const Target &target) const
{
    LimitCollection collected;
    collectOfCaller(governance, key, collected);
    collectOfTarget(governance, key, target, 0, collected);
    routing::UsagePercentages percentages;
    for (const Applying &applying : collected.all()) {
        const UsageLimit &limit = *applying.limit;
        const double percent =
            limit.most > 0 ? 100.0 * static_cast<double>(m_ledger.use(limit).used) / static_cast<double>(limit.most)
                           : 100.0;
        double &highest = limit.unit == LimitUnit::Money    ? percentages.budget
                          : limit.unit == LimitUnit::Tokens ? percentages.tokens
                                                            : percentages.requests;
        highest = std::max(highest, percent);
    }
    return percentages;
}

// Of the attempts that the charge covers.
Admission::Used Admission::usedOf(const Charge &charge, const RequestRecord &record)
{
    const bool isToldByAttempt = std::any_of(record.attempts.begin(), record.attempts.end(), [](const auto &attempt) {
        return !attempt.usage.isEmpty() || attempt.cost;
    });
    Used used;
    for (std::size_t index = 0; index < record.attempts.size(); ++index) {
        const AttemptRecord &attempt = record.attempts[index];
        if ((!charge.provider.empty() && charge.provider != attempt.provider)
            || (!charge.model.empty() && charge.model != attempt.model))
            continue;
        ++used.attempts;
        const bool isOfRecord = !isToldByAttempt && index + 1 == record.attempts.size();
        const TokenUsage &usage = isOfRecord ? record.usage : attempt.usage;
        const std::optional<Money> &cost = isOfRecord ? record.cost : attempt.cost;
        if (!usage.isEmpty() || mayHaveUsed(attempt))
            addTo(used.tokens, usage.isEmpty() ? std::nullopt : std::optional(tokensOf(usage)));
        if (cost || mayHaveUsed(attempt))
            addTo(used.nanoDollars, cost ? std::optional(cost->nanoDollars) : std::nullopt);
    }
    return used;
}

// Where nobody said what was used, the worst case stays charged; of money that is nothing where no price is known.
void Admission::settle(const RequestRecord &record)
{
    if (isEmpty())
        return;
    std::vector<std::int64_t> charges;
    for (std::size_t claim = 0; claim < m_charges.size(); ++claim) {
        const Charge &charge = m_charges[claim];
        const Used used = usedOf(charge, record);
        const bool isOfAll = charge.provider.empty() && charge.model.empty();
        switch (charge.unit) {
        case LimitUnit::Requests: charges.push_back(isOfAll || used.attempts > 0 ? 1 : 0); break;
        case LimitUnit::Tokens: charges.push_back(used.tokens.value_or(m_reservation.atWorst(claim))); break;
        case LimitUnit::Money: charges.push_back(used.nanoDollars.value_or(m_reservation.atWorst(claim))); break;
        }
    }
    m_reservation.settle(charges);
    m_charges.clear();
}

void Admission::release()
{
    if (isEmpty())
        return;
    m_reservation.settle(std::vector<std::int64_t>(m_charges.size(), 0));
    m_charges.clear();
}

} // namespace gateway::governance
