#include "tools/demo_provider/http_peer.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include <QHostAddress>
#include <QTcpSocket>

namespace demo_provider {

namespace {

constexpr std::size_t largestHead = 64 * 1024;
constexpr std::size_t largestBody = 32 * 1024 * 1024;

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// Whole number in the given base; false if anything else stands there.
bool readNumber(std::string_view text, int base, std::size_t &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc{} && end == text.data() + text.size() && !text.empty();
}

std::string_view reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 413: return "Payload Too Large";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 529: return "Overloaded";
    default: return "Unknown";
    }
}

} // namespace

std::string_view PeerRequest::header(std::string_view name) const
{
    const auto found =
        std::find_if(headers.begin(), headers.end(), [&](const auto &field) { return field.first == name; });
    return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

PeerConnection::PeerConnection(QTcpSocket *socket, QObject *parent) : QObject(parent), m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &PeerConnection::readMore);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &PeerConnection::bytesSent);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

void PeerConnection::readMore()
{
    const QByteArray bytes = m_socket->readAll();
    m_buffer.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    bool progress = true;
    while (progress && m_state != ReadState::Answering) {
        switch (m_state) {
        case ReadState::Head: progress = readHead(); break;
        case ReadState::SizedBody: progress = readSizedBody(); break;
        case ReadState::ChunkedBody: progress = readChunkedBody(); break;
        case ReadState::Answering: break;
        }
    }
}

bool PeerConnection::readHead()
{
    const std::size_t end = m_buffer.find("\r\n\r\n");
    if (end == std::string::npos) {
        if (m_buffer.size() > largestHead) {
            refuse(431, "headers too large");
        }
        return false;
    }
    const std::string head = m_buffer.substr(0, end);
    m_buffer.erase(0, end + 4);
    m_request = {};

    const std::string_view view(head);
    const std::string_view line = view.substr(0, view.find("\r\n"));
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || last <= first || !line.substr(last + 1).starts_with("HTTP/1.")) {
        refuse(400, "malformed request line");
        return false;
    }
    m_keepAlive = line.substr(last + 1) == "HTTP/1.1";
    m_request.method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::size_t question = target.find('?');
    m_request.path = target.substr(0, question);
    m_request.query = question == std::string_view::npos ? std::string_view{} : target.substr(question + 1);

    for (std::size_t at = line.size() + 2; at < view.size();) {
        const std::size_t lineEnd = std::min(view.find("\r\n", at), view.size());
        const std::string_view field = view.substr(at, lineEnd - at);
        const std::size_t colon = field.find(':');
        if (colon == std::string_view::npos || colon == 0) {
            refuse(400, "malformed header");
            return false;
        }
        m_request.headers.emplace_back(lowered(field.substr(0, colon)), std::string(trimmed(field.substr(colon + 1))));
        at = lineEnd + 2;
    }
    return readFraming();
}

bool PeerConnection::readFraming()
{
    const std::string connection = lowered(m_request.header("connection"));
    if (connection.find("close") != std::string::npos) {
        m_keepAlive = false;
    }
    if (m_request.header("host").empty()) {
        refuse(400, "missing host header");
        return false;
    }
    if (lowered(m_request.header("expect")) == "100-continue") {
        write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    const std::string_view length = m_request.header("content-length");
    const std::string encoding = lowered(m_request.header("transfer-encoding"));
    if (!encoding.empty()) {
        // Both at once is how requests are smuggled (RFC 9112 section 6.1).
        if (encoding != "chunked" || !length.empty()) {
            refuse(400, "unsupported transfer encoding");
            return false;
        }
        m_state = ReadState::ChunkedBody;
        return true;
    }
    m_bodySize = 0;
    if (!length.empty() && !readNumber(length, 10, m_bodySize)) {
        refuse(400, "malformed content-length");
        return false;
    }
    if (m_bodySize > largestBody) {
        refuse(413, "body too large");
        return false;
    }
    m_state = ReadState::SizedBody;
    return true;
}

bool PeerConnection::readSizedBody()
{
    if (m_buffer.size() < m_bodySize) {
        return false;
    }
    m_request.body = m_buffer.substr(0, m_bodySize);
    m_buffer.erase(0, m_bodySize);
    deliver();
    return true;
}

bool PeerConnection::readChunkedBody()
{
    const std::size_t lineEnd = m_buffer.find("\r\n");
    if (lineEnd == std::string::npos) {
        return false;
    }
    std::size_t size = 0;
    const std::string_view line(m_buffer.data(), lineEnd);
    if (!readNumber(trimmed(line.substr(0, line.find(';'))), 16, size)) {
        refuse(400, "malformed chunk");
        return false;
    }
    if (m_request.body.size() + size > largestBody) {
        refuse(413, "body too large");
        return false;
    }
    const std::size_t chunkEnd = lineEnd + 2 + size;
    if (m_buffer.size() < chunkEnd + 2) {
        return false;
    }
    if (m_buffer.compare(chunkEnd, 2, "\r\n") != 0) {
        refuse(400, "malformed chunk");
        return false;
    }
    m_request.body.append(m_buffer, lineEnd + 2, size);
    m_buffer.erase(0, chunkEnd + 2);
    if (size == 0) {
        deliver();
    }
    return true;
}

void PeerConnection::deliver()
{
    m_state = ReadState::Answering;
    const PeerRequest request = std::move(m_request);
    emit requested(request);
}

void PeerConnection::refuse(int status, std::string_view text)
{
    m_keepAlive = false;
    sendWhole(status, {{"content-type", "text/plain"}}, text);
}

void PeerConnection::write(std::string_view bytes)
{
    m_socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
}

void PeerConnection::sendWhole(int status, const HeaderFields &headers, std::string_view body)
{
    std::string head = "HTTP/1.1 " + std::to_string(status) + " " + std::string(reasonPhrase(status)) + "\r\n";
    for (const auto &[name, value] : headers) {
        head += name + ": " + value + "\r\n";
    }
    head += "content-length: " + std::to_string(body.size()) + "\r\n";
    head += m_keepAlive ? "\r\n" : "connection: close\r\n\r\n";
    head += body;
    write(head);
    answered();
}

void PeerConnection::beginStream(int status, const HeaderFields &headers)
{
    std::string head = "HTTP/1.1 " + std::to_string(status) + " " + std::string(reasonPhrase(status)) + "\r\n";
    for (const auto &[name, value] : headers) {
        head += name + ": " + value + "\r\n";
    }
    head += "transfer-encoding: chunked\r\n";
    head += m_keepAlive ? "\r\n" : "connection: close\r\n\r\n";
    write(head);
}

void PeerConnection::sendChunk(std::string_view bytes)
{
    char size[20];
    const auto [end, error] = std::to_chars(size, size + sizeof size, bytes.size(), 16);
    Q_ASSERT(error == std::errc{});
    std::string chunk(size, end);
    chunk += "\r\n";
    chunk += bytes;
    chunk += "\r\n";
    write(chunk);
}

void PeerConnection::endStream()
{
    write("0\r\n\r\n");
    answered();
}

void PeerConnection::cut()
{
    m_socket->disconnectFromHost();
}

qint64 PeerConnection::unsentBytes() const
{
    return m_socket->bytesToWrite();
}

void PeerConnection::answered()
{
    if (!m_keepAlive) {
        m_state = ReadState::Answering;
        m_socket->disconnectFromHost();
        return;
    }
    m_state = ReadState::Head;
    if (!m_buffer.empty()) {
        QMetaObject::invokeMethod(this, &PeerConnection::readMore, Qt::QueuedConnection);
    }
}

HttpPeer::HttpPeer(Handler handler, QObject *parent) : QObject(parent), m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpPeer::accept);
}

quint16 HttpPeer::listen(quint16 port)
{
    return m_server.listen(QHostAddress(QHostAddress::LocalHost), port) ? m_server.serverPort() : quint16{0};
}

void HttpPeer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *connection = new PeerConnection(socket, this);
        connect(connection, &PeerConnection::requested, this,
                [this, connection](const PeerRequest &request) { m_handler(*connection, request); });
    }
}

} // namespace demo_provider
