#include "gateway/net/upstream/network_access_exchange.h"

#include "gateway/net/upstream/proxy_choice.h"
#include "gateway/net/upstream/request_writer.h"
#include "gateway/net/upstream/upload_device.h"
#include "gateway/net/upstream/upstream_url.h"

#include <array>
#include <charconv>

#include <QtNetwork/QNetworkRequest>
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QtNetwork/QHttp1Configuration>
#endif

namespace gateway::net {

namespace {

constexpr qint64 replyBufferLimit = 512 * 1024; // less costs throughput: each refill crosses threads twice

QByteArray toBytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

// Tunnels take the credentials from the QNetworkProxy. A proxy that is asked for plain http gets them with the request;
// Qt would ask for them by a signal, and again without end when they are wrong.
void setProxyCredentials(QNetworkRequest &out, const UpstreamRoute &route)
{
    if (route.proxyMode != ProxyMode::Http || route.scheme != "http" || route.proxyUsername.empty())
        return;
    const QByteArray pair = toBytes(route.proxyUsername) + ':' + toBytes(route.proxyPassword);
    out.setRawHeader("Proxy-Authorization", "Basic " + pair.toBase64()); // RFC 7617
}

void setHeaders(QNetworkRequest &out, const UpstreamRequest &request)
{
    for (const HeaderField &field : request.headers) {
        if (isFramingField(field.name))
            continue;
        const QByteArray name = toBytes(field.name);
        // Qt keeps one value for a name; RFC 9110 §5.3 lets values be joined.
        const QByteArray before = out.rawHeader(name);
        out.setRawHeader(name, before.isNull() ? toBytes(field.value) : before + ", " + toBytes(field.value));
    }
    setProxyCredentials(out, *request.route);
    // Qt fills these in when they are missing: "gzip" (and would then decompress), "Mozilla/5.0", the user's language.
    if (!request.headers.contains("accept-encoding"))
        out.setRawHeader("Accept-Encoding", "identity");
    if (!request.headers.contains("user-agent"))
        out.setRawHeader("User-Agent", "Bilrost/" BILROST_VERSION);
    if (!request.headers.contains("accept-language"))
        out.setRawHeader("Accept-Language", "*");
    if (request.body && !request.headers.contains("content-type"))
        out.setRawHeader("Content-Type", "application/json");
}

QNetworkRequest makeRequest(const UpstreamRequest &request, const QSslConfiguration &tls)
{
    const UpstreamRoute &route = *request.route;
    const std::string url = route.scheme + "://" + authorityOf(route.scheme, route.host, route.port) + request.target;
    QNetworkRequest out(QUrl::fromEncoded(toBytes(url), QUrl::TolerantMode));
    const bool isTls = route.scheme == "https";
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, isTls && route.allowHttp2);
    out.setAttribute(QNetworkRequest::Http2CleartextAllowedAttribute, false);
    if (isTls)
        out.setSslConfiguration(tls);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(200);
    out.setHttp1Configuration(http1);
#endif
    setHeaders(out, request);
    return out;
}

// Qt reads from the device piece by piece, because it can go back in it.
QNetworkReply *sendUpload(QNetworkAccessManager &manager, const QNetworkRequest &out, const UpstreamRequest &request)
{
    auto *const device = new UploadDevice(request.body.upload());
    QNetworkReply *const reply = request.method == "POST" ? manager.post(out, device)
                                 : request.method == "PUT"
                                     ? manager.put(out, device)
                                     : manager.sendCustomRequest(out, toBytes(request.method), device);
    device->setParent(reply);
    return reply;
}

QNetworkReply *startReply(QNetworkAccessManager &manager, const QNetworkRequest &out, const UpstreamRequest &request)
{
    if (request.body.upload())
        return sendUpload(manager, out, request);
    const QByteArray body =
        request.body ? QByteArray::fromRawData(request.body->data(), static_cast<qsizetype>(request.body->size()))
                     : QByteArray();
    if (request.method == "POST")
        return manager.post(out, body);
    if (request.method == "PUT")
        return manager.put(out, body);
    if (request.method == "GET" && !request.body)
        return manager.get(out);
    if (request.method == "HEAD" && !request.body)
        return manager.head(out); // as a custom verb Qt would wait for a body
    if (request.method == "DELETE" && !request.body)
        return manager.deleteResource(out);
    return manager.sendCustomRequest(out, toBytes(request.method), body);
}

// Qt joins repeated Set-Cookie fields by line feeds, which must not get into a head that we write.
void addField(HeaderList &headers, const QByteArray &name, const QByteArray &value)
{
    for (const QByteArray &line : value.split('\n'))
        headers.add(name.toStdString(), line.trimmed().toStdString());
}

// Qt reports a status of 400 and more as an error although the answer is complete.
bool isAboutStatus(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::ProtocolInvalidOperationError) // what Qt makes of 400
        return true;
    return (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
           || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

} // namespace

NetworkAccessExchange::NetworkAccessExchange(ManagerPool &managers, DeadlineWatch &watch, UpstreamRequest request,
                                             UpstreamObserver &observer)
    : m_managers(&managers), m_watch(&watch), m_request(std::move(request)), m_observer(observer)
{
}

NetworkAccessExchange::~NetworkAccessExchange()
{
    dropReply();
}

void NetworkAccessExchange::begin(ProxyChoice &proxyChoice)
{
    m_fault = findRequestFault(m_request);
    if (!m_fault)
        m_fault = refusalOfNumericHost();
    if (!m_fault) {
        const QNetworkProxy proxy = proxyChoice.proxyFor(*m_request.route);
        const bool isName = addressInHost(m_request.route->host).isNull();
        if (isName && proxy.type() == QNetworkProxy::NoProxy)
            lookUp(proxy);
        else
            send(proxy);
    }
    m_watch->add(*this);
}

std::optional<Error> NetworkAccessExchange::refusalOfNumericHost() const
{
    const std::string &host = m_request.route->host;
    const QHostAddress address = addressInHost(host);
    return address.isNull() ? std::nullopt : m_managers->targets().refusalOf(address, host);
}

// Qt tells no address before it has connected and shaken hands. It keeps what it resolved for a minute, so what is seen
// here is where it connects a moment later; and whom a certificate vouches for, no other answer of a DNS server becomes.
void NetworkAccessExchange::lookUp(const QNetworkProxy &proxy)
{
    QHostInfo::lookupHost(QString::fromStdString(m_request.route->host), this,
                          [this, proxy](const QHostInfo &info) { takeAddresses(info, proxy); });
}

void NetworkAccessExchange::takeAddresses(const QHostInfo &info, const QNetworkProxy &proxy)
{
    if (m_isOver || !m_managers) // meanwhile its time was over, or the transport went
        return;
    const UpstreamRoute &route = *m_request.route;
    if (info.error() != QHostInfo::NoError) {
        fail(classifyReplyError(QNetworkReply::HostNotFoundError, route, m_deadlines.phase(),
                                info.errorString().toStdString()));
        return;
    }
    for (const QHostAddress &address : info.addresses()) {
        if (const auto refusal = m_managers->targets().refusalOf(address, route.host)) {
            fail(*refusal);
            return;
        }
    }
    send(proxy);
}

void NetworkAccessExchange::send(const QNetworkProxy &proxy)
{
    if (ManagerSlot *slot = m_managers->take(m_request.route, proxy)) {
        sendThrough(*slot, proxy);
        return;
    }
    m_deadlines.enter(ExchangePhase::InLine);
    m_ticket = m_managers->wait(m_request.route, proxy, [this, proxy](ManagerSlot &slot) {
        m_ticket.reset();
        m_deadlines.enter(ExchangePhase::Connecting);
        sendThrough(slot, proxy);
        m_watch->deadlineCameNearer(*this);
    });
}

void NetworkAccessExchange::sendThrough(ManagerSlot &slot, const QNetworkProxy &proxy)
{
    m_slot = &slot;
    nameSystemProxy(proxy);
    m_reply = startReply(m_slot->manager, makeRequest(m_request, m_slot->tls), m_request);
    connectReply();
}

// So that a failure of the system's proxy can name it.
void NetworkAccessExchange::nameSystemProxy(const QNetworkProxy &proxy)
{
    if (m_request.route->proxyMode != ProxyMode::System || proxy.type() == QNetworkProxy::NoProxy)
        return;
    auto named = std::make_shared<UpstreamRoute>(*m_request.route);
    named->proxyMode = proxy.type() == QNetworkProxy::Socks5Proxy ? ProxyMode::Socks5 : ProxyMode::Http;
    named->proxyHost = proxy.hostName().toStdString();
    named->proxyPort = proxy.port();
    m_request.route = std::move(named);
}

void NetworkAccessExchange::connectReply()
{
    limitBuffer();
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, &NetworkAccessExchange::noteConnecting);
    connect(m_reply, &QNetworkReply::encrypted, this, &NetworkAccessExchange::noteEncrypted);
    connect(m_reply, &QNetworkReply::requestSent, this, &NetworkAccessExchange::noteSent);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors += errors; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &NetworkAccessExchange::deliverHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &NetworkAccessExchange::readMore);
    connect(m_reply, &QNetworkReply::finished, this, &NetworkAccessExchange::handleFinished);
    // The reply is deleted later than this object, and its upload device reads these bytes without a copy.
    if (!m_request.body.upload())
        connect(m_reply, &QObject::destroyed, m_reply, [body = m_request.body.whole()] {});
}

// Unlimited by default: an answer that nobody reads would fill the memory. Qt forgets the limit when its other thread
// has not yet begun with the request, so it is set again when that is sure to have happened.
void NetworkAccessExchange::limitBuffer()
{
    m_reply->setReadBufferSize(replyBufferLimit);
}

// Qt sends a request again, twice at most, whose connection closes before the head of an answer; it cannot be told not to.
// That is right for a kept connection that the provider had closed. After a new one, or late, the provider may have begun
// to work on it.
bool NetworkAccessExchange::maySendAgain() const
{
    return !m_hasNewConnection && std::chrono::steady_clock::now() - *m_timing.sentAt < staleWindow;
}

Error NetworkAccessExchange::closedWithoutAnswer() const
{
    return classifyReplyError(QNetworkReply::RemoteHostClosedError, *m_request.route, m_deadlines.phase(),
                              "closed without an answer");
}

// Where Qt says in time that it connects again, the call ends before its next copy goes out.
void NetworkAccessExchange::noteConnecting()
{
    if (m_timing.sentAt && m_status == 0 && !maySendAgain())
        fail(closedWithoutAnswer()); // may destroy this
    else
        m_hasNewConnection = true;
}

void NetworkAccessExchange::noteEncrypted()
{
    m_timing.connectedAt = std::chrono::steady_clock::now();
}

void NetworkAccessExchange::noteSent()
{
    limitBuffer();
    const bool isSecond = m_timing.sentAt && m_status == 0;
    const bool isUnwanted = isSecond && !maySendAgain();
    m_hasNewConnection = m_hasNewConnection || isSecond;
    m_timing.sentAt = std::chrono::steady_clock::now();
    if (m_hasNewConnection && !m_timing.connectedAt)
        m_timing.connectedAt = m_timing.sentAt;
    if (m_deadlines.phase() == ExchangePhase::Connecting)
        m_deadlines.enter(ExchangePhase::WaitingForHead);
    if (!isSecond)
        return;
    const QPointer<NetworkAccessExchange> self(this);
    m_observer.requestSentAgain();
    if (self && isUnwanted) // the copy is taken back, and a third one does not go out
        fail(closedWithoutAnswer());
}

void NetworkAccessExchange::deliverHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_status != 0 || status < 200 || m_reply->error() == QNetworkReply::ProxyAuthenticationRequiredError)
        return;
    m_status = status;
    limitBuffer();
    m_deadlines.enter(ExchangePhase::ReadingBody);
    m_timing.headAt = std::chrono::steady_clock::now();
    m_watch->deadlineCameNearer(*this);
    UpstreamResponseHead head;
    head.status = status;
    for (const QNetworkReply::RawHeaderPair &field : m_reply->rawHeaderPairs())
        addField(head.headers, field.first, field.second);
    const std::string_view length = head.headers.value("content-length");
    std::uint64_t number = 0;
    if (std::from_chars(length.data(), length.data() + length.size(), number).ec == std::errc() && !length.empty())
        head.contentLength = number;
    if (m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool()) {
        head.majorVersion = 2;
        if (!m_slot->hasSeenHttp2)
            m_managers->noteHttp2(*m_slot);
    }
    head.isReusedConnection = !m_hasNewConnection;
    removeHopByHopFields(head.headers);
    m_contentLength = head.contentLength;
    m_observer.responseStarted(head);
}

void NetworkAccessExchange::pause()
{
    m_deadlines.setPaused(true);
}

void NetworkAccessExchange::resume()
{
    if (!m_deadlines.isPaused())
        return;
    m_deadlines.setPaused(false);
    if (!m_reply)
        return;
    m_watch->deadlineCameNearer(*this);
    QMetaObject::invokeMethod(
        this, [this] { m_hasFinished ? handleFinished() : readMore(); }, Qt::QueuedConnection);
}

void NetworkAccessExchange::readMore()
{
    const QPointer<NetworkAccessExchange> self(this);
    std::array<char, 32 * 1024> buffer;
    while (self && m_reply && m_status != 0 && !m_deadlines.isPaused()) {
        const qint64 count = m_reply->read(buffer.data(), static_cast<qint64>(buffer.size()));
        if (count <= 0)
            return;
        m_deadlines.noteActivity();
        m_bodyBytes += static_cast<std::uint64_t>(count);
        m_observer.responseBytes(std::string_view(buffer.data(), static_cast<std::size_t>(count)));
    }
}

void NetworkAccessExchange::handleFinished()
{
    const QPointer<NetworkAccessExchange> self(this);
    m_hasFinished = true;
    if (m_reply && m_status == 0 && (m_reply->error() == QNetworkReply::NoError || isAboutStatus(m_reply->error())))
        deliverHead();
    if (self)
        readMore();
    if (self && m_reply && !m_deadlines.isPaused())
        deliverEnd();
}

void NetworkAccessExchange::deliverEnd()
{
    const std::optional<Error> failure = findFailure();
    dropReply();
    if (failure)
        m_observer.responseFailed(*failure);
    else
        m_observer.responseFinished();
}

bool NetworkAccessExchange::hasBody() const
{
    return m_request.method != "HEAD" && m_status != 204 && m_status != 304;
}

std::optional<Error> NetworkAccessExchange::findFailure() const
{
    const UpstreamRoute &route = *m_request.route;
    const QNetworkReply::NetworkError error = m_reply->error();
    std::string detail = m_reply->errorString().toStdString();
    if (m_status != 0 && (error == QNetworkReply::NoError || isAboutStatus(error))) {
        if (m_contentLength && hasBody() && m_bodyBytes != *m_contentLength)
            return answerCut(route, m_bodyBytes, m_contentLength, std::move(detail));
        return std::nullopt;
    }
    if (error == QNetworkReply::NoError)
        return malformedAnswer(route, ResponseParser::Problem::Malformed, "no status");
    if (!m_tlsErrors.isEmpty() && error == QNetworkReply::SslHandshakeFailedError)
        return classifyTlsErrors(m_tlsErrors, route);
    if (m_status != 0 && error == QNetworkReply::RemoteHostClosedError)
        return answerCut(route, m_bodyBytes, m_contentLength, std::move(detail));
    return classifyReplyError(error, route, m_deadlines.phase(), std::move(detail));
}

void NetworkAccessExchange::fail(const Error &error)
{
    dropReply();
    m_observer.responseFailed(error);
}

// Closes the connection or resets the stream unless the answer is complete.
void NetworkAccessExchange::dropReply()
{
    m_isOver = true;
    if (m_watch)
        m_watch->remove(*this);
    if (m_managers && m_ticket)
        m_managers->stopWaiting(*m_ticket);
    m_ticket.reset();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
    if (m_managers)
        m_managers->giveBack(*m_slot);
    m_slot = nullptr;
}

SteadyTime NetworkAccessExchange::deadline() const
{
    return m_fault ? SteadyTime{} : m_deadlines.deadline(m_request);
}

void NetworkAccessExchange::deadlinePassed()
{
    fail(m_fault ? *m_fault : m_deadlines.timeoutError(m_request));
}

} // namespace gateway::net
