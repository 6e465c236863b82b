// The half of failure_classifier.h that looks at complete answers.
#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/net/upstream/rate_limit_reset.h"
#include "gateway/net/upstream/s3_answer.h"

#include <algorithm>
#include <charconv>

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

namespace gateway::net {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t longestBodyRead = 64 * 1024;
constexpr std::size_t longestQuote = 500;
constexpr milliseconds longestWait = std::chrono::hours(24);

std::optional<double> readNumber(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !(number >= 0))
        return std::nullopt;
    return number;
}

milliseconds clampedWait(double value)
{
    return milliseconds(static_cast<milliseconds::rep>(std::min(value, static_cast<double>(longestWait.count()))));
}

// IMF-fixdate; the two obsolete forms are not sent by anything that speaks HTTP/1.1 today (RFC 9110 §5.6.7).
// Milliseconds since 1970: WallTime ends in the year 2262, and "never again" is said as the year 9999.
std::optional<milliseconds> readDate(std::string_view text)
{
    const QString format = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())), format);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return milliseconds(date.toMSecsSinceEpoch());
}

// The object that says what is wrong; empty when the body is neither JSON nor an error of S3's.
QJsonObject errorObjectOf(std::string_view body)
{
    if (body.empty() || body.size() > longestBodyRead)
        return {};
    if (const auto stored = readS3Error(body))
        return {{QStringLiteral("code"), QString::fromStdString(stored->code)},
                {QStringLiteral("message"), QString::fromStdString(stored->message)}};
    const QByteArray bytes = QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject object =
        document.isArray() ? document[0].toObject() : document.object(); // Google wraps in an array
    const QJsonValue inner = object.value(QLatin1String("error"));
    return inner.isObject() ? inner.toObject() : object;
}

// OpenAI's code ("context_length_exceeded"), or what the others have in its place.
std::string codeOf(const QJsonObject &object)
{
    for (const char *name : {"code", "status", "__type", "type"}) {
        const QJsonValue value = object.value(QLatin1String(name));
        if (value.isString() && value.toString() != QLatin1String("error"))
            return value.toString().left(100).toStdString();
    }
    return {};
}

std::string quoteOf(const QJsonObject &object)
{
    for (const char *name : {"message", "error", "detail"}) {
        const QJsonValue value = object.value(QLatin1String(name));
        if (!value.isString())
            continue;
        QByteArray text = value.toString().toUtf8();
        if (text.size() > static_cast<qsizetype>(longestQuote)) {
            qsizetype end = longestQuote;
            while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
                --end; // never inside a UTF-8 character
            text = text.first(end) + "...";
        }
        return text.toStdString();
    }
    return {};
}

std::string_view meaningOf(int status)
{
    switch (status) {
    case 400: return "the request is not acceptable to it";
    case 401: return "it does not accept the key";
    case 402: return "the account has no credit left";
    case 403: return "the key may not do this";
    case 404: return "it does not know this model or address";
    case 408: return "it waited too long for the request";
    case 413: return "the request is too large for it";
    case 422: return "the request is not acceptable to it";
    case 429: return "the rate limit or quota is used up";
    case 500: return "it failed inside";
    case 502: return "a server behind it failed";
    case 503: return "it is not available at the moment";
    case 504: return "a server behind it did not answer in time";
    case 529: return "it is overloaded";
    default: return status >= 500 ? "it failed" : "it refused the request";
    }
}

RetryAdvice adviceFor(int status)
{
    switch (status) {
    case 500:
    case 502:
    case 503:
    case 504:
    case 529: return RetryAdvice::SameTarget;
    case 401:
    case 403:
    case 429: return RetryAdvice::OtherTarget;
    default: return status >= 500 ? RetryAdvice::OtherTarget : RetryAdvice::Never;
    }
}

} // namespace

std::optional<milliseconds> parseRetryAfter(const HeaderList &headers, WallTime now)
{
    if (const auto text = headers.find("retry-after-ms")) { // OpenAI and Azure
        if (const std::optional<double> number = readNumber(*text))
            return clampedWait(*number);
    }
    const auto text = headers.find("retry-after");
    if (!text)
        return std::nullopt;
    if (const std::optional<double> seconds = readNumber(*text))
        return clampedWait(*seconds * 1000);
    if (const std::optional<milliseconds> date = readDate(*text)) {
        const auto wait = *date - std::chrono::floor<milliseconds>(now.time_since_epoch());
        return std::clamp(wait, milliseconds(0), longestWait);
    }
    return std::nullopt;
}

namespace {

// Google tells in the error's details what others tell by status and header (cloud.google.com/apis/design/errors).
void readGoogleDetails(const QJsonObject &object, Error &error)
{
    for (const QJsonValue &value : object.value(QLatin1String("details")).toArray()) {
        const QJsonObject detail = value.toObject();
        if (detail.value(QLatin1String("reason")) == QLatin1String("API_KEY_INVALID")) {
            error.retry = adviceFor(401); // it comes as 400, but another key may do
            error.upstreamStatus = 401;
        }
        std::string delay = detail.value(QLatin1String("retryDelay")).toString().toStdString(); // "1.5s"
        if (error.retryAfter || !delay.ends_with('s'))
            continue;
        delay.pop_back();
        if (const auto seconds = readNumber(delay))
            error.retryAfter = clampedWait(*seconds * 1000);
    }
}

} // namespace

Error classifyStatus(int status, const HeaderList &headers, std::string_view body)
{
    std::string message = "The provider answered " + std::to_string(status) + ": ";
    const QJsonObject told = errorObjectOf(body);
    const std::string quote = quoteOf(told);
    message += quote.empty() ? std::string(meaningOf(status)) + "." : quote;
    Error error = Error::upstream(ErrorCode::UpstreamStatus, adviceFor(status), std::move(message));
    error.upstreamStatus = status;
    error.upstreamCode = codeOf(told);
    const WallTime now = std::chrono::system_clock::now();
    error.retryAfter = parseRetryAfter(headers, now);
    readGoogleDetails(told, error);
    if (status == 429 && !error.retryAfter) {
        if (const auto wait = rateLimitReset(headers, now))
            error.retryAfter = std::min(*wait, longestWait);
    }
    return error;
}

} // namespace gateway::net
