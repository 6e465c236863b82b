#include "ui/models/error_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui::models {

using gateway::ErrorCode;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};

struct KindOfCode {
    ErrorCode code;
    const char *words;
};

constexpr std::array kindsOfCodes{
    KindOfCode{ErrorCode::UpstreamUnreachable, QT_TRANSLATE_NOOP("ErrorWords", "The provider cannot be reached")},
    KindOfCode{ErrorCode::UpstreamReset,
               QT_TRANSLATE_NOOP("ErrorWords", "The connection broke before the answer ended")},
    KindOfCode{ErrorCode::UpstreamTimedOut, QT_TRANSLATE_NOOP("ErrorWords", "The provider did not answer in time")},
    KindOfCode{ErrorCode::UpstreamTls, QT_TRANSLATE_NOOP("ErrorWords", "The provider's certificate is not accepted")},
    KindOfCode{ErrorCode::UpstreamProxy, QT_TRANSLATE_NOOP("ErrorWords", "The proxy refuses or cannot be reached")},
    KindOfCode{ErrorCode::UpstreamProtocol, QT_TRANSLATE_NOOP("ErrorWords", "The provider's answer cannot be read")},
    KindOfCode{ErrorCode::ClientGone, QT_TRANSLATE_NOOP("ErrorWords", "The client ended the connection")},
    KindOfCode{ErrorCode::Cancelled, QT_TRANSLATE_NOOP("ErrorWords", "Cancelled in this window")},
    KindOfCode{ErrorCode::ModelMissing, QT_TRANSLATE_NOOP("ErrorWords", "The request names no model")},
    KindOfCode{ErrorCode::ModelUnresolved, QT_TRANSLATE_NOOP("ErrorWords", "No provider has this model")},
    KindOfCode{ErrorCode::ProviderNotConfigured, QT_TRANSLATE_NOOP("ErrorWords", "This provider is not set up")},
    KindOfCode{ErrorCode::NoKeyForModel, QT_TRANSLATE_NOOP("ErrorWords", "No key may be used for this model")},
    KindOfCode{ErrorCode::SecretUnavailable, QT_TRANSLATE_NOOP("ErrorWords", "The key cannot be read or stored")},
    KindOfCode{ErrorCode::StorageFailed, QT_TRANSLATE_NOOP("ErrorWords", "The store failed")},
    KindOfCode{ErrorCode::ShuttingDown, QT_TRANSLATE_NOOP("ErrorWords", "Bilrost was about to stop")},
    KindOfCode{ErrorCode::TooManyConnections, QT_TRANSLATE_NOOP("ErrorWords", "Too many connections at once")},
    KindOfCode{ErrorCode::MalformedJson, QT_TRANSLATE_NOOP("ErrorWords", "The request is not valid JSON")},
    KindOfCode{ErrorCode::MalformedHttp, QT_TRANSLATE_NOOP("ErrorWords", "The request is not valid HTTP")},
    KindOfCode{ErrorCode::UnsupportedOperation,
               QT_TRANSLATE_NOOP("ErrorWords", "The provider cannot do this operation")},
    KindOfCode{ErrorCode::UnsupportedEncoding,
               QT_TRANSLATE_NOOP("ErrorWords", "The request is packed in an unknown way")},
    KindOfCode{ErrorCode::VirtualKeyUnknown, QT_TRANSLATE_NOOP("ErrorWords", "This virtual key does not exist")},
    KindOfCode{ErrorCode::VirtualKeyRequired, QT_TRANSLATE_NOOP("ErrorWords", "A virtual key is needed")},
    KindOfCode{ErrorCode::VirtualKeyBlocked,
               QT_TRANSLATE_NOOP("ErrorWords", "This virtual key is turned off or has expired")},
    KindOfCode{ErrorCode::ModelBlocked, QT_TRANSLATE_NOOP("ErrorWords", "The virtual key may not use this model")},
    KindOfCode{ErrorCode::ProviderBlocked,
               QT_TRANSLATE_NOOP("ErrorWords", "The virtual key may not use this provider")},
    KindOfCode{ErrorCode::BudgetExceeded, QT_TRANSLATE_NOOP("ErrorWords", "A budget is spent")},
    KindOfCode{ErrorCode::TokenLimited, QT_TRANSLATE_NOOP("ErrorWords", "The tokens of a limit are used up")},
    KindOfCode{ErrorCode::RequestLimited, QT_TRANSLATE_NOOP("ErrorWords", "The requests of a limit are used up")},
    KindOfCode{ErrorCode::LimitReserved,
               QT_TRANSLATE_NOOP("ErrorWords", "Running requests hold what is left of a limit")},
    KindOfCode{ErrorCode::HostRefused, QT_TRANSLATE_NOOP("ErrorWords", "Refused: called under a foreign host name")},
    KindOfCode{ErrorCode::OriginRefused, QT_TRANSLATE_NOOP("ErrorWords", "Refused: called from a foreign web page")},
    KindOfCode{ErrorCode::BodyTooLarge, QT_TRANSLATE_NOOP("ErrorWords", "The request is too large")},
    KindOfCode{ErrorCode::RequestTimedOut, QT_TRANSLATE_NOOP("ErrorWords", "The client was too slow")},
};

// What a provider means by its status; 400 and 422 mean something else each time, which only its own words tell.
QString kindOfStatus(const Problem &problem)
{
    const auto mentions = [&problem](const char *words) {
        return problem.reportedText.contains(QLatin1String(words), Qt::CaseInsensitive);
    };
    const bool isSpent =
        mentions("insufficient_quota") || mentions("credit balance") || mentions("exceeded your current quota");
    if (problem.status == 402 || isSpent)
        return Text::tr("The account has no credit left");
    switch (problem.status) {
    case 401: return Text::tr("The provider refuses the key");
    case 403: return Text::tr("The key may not do this");
    case 404: return Text::tr("The provider does not know this model or address");
    case 408:
    case 504: return Text::tr("The provider did not answer in time");
    case 413: return Text::tr("The request is too large for the provider");
    case 429: return Text::tr("The provider limits the rate right now");
    case 503:
    case 529: return Text::tr("The provider is overloaded");
    default: return problem.status >= 500 ? Text::tr("The provider failed inside") : QString();
    }
}

bool isNamed(const QString &code, ErrorCode wanted)
{
    const std::string_view name = gateway::errorCodeName(wanted);
    return code == QLatin1String(name.data(), static_cast<qsizetype>(name.size()));
}

// True where the engine's own text is in the language of the window.
bool isEnglish()
{
    return Text::tr("en", "the two letters of the language of this translation") == QLatin1String("en");
}

} // namespace

QString problemKindText(const Problem &problem)
{
    if (isNamed(problem.code, ErrorCode::UpstreamStatus))
        return kindOfStatus(problem);
    const auto found = std::find_if(kindsOfCodes.begin(), kindsOfCodes.end(),
                                    [&problem](const KindOfCode &kind) { return isNamed(problem.code, kind.code); });
    return found == kindsOfCodes.end() ? QString() : Text::tr(found->words);
}

QString problemText(const Problem &problem)
{
    if (isEnglish() && !problem.reportedText.isEmpty())
        return problem.reportedText.simplified();
    const QString kind = problemKindText(problem);
    return kind.isEmpty() ? problem.reportedText.simplified() : kind;
}

QString hiddenProblemText(const Problem &problem)
{
    return problemText(problem) == problem.reportedText.simplified() ? QString() : problem.reportedText;
}

bool endedByClient(const QString &code)
{
    return isNamed(code, ErrorCode::ClientGone) || isNamed(code, ErrorCode::Cancelled);
}

Problem problemOf(const gateway::api::RequestSummary &request)
{
    return {request.errorCode, request.status, request.errorText};
}

Problem problemOf(const gateway::api::ProviderView &provider)
{
    return {provider.healthErrorCode, provider.healthStatus, provider.healthReason};
}

QString failureText(const gateway::Error &error)
{
    const std::string_view name = gateway::errorCodeName(error.code);
    const Problem problem{QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())),
                          error.upstreamStatus.value_or(0), QString::fromStdString(error.message)};
    const QString hidden = hiddenProblemText(problem);
    return hidden.isEmpty() ? problemText(problem)
                            : Text::tr("%1: %2", "what happened, details").arg(problemText(problem), hidden);
}

} // namespace ui::models
