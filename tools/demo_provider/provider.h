// Routes a request to its endpoint, checks key, model and rules as the real providers do, and sends the answer.
#pragma once

#include "tools/demo_provider/answer_script.h"
#include "tools/demo_provider/bedrock_service.h"
#include "tools/demo_provider/cohere_service.h"
#include "tools/demo_provider/gemini_service.h"
#include "tools/demo_provider/http_peer.h"
#include "tools/demo_provider/openai_operations.h"
#include "tools/demo_provider/stream_frame.h"

#include <chrono>
#include <map>
#include <string>

#include <QObject>

namespace demo_provider {

struct ProviderOptions {
    /// The only key that is taken; empty takes any.
    std::string key;
    std::chrono::milliseconds pace{30};
    /// Models beside the demo ones.
    std::vector<std::string> extraModels;
};

class Provider : public QObject {
    Q_OBJECT

public:
    explicit Provider(ProviderOptions options, QObject *parent = nullptr);

    /// Answers now or later on this connection.
    void handle(PeerConnection &connection, const PeerRequest &request);

private:
    enum class Dialect { OpenAi, Anthropic };
    enum class Operation { Chat, Responses, Embeddings, Messages, CountTokens };

    /// One request on its way through the checks.
    struct Visit {
        PeerConnection &connection;
        const PeerRequest &request;
        Dialect dialect;
        std::string requestId;
    };

    [[nodiscard]] static Dialect dialectOf(const PeerRequest &request);
    [[nodiscard]] Verdict checkAccess(const Visit &visit) const;
    [[nodiscard]] Verdict checkRules(const Visit &visit, Operation operation, const Json &body,
                                     const DemoModel &model) const;
    [[nodiscard]] Verdict plannedFault(const Visit &visit, const DemoModel &model) const;

    void list(const Visit &visit);
    void describe(const Visit &visit, const std::string &id);
    void generate(const Visit &visit, Operation operation);
    void answer(const Visit &visit, Operation operation, const Json &body, const DemoModel &model);
    void answerResponses(const Visit &visit, const Json &body, const DemoModel &model);
    void answerMessages(const Visit &visit, const Json &body, const DemoModel &model);
    void countTokens(const Visit &visit, const Json &body);

    void sendAnswer(const Visit &visit, const DemoModel &model, const OrderedJson &whole, StreamFrames frames,
                    bool stream, const StreamFrame &errorFrame);
    void send(const Visit &visit, const OrderedJson &body);
    void refuse(const Visit &visit, const Refusal &refusal);
    [[nodiscard]] HeaderFields headers(const Visit &visit, const char *contentType) const;
    [[nodiscard]] Json earlierItems(const Json &body) const;

    ProviderOptions m_options;
    DemoModels m_models;
    PromptCache m_cache;
    BedrockService m_bedrock;
    /// Items of stored responses, by response id, for previous_response_id.
    std::map<std::string, Json> m_conversations;
    cohere::Service m_cohere;
    gemini::Service m_gemini;
    openai::Operations m_operations;
};

} // namespace demo_provider
