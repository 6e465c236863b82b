// Bedrock's half of the demo provider: Converse and InvokeModel, whole and streamed, and the list of models.
#pragma once

#include "tools/demo_provider/answer_script.h"
#include "tools/demo_provider/http_peer.h"
#include "tools/demo_provider/stream_frame.h"

#include <chrono>
#include <string>

namespace demo_provider {

class BedrockService {
public:
    /// `apiKey`: the only bearer key that is taken; empty takes any. Models and cache outlive the service.
    BedrockService(std::string apiKey, std::chrono::milliseconds pace, const DemoModels &models, PromptCache &cache);

    [[nodiscard]] static bool serves(const PeerRequest &request);
    /// Answers now or later on this connection.
    void handle(PeerConnection &connection, const PeerRequest &request);

private:
    enum class Operation { Converse, ConverseStream, Invoke, InvokeStream };

    /// One call of a model.
    struct Call {
        PeerConnection &connection;
        Operation operation;
        const DemoModel &model;
        [[nodiscard]] bool streams() const
        {
            return operation == Operation::ConverseStream || operation == Operation::InvokeStream;
        }
    };

    void list(PeerConnection &connection) const;
    void generate(const Call &call, const std::string &body);
    void converse(const Call &call, const Json &body);
    void invoke(const Call &call, const Json &body);
    void sendStream(const Call &call, StreamFrames frames);
    void sendWhole(const Call &call, const OrderedJson &body);

    std::string m_apiKey;
    std::chrono::milliseconds m_pace;
    const DemoModels &m_models;
    PromptCache &m_cache;
};

} // namespace demo_provider
