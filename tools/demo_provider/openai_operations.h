// What OpenAI serves beside chats and embeddings: completions, images, audio, moderation, files, batches; and reranking
// as vLLM and Jina offer it. It refuses what the real one refuses.
#pragma once

#include "tools/demo_provider/answer_script.h"
#include "tools/demo_provider/delivery.h"
#include "tools/demo_provider/form_data.h"

#include <map>
#include <string>

namespace demo_provider::openai {

class Operations {
public:
    struct Around {
        const DemoModels &models;
        std::chrono::milliseconds pace;
        PromptCache &cache;
    };
    explicit Operations(Around around) : m_around(around) {}

    [[nodiscard]] static bool serves(std::string_view path);
    /// The key was checked before. `headers` are OpenAI's, without a content type.
    void handle(PeerConnection &connection, const PeerRequest &request, HeaderFields headers);

private:
    struct Visit {
        PeerConnection &connection;
        const PeerRequest &request;
        HeaderFields headers;
        Json body; // of a JSON request
        std::vector<FormPart> form;
    };
    using Answering = void (Operations::*)(Visit &visit, const DemoModel &model);
    struct Endpoint {
        Verdict (*check)(const Visit &visit);
        Answering answer;
        bool isForm = false;
        bool needsModel = true;
    };

    void generate(Visit &visit, const Endpoint &endpoint);
    void keep(Visit &visit);
    void completion(Visit &visit, const DemoModel &model);
    void rerank(Visit &visit, const DemoModel &model);
    void moderation(Visit &visit, const DemoModel &model);
    void image(Visit &visit, const DemoModel &model);
    void speech(Visit &visit, const DemoModel &model);
    void transcription(Visit &visit, const DemoModel &model);
    void upload(Visit &visit, const DemoModel &model);
    void batch(Visit &visit, const DemoModel &model);

    void send(Visit &visit, const OrderedJson &body);
    void stream(Visit &visit, const DemoModel &model, StreamFrames frames);
    void refuse(Visit &visit, const Refusal &refusal);

    static Verdict checkCompletion(const Visit &visit);
    static Verdict checkRerank(const Visit &visit);
    static Verdict checkModeration(const Visit &visit);
    static Verdict checkImage(const Visit &visit);
    static Verdict checkImageForm(const Visit &visit);
    static Verdict checkSpeech(const Visit &visit);
    static Verdict checkAudioForm(const Visit &visit);
    static Verdict checkUpload(const Visit &visit);
    static Verdict checkBatch(const Visit &visit);

    struct Stored {
        OrderedJson object;
        std::string content;
    };
    Around m_around;
    std::map<std::string, Stored, std::less<>> m_stored; // files and batches, by id
};

} // namespace demo_provider::openai
