// An UploadSource as Qt wants to read it: any place, as often as it likes, never the whole at once.
#pragma once

#include "gateway/net/upstream/upload_source.h"

#include <memory>

#include <QtCore/QIODevice>

namespace gateway::net {

class UploadDevice final : public QIODevice {
public:
    explicit UploadDevice(std::shared_ptr<const UploadSource> source) : m_source(std::move(source))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    qint64 size() const override { return static_cast<qint64>(m_source->size()); }
    bool seek(qint64 place) override
    {
        if (place < 0 || place > size() || !QIODevice::seek(place))
            return false;
        m_offset = static_cast<std::uint64_t>(place);
        return true;
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const std::size_t count = m_source->read(m_offset, std::span(data, static_cast<std::size_t>(maxSize)));
        m_offset += count;
        return count > 0 ? static_cast<qint64>(count) : -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::shared_ptr<const UploadSource> m_source;
    std::uint64_t m_offset = 0;
};

} // namespace gateway::net
