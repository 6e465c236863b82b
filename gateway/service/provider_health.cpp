#include "gateway/service/provider_health.h"

#include "gateway/base/error.h"
#include "gateway/service/view_conversion.h"

#include <QCoreApplication>
#include <QLocale>

namespace gateway::service {

namespace {

constexpr Microseconds slowFirstByte{6'000'000};

bool isProvidersFault(RequestState state)
{
    return state == RequestState::UpstreamError || state == RequestState::RateLimited
           || state == RequestState::BrokenStream;
}

// An attempt that a full line refused, or that waited in it too long, never left the gateway.
bool hasReachedAProvider(const RequestRecord &record)
{
    return !record.attempts.empty() && record.attempts.back().errorCode != errorCodeName(ErrorCode::RequestLimited);
}

} // namespace

std::int64_t ProviderHealthBoard::minuteNow() const
{
    return std::chrono::duration_cast<std::chrono::minutes>(m_clock.steadyNow().time_since_epoch()).count();
}

void ProviderHealthBoard::postRecord(RequestRecord record)
{
    // A request that reached no provider says nothing about one, nor does a client that left.
    if (hasReachedAProvider(record) && record.state != RequestState::Cancelled) {
        const std::int64_t now = minuteNow();
        const std::lock_guard lock(m_mutex);
        Board &board = m_boards[record.provider];
        Minute &minute = board.minutes[static_cast<std::size_t>(now % 60)];
        if (minute.number != now)
            minute = {now, 0, 0};
        ++minute.requests;
        const bool isKeyRefused = record.status == 401 || record.status == 403;
        if (isProvidersFault(record.state) || isKeyRefused)
            ++minute.errors;
        board.failuresInRow = isProvidersFault(record.state) ? board.failuresInRow + 1 : 0;
        board.hasServed = board.hasServed || record.state == RequestState::Succeeded;
        board.lastState = record.state;
        board.lastStatus = record.attempts.back().status;
        board.lastReason = record.errorText;
        board.lastErrorCode = record.errorCode;
        board.lastAt = record.startedAt;
        board.lastFirstByte = record.firstByteAt.value_or(Microseconds{0});
    }
    m_next.postRecord(std::move(record));
}

void ProviderHealthBoard::describe(api::ProviderView &view) const
{
    const auto firstProblem = [&view] {
        for (const api::ProviderKeyView &key : view.keys) {
            if (key.isEnabled && !key.problem.isEmpty())
                return key.problem;
        }
        return QString();
    };
    const bool hasUsableKey = std::any_of(view.keys.begin(), view.keys.end(), [](const api::ProviderKeyView &key) {
        return key.isEnabled && key.hasValue;
    });
    const std::lock_guard lock(m_mutex);
    const auto found = m_boards.find(toUtf8(view.name));
    const Board *board = found == m_boards.end() ? nullptr : &found->second;
    if (board) {
        const std::int64_t now = minuteNow();
        for (const Minute &minute : board->minutes) {
            if (minute.number < 0 || now - minute.number >= 60)
                continue;
            view.requestsLastHour += minute.requests;
            view.errorsLastHour += minute.errors;
        }
    }
    if (!view.isEnabled) {
        view.health = api::ProviderHealth::Off;
    } else if (view.needsKey && !hasUsableKey) {
        view.health = api::ProviderHealth::NoKey;
        view.healthReason = firstProblem();
    } else if (board) {
        view.healthReason = toText(board->lastReason);
        view.healthErrorCode = toText(board->lastErrorCode);
        view.healthStatus = board->lastStatus;
        if (board->lastStatus == 401 || board->lastStatus == 403)
            view.health = api::ProviderHealth::KeyRejected;
        else if (board->lastState == RequestState::RateLimited)
            view.health = api::ProviderHealth::RateLimited;
        else if (isProvidersFault(board->lastState) && (board->failuresInRow > 1 || !board->hasServed))
            view.health = board->lastStatus == 0 ? api::ProviderHealth::Unreachable : api::ProviderHealth::Failing;
        else
            view.health =
                board->lastFirstByte > slowFirstByte ? api::ProviderHealth::Slow : api::ProviderHealth::Healthy;
    }
}

} // namespace gateway::service
