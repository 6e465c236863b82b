#include "tools/demo_provider/bedrock_frames.h"

#include <QByteArray>
#include <QtEndian>

#include <zlib.h>

namespace demo_provider::bedrock {

namespace {

void append(QByteArray &bytes, quint32 number)
{
    const quint32 ordered = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&ordered), sizeof ordered);
}

void appendChecksum(QByteArray &bytes)
{
    append(bytes, static_cast<quint32>(
                      crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), static_cast<uInt>(bytes.size()))));
}

void appendHeader(QByteArray &bytes, const std::string &name, const std::string &value)
{
    constexpr char stringType = 7;
    const quint16 size = qToBigEndian(static_cast<quint16>(value.size()));
    bytes.append(static_cast<char>(name.size())).append(QByteArray::fromStdString(name)).append(stringType);
    bytes.append(reinterpret_cast<const char *>(&size), sizeof size).append(QByteArray::fromStdString(value));
}

std::string message(const std::string &kind, const std::string &type, const std::string &payload)
{
    QByteArray headers;
    appendHeader(headers, ":" + kind + "-type", type);
    appendHeader(headers, ":content-type", "application/json");
    appendHeader(headers, ":message-type", kind);
    QByteArray bytes;
    append(bytes, static_cast<quint32>(headers.size()) + static_cast<quint32>(payload.size()) + 16);
    append(bytes, static_cast<quint32>(headers.size()));
    appendChecksum(bytes);
    bytes += headers;
    bytes += QByteArray::fromStdString(payload);
    appendChecksum(bytes);
    return bytes.toStdString();
}

} // namespace

StreamFrame event(const std::string &type, const OrderedJson &data, bool paced)
{
    return {message("event", type, dumped(data)), paced};
}

StreamFrame exception(const std::string &type, const OrderedJson &data)
{
    return {message("exception", type, dumped(data)), false};
}

StreamFrame rawEvent(const std::string &type, const std::string &payload)
{
    return {message("event", type, payload), false};
}

} // namespace demo_provider::bedrock
