#include "tools/demo_provider/paced_stream.h"

#include <QRandomGenerator>

namespace demo_provider {

namespace {

/// More than this stays in our own list: a slow reader must be felt, not buffered away.
constexpr qint64 mostUnsent = 1024 * 1024;

} // namespace

PacedStream::PacedStream(PeerConnection *connection, StreamFrames frames, std::chrono::milliseconds pace, End end)
    : QObject(connection), m_connection(connection), m_frames(std::move(frames)), m_pace(pace), m_end(end)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PacedStream::sendSome);
    connect(connection, &PeerConnection::bytesSent, this, [this] {
        if (!m_timer.isActive() && m_next > 0) {
            sendSome();
        }
    });
}

void PacedStream::start(HeaderFields headers, std::chrono::milliseconds delay)
{
    QTimer::singleShot(delay, this, [this, headers = std::move(headers)] {
        m_connection->beginStream(200, headers);
        sendSome();
    });
}

void PacedStream::sendSome()
{
    const std::size_t stop = m_end == End::CutInTheMiddle ? m_frames.size() / 2 : m_frames.size();
    while (!m_done && m_next < stop) {
        if (m_connection->unsentBytes() > mostUnsent) {
            return;
        }
        const StreamFrame &frame = m_frames[m_next];
        if (frame.paced && m_pace.count() > 0 && !m_rested) {
            // From two thirds to four thirds of the pace: even spacing looks like a machine.
            const int third = static_cast<int>(m_pace.count() / 3);
            m_rested = true;
            m_timer.start(static_cast<int>(m_pace.count()) - third
                          + QRandomGenerator::global()->bounded(2 * third + 1));
            return;
        }
        m_rested = false;
        ++m_next;
        m_connection->sendChunk(frame.bytes);
    }
    if (m_done) {
        return;
    }
    m_done = true;
    m_timer.stop();
    disconnect(m_connection, nullptr, this, nullptr);
    if (m_end == End::CutInTheMiddle) {
        m_connection->cut();
    } else {
        m_connection->endStream();
    }
    deleteLater();
}

} // namespace demo_provider
