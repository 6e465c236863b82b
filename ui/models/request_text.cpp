#include "ui/models/request_text.h"

#include "ui/look/state_shape.h"
#include "ui/models/error_words.h"

#include <QCoreApplication>

namespace ui::models {

using gateway::RequestState;
using gateway::api::RequestSummary;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RequestText)
};

QString withStatus(int status, const QString &text)
{
    if (status <= 0)
        return text;
    return text.isEmpty() ? QString::number(status) : Text::tr("%1 · %2", "status, reason").arg(status).arg(text);
}

QString cancelledText(const RequestSummary &request)
{
    if (!request.errorText.isEmpty())
        return problemText(problemOf(request));
    if (request.outputTokens)
        return *request.outputTokens == 1
                   ? Text::tr("client left after 1 token")
                   : Text::tr("client left after %n tokens", nullptr, static_cast<int>(*request.outputTokens));
    return request.firstByteAt ? Text::tr("client left during the answer") : Text::tr("client left before the answer");
}

QString brokenText(const RequestSummary &request)
{
    if (request.outputTokens)
        return *request.outputTokens == 1
                   ? Text::tr("stream cut at 1 token")
                   : Text::tr("stream cut at %n tokens", nullptr, static_cast<int>(*request.outputTokens));
    return request.errorText.isEmpty() ? Text::tr("stream cut") : problemText(problemOf(request));
}

QString someone(const RequestSummary &request)
{
    return request.provider.isEmpty() ? Text::tr("the provider") : request.provider;
}

QString succeededHeadline(const RequestSummary &request)
{
    const QString who = someone(request);
    if (request.attempts > 2)
        return Text::tr("Answered by %1 after %n failed tries", nullptr, request.attempts - 1).arg(who);
    return request.attempts == 2 ? Text::tr("Answered by %1 after 1 failed try").arg(who)
                                 : Text::tr("Answered by %1").arg(who);
}

QString refusedHeadline(const RequestSummary &request)
{
    if (request.provider.isEmpty() || request.attempts == 0)
        return Text::tr("Refused before it was sent");
    return Text::tr("%1 refused the request (%2)").arg(request.provider).arg(request.status);
}

QString upstreamHeadline(const RequestSummary &request)
{
    if (request.provider.isEmpty())
        return Text::tr("No provider answered");
    if (request.attempts > 1)
        return Text::tr("%1 failed after %n tries", nullptr, request.attempts).arg(request.provider);
    return Text::tr("%1 failed").arg(request.provider);
}

} // namespace

bool hasFailedUnanswered(RequestState state)
{
    return hasFailed(state) && state != RequestState::BrokenStream;
}

bool hasAskedForAlias(const RequestSummary &request)
{
    return !request.model.isEmpty() && request.askedModel != request.model
           && !request.askedModel.contains(QLatin1Char('/'));
}

bool hasFallenBack(const RequestSummary &request)
{
    return request.attempts > 1 && !request.firstProvider.isEmpty() && !request.provider.isEmpty()
           && request.firstProvider != request.provider;
}

QString shortClientName(const QString &client)
{
    const qsizetype kit = client.indexOf(QLatin1String(" SDK ("));
    if (kit < 0 || !client.endsWith(QLatin1Char(')')))
        return client;
    QString language = client.mid(kit + 6).chopped(1);
    if (language == QLatin1String("JavaScript"))
        language = QStringLiteral("JS");
    return client.left(kit) + QLatin1Char(' ') + language;
}

QString errorText(const RequestSummary &request)
{
    if (request.state == RequestState::Succeeded || !hasEnded(request.state))
        return {};
    const QString text = problemText(problemOf(request));
    if (!text.isEmpty())
        return text;
    return request.errorCode.isEmpty() ? look::stateText(request.state) : request.errorCode;
}

QString resultText(const RequestSummary &request)
{
    switch (request.state) {
    case RequestState::InFlight:
        if (request.attempts > 1)
            return Text::tr("waiting, try %1").arg(request.attempts);
        return Text::tr("waiting for first token");
    case RequestState::Streaming: return Text::tr("streaming");
    case RequestState::Succeeded:
        if (hasFallenBack(request))
            return withStatus(request.status, Text::tr("after %1").arg(request.firstProvider));
        return withStatus(request.status, request.finishReason);
    case RequestState::ClientError:
    case RequestState::UpstreamError:
    case RequestState::RateLimited:
    case RequestState::Blocked: return withStatus(request.status, errorText(request));
    case RequestState::Cancelled: return cancelledText(request);
    case RequestState::BrokenStream: return brokenText(request);
    }
    return {};
}

QString headlineText(const RequestSummary &request)
{
    switch (request.state) {
    case RequestState::InFlight:
        return request.provider.isEmpty() ? Text::tr("Waiting") : Text::tr("Waiting for %1").arg(request.provider);
    case RequestState::Streaming: return Text::tr("Streaming from %1").arg(someone(request));
    case RequestState::Succeeded: return succeededHeadline(request);
    case RequestState::ClientError:
    case RequestState::Blocked: return refusedHeadline(request);
    case RequestState::UpstreamError: return upstreamHeadline(request);
    case RequestState::RateLimited: return Text::tr("Rate limited by %1").arg(someone(request));
    case RequestState::Cancelled: return Text::tr("Cancelled");
    case RequestState::BrokenStream: return Text::tr("The stream from %1 was cut").arg(someone(request));
    }
    return {};
}

QString servedText(const RequestSummary &request)
{
    if (request.provider.isEmpty())
        return hasEnded(request.state) ? Text::tr("not sent") : QString();
    if (request.model.isEmpty())
        return request.provider;
    return Text::tr("%1 / %2", "provider / model").arg(request.provider, request.model);
}

QString spokenText(const RequestSummary &request, const DisplayFormat &format)
{
    const ClockText time = format.clock(request.startedAt);
    const QString client = request.client.isEmpty() ? Text::tr("A client") : request.client;
    QStringList sentences{look::stateText(request.state), time.head + time.tail,
                          Text::tr("%1 asked %2").arg(client, request.askedModel)};
    if (hasFallenBack(request))
        sentences << Text::tr("%1 took over from %2").arg(request.provider, request.firstProvider);
    QString result = resultText(request);
    sentences << result.replace(QStringLiteral(" · "), QStringLiteral(", "));
    const QString duration = format.duration(request.duration);
    sentences << (request.attempts == 1 ? Text::tr("1 try, %1").arg(duration)
                                        : Text::tr("%n tries, %1", nullptr, request.attempts).arg(duration));
    return sentences.join(QStringLiteral(". ")) + QLatin1Char('.');
}

} // namespace ui::models
