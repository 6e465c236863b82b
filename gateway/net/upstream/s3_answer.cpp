#include "gateway/net/upstream/s3_answer.h"

#include <charconv>

#include <QtCore/QByteArray>
#include <QtCore/QXmlStreamReader>

namespace gateway::net {

namespace {

constexpr std::size_t longestList = 8 * 1024 * 1024;
constexpr std::size_t longestError = 64 * 1024;
constexpr std::size_t mostObjects = 1000; // what S3 gives at once

QByteArray viewOf(std::string_view xml)
{
    return QByteArray::fromRawData(xml.data(), static_cast<qsizetype>(xml.size()));
}

// A document type could declare entities; S3 sends none.
bool isOpened(QXmlStreamReader &reader, const char *root)
{
    reader.setEntityExpansionLimit(0);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::DTD)
            return false;
        if (token == QXmlStreamReader::StartElement)
            return reader.name() == QLatin1String(root);
    }
    return false;
}

std::string textIn(QXmlStreamReader &reader)
{
    return reader.readElementText(QXmlStreamReader::SkipChildElements).toStdString();
}

S3Object readObject(QXmlStreamReader &reader)
{
    S3Object object;
    while (reader.readNextStartElement()) {
        if (reader.name() == QLatin1String("Key")) {
            object.key = textIn(reader);
        } else if (reader.name() == QLatin1String("Size")) {
            const std::string digits = textIn(reader);
            std::from_chars(digits.data(), digits.data() + digits.size(), object.size);
        } else if (reader.name() == QLatin1String("LastModified")) {
            object.lastModified = textIn(reader);
        } else {
            reader.skipCurrentElement();
        }
    }
    return object;
}

Error noList()
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's answer is no list of files.");
}

} // namespace

Result<S3List> readS3List(std::string_view xml)
{
    if (xml.size() > longestList)
        return unexpected(noList());
    QXmlStreamReader reader(viewOf(xml));
    if (!isOpened(reader, "ListBucketResult"))
        return unexpected(noList());
    S3List list;
    while (reader.readNextStartElement()) {
        if (reader.name() == QLatin1String("Contents") && list.objects.size() < mostObjects)
            list.objects.push_back(readObject(reader));
        else if (reader.name() == QLatin1String("IsTruncated"))
            list.isTruncated = textIn(reader) == "true";
        else
            reader.skipCurrentElement();
    }
    if (reader.hasError())
        return unexpected(noList());
    return list;
}

std::optional<S3Error> readS3Error(std::string_view xml)
{
    if (xml.size() > longestError || !xml.starts_with('<'))
        return std::nullopt;
    QXmlStreamReader reader(viewOf(xml));
    if (!isOpened(reader, "Error"))
        return std::nullopt;
    S3Error error;
    while (reader.readNextStartElement()) {
        if (reader.name() == QLatin1String("Code"))
            error.code = textIn(reader);
        else if (reader.name() == QLatin1String("Message"))
            error.message = textIn(reader);
        else
            reader.skipCurrentElement();
    }
    return reader.hasError() || error.code.empty() ? std::nullopt : std::optional(std::move(error));
}

} // namespace gateway::net
