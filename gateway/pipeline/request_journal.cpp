#include "gateway/pipeline/request_journal.h"

#include "gateway/access/caller_identification.h"
#include "gateway/base/byte_search.h"
#include "gateway/base/percent_encoding.h"
#include "gateway/base/secret_masker.h"
#include "gateway/metering/request_cost.h"

namespace gateway::pipeline {

namespace {

constexpr std::size_t longestRequestId = 128;

// Bifrost takes the client's x-request-id as the id of its log row.
RequestId chooseId(const HeaderList &headers)
{
    const std::string_view given = headers.value("x-request-id");
    if (given.empty() || given.size() > longestRequestId || containsKeyPattern(given))
        return {makeTimeOrderedUuid()}; // ordered, because the history indexes it
    return {std::string(given)};
}

std::string_view dialectKey(const std::optional<translation::DialectId> &dialect)
{
    return dialect ? translation::dialectName(*dialect) : std::string_view();
}

// Providers repeat the key that they refuse, and not every key has a shape that the patterns know.
void maskProviderKey(RequestRecord &record, std::string_view key)
{
    for (std::string *text : {&record.errorText, &record.finishReason, &record.answeredModel})
        maskSecret(*text, key);
    for (std::string &note : record.notes)
        maskSecret(note, key);
    for (AttemptRecord &attempt : record.attempts)
        maskSecret(attempt.reason, key);
    for (HeaderField &field : record.responseHeaders.fields())
        maskSecret(field.value, key);
    for (auto *body : {&record.requestBody, &record.responseBody}) {
        if (!*body || !byte_search::contains(**body, key))
            continue;
        auto masked = std::make_shared<std::string>(**body);
        if (maskSecret(*masked, key))
            *body = std::move(masked);
    }
}

void maskBody(std::shared_ptr<const std::string> &body)
{
    if (!body || !containsKeyPattern(*body))
        return;
    auto masked = std::make_shared<std::string>(*body);
    maskKeyPatterns(*masked);
    body = std::move(masked);
}

bool keepsBodies(config::CaptureLevel level, RequestState state)
{
    switch (level) {
    case config::CaptureLevel::Metadata: return false;
    case config::CaptureLevel::Errors: return state != RequestState::Succeeded;
    case config::CaptureLevel::Everything: return true;
    }
    return false;
}

} // namespace

RequestState stateOfError(const Error &error)
{
    switch (error.code) {
    case ErrorCode::HostRefused:
    case ErrorCode::OriginRefused:
    case ErrorCode::ManagementRefused:
    case ErrorCode::AdminRequired:
    case ErrorCode::VirtualKeyRequired:
    case ErrorCode::VirtualKeyUnknown:
    case ErrorCode::VirtualKeyBlocked:
    case ErrorCode::ModelBlocked:
    case ErrorCode::ProviderBlocked:
    case ErrorCode::BudgetExceeded: return RequestState::Blocked;
    case ErrorCode::ClientGone:
    case ErrorCode::Cancelled: return RequestState::Cancelled;
    default: break;
    }
    const int status = error.httpStatus();
    if (status == 429)
        return RequestState::RateLimited;
    return status >= 500 ? RequestState::UpstreamError : RequestState::ClientError;
}

RequestJournal::RequestJournal(const Clock &clock, RecordSink &sink, LiveFeed &feed)
    : m_clock(clock), m_sink(sink), m_feed(feed)
{
}

std::unique_ptr<RequestContext> RequestJournal::open(net::HttpExchange &exchange,
                                                     config::ConfigSnapshotPointer snapshot)
{
    const net::HttpRequest &request = exchange.request();
    auto context = std::make_unique<RequestContext>();
    context->exchange = &exchange;
    context->snapshot = std::move(snapshot);
    context->startedAt = request.firstByteAt;
    RequestRecord &record = context->record;
    record.id = chooseId(request.headers);
    record.startedAt =
        m_clock.wallNow() - std::chrono::duration_cast<WallTime::duration>(m_clock.steadyNow() - request.firstByteAt);
    record.method = request.method;
    record.path = maskTarget(request.path());
    record.client = access::applicationName(request.headers);
    record.peerAddress = request.peerAddress;
    record.requestBytes = request.bodySize();
    if (context->mayKeepBodies()) {
        record.requestHeaders = request.headers;
        record.requestBody = request.body;
    }
    if (request.spooledBody) {
        record.isRequestBodyTruncated = true;
        record.notes.emplace_back("The body was too large for the memory: it waited on the disk, and is not kept.");
    }
    m_feed.requestBegan();
    return context;
}

void RequestJournal::showProgress(const RequestContext &context)
{
    if (!m_feed.isWanted())
        return;
    RequestRecord shown = context.record;
    shown.requestHeaders = {}; // not masked yet, and no row shows them
    shown.responseHeaders = {};
    shown.requestBody.reset();
    shown.responseBody.reset();
    shown.streamMarks.clear();
    shown.dialect = dialectKey(context.endpoint.dialect);
    shown.duration = context.sinceStart(m_clock.steadyNow());
    shown.state = context.record.firstByteAt ? RequestState::Streaming : RequestState::InFlight;
    m_feed.publish(std::move(shown));
}

void RequestJournal::close(RequestContext &context, RequestState state, const std::optional<Error> &error)
{
    m_feed.requestEnded();
    RequestRecord &record = context.record;
    record.state = state;
    record.dialect = dialectKey(context.endpoint.dialect);
    record.duration = context.sinceStart(m_clock.steadyNow());
    if (error) {
        record.errorCode = errorCodeName(error->code);
        record.errorText = error->message;
    }
    metering::sumUpCost(record);
    if (context.virtualKey && context.virtualKey->isPrivate) {
        record.requestHeaders = {};
        record.responseHeaders = {};
    }
    if (!keepsBodies(context.captureLevel(), state)) {
        record.requestBody.reset();
        record.responseBody.reset();
        record.streamMarks.clear();
    }
    for (const config::ProviderKey *key : context.usedKeys) {
        for (const SecretString *secret : {&key->value, &key->aws.secretAccessKey, &key->aws.sessionToken}) {
            if (secret->isEmpty())
                continue;
            maskProviderKey(record, secret->reveal());
            // As it stands in an address.
            if (const std::string encoded = percentEncoded(secret->reveal()); encoded != secret->reveal())
                maskProviderKey(record, encoded);
        }
    }
    context.admission.settle(record);
    postMasked(std::move(record));
}

void RequestJournal::recordRefusal(const Error &error, std::string_view method, std::string_view target,
                                   const HeaderList &headers, std::string_view peerAddress)
{
    RequestRecord record;
    record.id = {makeTimeOrderedUuid()}; // the client's own id is not trusted in a request that is refused
    record.startedAt = m_clock.wallNow();
    record.method = method;
    record.path = maskTarget(target.substr(0, target.find('?')));
    record.client = access::applicationName(headers);
    record.peerAddress = peerAddress;
    record.status = error.httpStatus();
    record.state = stateOfError(error);
    record.errorCode = errorCodeName(error.code);
    record.errorText = error.message;
    record.requestHeaders = headers;
    postMasked(std::move(record));
}

void RequestJournal::postMasked(RequestRecord &&record)
{
    record.requestHeaders = maskHeaders(std::move(record.requestHeaders));
    record.responseHeaders = maskHeaders(std::move(record.responseHeaders));
    // Whatever a client or a provider may have written, in the order of the record.
    for (std::string *text :
         {&record.method, &record.path, &record.client, &record.sessionId, &record.askedModel, &record.model,
          &record.answeredModel, &record.finishReason, &record.errorText, &record.rawUsage})
        maskKeyPatterns(*text);
    for (std::string &note : record.notes)
        maskKeyPatterns(note);
    for (AttemptRecord &attempt : record.attempts) {
        maskKeyPatterns(attempt.model);
        maskKeyPatterns(attempt.reason);
        maskKeyPatterns(attempt.costDetail.problem); // quotes the service tier as the provider wrote it
        maskKeyPatterns(attempt.costDetail.serviceTier);
    }
    maskBody(record.requestBody);
    maskBody(record.responseBody);
    if (m_feed.isWanted()) {
        RequestRecord shown = record;
        shown.requestBody.reset();
        shown.responseBody.reset();
        shown.streamMarks.clear();
        m_feed.publish(std::move(shown));
    }
    m_sink.postRecord(std::move(record));
}

} // namespace gateway::pipeline
