// Makes requests for tests of the Requests page.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QTimeZone>

namespace samples {

inline gateway::api::RequestSummary request(int number, gateway::RequestState state = gateway::RequestState::Succeeded)
{
    using namespace std::chrono_literals;
    gateway::api::RequestSummary request;
    request.id = QStringLiteral("req_%1").arg(number, 8, 10, QLatin1Char('0'));
    request.startedAt = QDateTime(QDate(2026, 11, 21), QTime(8, 0), Qt::UTC).addMSecs(qint64(number) * 900);
    request.state = state;
    request.client = number % 3 == 0 ? QStringLiteral("Codex") : QStringLiteral("Claude Code");
    request.operation = QStringLiteral("chat");
    request.dialect = QStringLiteral("openai");
    request.askedModel = number % 2 == 0 ? QStringLiteral("openai/gpt-5.4") : QStringLiteral("claude-sonnet-5-5");
    request.provider = number % 2 == 0 ? QStringLiteral("openai") : QStringLiteral("anthropic");
    request.model = number % 2 == 0 ? QStringLiteral("gpt-5.4") : QStringLiteral("claude-sonnet-5-5");
    request.attempts = 1;
    request.isStream = true;
    request.duration = 1'200ms;
    if (hasEnded(state)) {
        request.sequence = number;
        request.status = state == gateway::RequestState::RateLimited ? 429 : 200;
        request.finishReason = QStringLiteral("stop");
        request.firstByteAt = 400ms;
        request.inputTokens = 84'212;
        request.cachedTokens = 79'904;
        request.outputTokens = 412;
    }
    return request;
}

// Newest first, of the stored requests 1 to `highest` that come before `beforeSequence`.
inline gateway::api::HistoryPage page(int highest, qint64 beforeSequence = 0, int limit = 200)
{
    gateway::api::HistoryPage page;
    page.totalStored = highest;
    int number = beforeSequence > 0 ? static_cast<int>(beforeSequence) - 1 : highest;
    for (; number > 0 && page.rows.size() < limit; --number)
        page.rows << request(number);
    page.hasMore = number > 0;
    return page;
}

} // namespace samples
