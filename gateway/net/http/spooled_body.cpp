#include "gateway/net/http/spooled_body.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace gateway::net {

namespace {

QString folder()
{
    const QString chosen = qEnvironmentVariable("TMPDIR");
    for (const QString &candidate : {chosen, QStringLiteral("/var/tmp")}) {
        if (!candidate.isEmpty() && QFileInfo(candidate).isDir() && QFileInfo(candidate).isWritable())
            return candidate;
    }
    return QDir::tempPath();
}

Error cannotKeep(const QTemporaryFile &file)
{
    return Error::internal(ErrorCode::StorageFailed,
                           "The upload could not be put aside on the disk: " + file.errorString().toStdString() + '.');
}

} // namespace

Result<std::shared_ptr<SpooledBody>> SpooledBody::create()
{
    auto file = std::make_unique<QTemporaryFile>(folder() + QStringLiteral("/bilrost-upload-XXXXXX"));
    if (!file->open())
        return unexpected(cannotKeep(*file));
    return std::shared_ptr<SpooledBody>(new SpooledBody(std::move(file)));
}

std::optional<Error> SpooledBody::append(std::string_view bytes)
{
    const bool isWritten =
        m_file->seek(static_cast<qint64>(m_size))
        && m_file->write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size());
    if (!isWritten || !m_file->flush())
        return cannotKeep(*m_file);
    m_size += bytes.size();
    return std::nullopt;
}

std::size_t SpooledBody::read(std::uint64_t offset, std::span<char> into) const
{
    if (offset >= m_size || !m_file->seek(static_cast<qint64>(offset)))
        return 0;
    const qint64 count = m_file->read(into.data(), static_cast<qint64>(into.size()));
    return count > 0 ? static_cast<std::size_t>(count) : 0;
}

} // namespace gateway::net
