// Sends an answer whole or as a stream, with the fault that the model stands for; the same in every dialect.
#pragma once

#include "tools/demo_provider/demo_models.h"
#include "tools/demo_provider/http_peer.h"
#include "tools/demo_provider/stream_frame.h"

#include <chrono>

namespace demo_provider {

struct Delivery {
    /// The answer of a request that asked for no stream.
    OrderedJson whole;
    HeaderFields wholeHeaders;
    bool isStream = false;
    StreamFrames frames;
    HeaderFields streamHeaders;
    /// What the provider says when it fails in the middle of a stream.
    StreamFrame errorFrame;
    /// Mean pause before a paced frame.
    std::chrono::milliseconds pace{0};
};

/// Answers now or later on this connection.
void deliver(PeerConnection &connection, const PeerRequest &request, const DemoModel &model, Delivery delivery);

/// One whole answer with status 200, compressed when wished and taken.
void sendBody(PeerConnection &connection, const PeerRequest &request, HeaderFields headers, const OrderedJson &body,
              bool compressed = false);

} // namespace demo_provider
