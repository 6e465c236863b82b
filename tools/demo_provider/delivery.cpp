#include "tools/demo_provider/delivery.h"

#include "tools/demo_provider/gzip.h"
#include "tools/demo_provider/paced_stream.h"

#include <QTimer>

namespace demo_provider {

namespace {

constexpr std::chrono::milliseconds slowStart{2000};

/// The broken frame of demo-malformed-frame goes between two good ones.
void insertInMiddle(StreamFrames &frames, StreamFrame frame, bool andStop)
{
    const auto middle = frames.begin() + static_cast<std::ptrdiff_t>(frames.size() / 2);
    if (andStop) {
        frames.erase(middle, frames.end());
        frames.push_back(std::move(frame));
    } else {
        frames.insert(middle, std::move(frame));
    }
}

} // namespace

void deliver(PeerConnection &connection, const PeerRequest &request, const DemoModel &model, Delivery delivery)
{
    const std::chrono::milliseconds delay = model.fault == Fault::Slow ? slowStart : std::chrono::milliseconds(0);
    if (delivery.isStream) {
        if (model.fault == Fault::MalformedFrame) {
            insertInMiddle(delivery.frames, {"data: {\"id\": \"broken\", \"choices\": [{\"delta\": \n\n", false},
                           false);
        } else if (model.fault == Fault::ErrorInStream) {
            insertInMiddle(delivery.frames, delivery.errorFrame, true);
        }
        const auto end = model.fault == Fault::CutStream ? PacedStream::End::CutInTheMiddle : PacedStream::End::Whole;
        auto *paced = new PacedStream(&connection, std::move(delivery.frames), delivery.pace, end);
        paced->start(std::move(delivery.streamHeaders), delay);
        return;
    }
    if (model.fault == Fault::CutStream) {
        connection.beginStream(200, delivery.wholeHeaders);
        const std::string text = dumped(delivery.whole);
        connection.sendChunk(text.substr(0, text.size() / 2));
        connection.cut();
        return;
    }
    if (delay.count() == 0) {
        sendBody(connection, request, std::move(delivery.wholeHeaders), delivery.whole, model.fault == Fault::Gzip);
        return;
    }
    QTimer::singleShot(delay, &connection,
                       [target = &connection, fields = std::move(delivery.wholeHeaders),
                        text = dumped(delivery.whole)] { target->sendWhole(200, fields, text); });
}

void sendBody(PeerConnection &connection, const PeerRequest &request, HeaderFields headers, const OrderedJson &body,
              bool compressed)
{
    std::string text = dumped(body);
    if (compressed && request.header("accept-encoding").find("gzip") != std::string_view::npos) {
        text = gzipped(text);
        headers.emplace_back("content-encoding", "gzip");
    }
    connection.sendWhole(200, headers, text);
}

} // namespace demo_provider
