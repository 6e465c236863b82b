// Cohere's API: routes its requests, checks key, model and rules, and sends the answer.
#pragma once

#include "tools/demo_provider/answer_script.h"
#include "tools/demo_provider/http_peer.h"

#include <chrono>

namespace demo_provider::cohere {

/// What the provider's dialects share; outlives the service.
struct Surroundings {
    const std::string &key;
    const std::chrono::milliseconds &pace;
    const DemoModels &models;
    PromptCache &cache;
};

class Service {
public:
    explicit Service(Surroundings surroundings) : m_around(surroundings) {}

    /// Answers now or later; false when the request is not meant for this API.
    [[nodiscard]] bool handle(PeerConnection &connection, const PeerRequest &request);

private:
    [[nodiscard]] Verdict checkAccess(const PeerRequest &request) const;
    [[nodiscard]] static Verdict plannedFault(const DemoModel &model);
    void list(PeerConnection &connection, const PeerRequest &request) const;
    void chat(PeerConnection &connection, const PeerRequest &request);
    void tokens(PeerConnection &connection, const PeerRequest &request);
    void rerank(PeerConnection &connection, const PeerRequest &request);
    void answer(PeerConnection &connection, const PeerRequest &request, const Json &body, const DemoModel &model);
    static void refuse(PeerConnection &connection, const Refusal &refusal);

    Surroundings m_around;
};

} // namespace demo_provider::cohere
