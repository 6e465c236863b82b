// Sends a prepared event stream at the pace of a model, with the fault that was asked for.
#pragma once

#include "tools/demo_provider/http_peer.h"
#include "tools/demo_provider/stream_frame.h"

#include <chrono>

#include <QTimer>

namespace demo_provider {

/// A child of its connection: ends with it when the client leaves.
class PacedStream : public QObject {
    Q_OBJECT

public:
    enum class End { Whole, CutInTheMiddle };

    /// `pace` is the mean pause before a paced frame; zero sends everything at once.
    PacedStream(PeerConnection *connection, StreamFrames frames, std::chrono::milliseconds pace, End end);

    /// After `delay`, sends the head and then the frames.
    void start(HeaderFields headers, std::chrono::milliseconds delay);

private:
    void sendSome();

    PeerConnection *m_connection;
    StreamFrames m_frames;
    std::chrono::milliseconds m_pace;
    End m_end;
    std::size_t m_next = 0;
    bool m_rested = false;
    bool m_done = false;
    QTimer m_timer;
};

} // namespace demo_provider
