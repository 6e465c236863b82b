// Operations beside completions: no bytes of a client or a provider may crash their readers, and what was read can be
// said in the words of every other family. The first byte of an input chooses the reader by its letter.
#include "gateway/translation/completions/text_completion.h"
#include "gateway/translation/conversation/prompt_prefix.h"
#include "gateway/translation/counting/cohere_token_count.h"
#include "gateway/translation/counting/token_count_codec.h"
#include "gateway/translation/counting/token_estimate.h"
#include "gateway/translation/dialects/bedrock_invoke/bedrock_invoke.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/embeddings/embedding_codec.h"
#include "gateway/translation/framing/bedrock_chunk.h"
#include "gateway/translation/json/json_scanner.h"
#include "gateway/translation/listing/model_list.h"
#include "gateway/translation/passthrough/forwarded_answer.h"
#include "gateway/translation/reranking/reranking.h"
#include "gateway/translation/speech/gemini_speech.h"
#include "gateway/translation/speech/sarvam_speech.h"
#include "gateway/translation/stored/anthropic_stored.h"
#include "gateway/translation/stored/replicate_stored.h"
#include "gateway/translation/videos/video_codec.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace gateway;
using namespace gateway::translation;

namespace {

constexpr std::array families{DialectFamily::OpenAi, DialectFamily::Anthropic, DialectFamily::Gemini,
                              DialectFamily::Bedrock, DialectFamily::Cohere};
constexpr std::array dialects{DialectId::OpenAiChat,     DialectId::OpenAiResponses, DialectId::AnthropicMessages,
                              DialectId::GeminiGenerate, DialectId::BedrockConverse, DialectId::CohereChat};
constexpr std::array bedrockModels{"amazon.titan-embed-text-v2:0", "cohere.embed-v4:0", "cohere.embed-english-v3"};

void require(bool isWell)
{
    if (!isWell)
        std::abort();
}

void requireJson(std::string_view text)
{
    require(isWellFormedJson(text));
}

void requireJsonBody(const Result<EncodedRequest> &encoded)
{
    require(!encoded || isWellFormedJson(encoded->body));
}

struct EmbeddingServer {
    const EmbeddingCodec *codec;
    std::string_view pathModel;
};

std::array<EmbeddingServer, 3> embeddingServers()
{
    return {{{&openAiEmbeddings(), {}}, {&geminiEmbeddings(), "m"}, {&cohereEmbeddings(), {}}}};
}

void readEmbeddingRequest(std::string_view text)
{
    for (const EmbeddingServer &server : embeddingServers()) {
        for (const bool isBatch : {true, false}) {
            const auto request = server.codec->decodeRequest({text, server.pathModel, isBatch});
            if (!request)
                continue;
            ConversionReport report;
            for (const EmbeddingCodec *provider :
                 {&openAiEmbeddings(), &geminiEmbeddings(), &cohereEmbeddings(), &vertexEmbeddings()})
                requireJsonBody(provider->encodeRequest(*request, {"m", {}}, report));
            for (const char *model : bedrockModels)
                requireJsonBody(bedrockEmbeddings().encodeRequest(*request, {model, "bedrock"}, report));
        }
    }
    if (const auto renamed = withGeminiEmbeddingModel(text, "m"))
        requireJson(*renamed);
}

void readEmbeddings(std::string_view text)
{
    for (const EmbeddingCodec *provider : {&openAiEmbeddings(), &geminiEmbeddings(), &cohereEmbeddings(),
                                           &vertexEmbeddings(), &bedrockEmbeddings(), &huggingFaceEmbeddings()}) {
        const auto response = provider->decodeResponse(text);
        if (!response || response->vectors.empty()) // the pipeline asks for as many as there were inputs
            continue;
        EmbeddingRequest request;
        request.inputs.assign(response->vectors.size(), EmbeddingInput("a"));
        request.wantsBase64 = true;
        for (const EmbeddingServer &server : embeddingServers()) {
            request.isBatch = true;
            requireJson(server.codec->encodeResponse(*response, request));
            request.isBatch = false;
            requireJson(server.codec->encodeResponse(*response, request));
        }
    }
}

void readCountRequest(std::string_view text)
{
    for (const DialectId client : dialects) {
        const auto request = decodeCountRequest(*findClientDialect(client), {text, "m", false, nullptr});
        if (!request)
            continue;
        require(estimateInputTokens(*request) >= 0);
        const ChatRequest counted = countedRequest(*request);
        for (const DialectFamily family : families) {
            const auto provider = countingDialect(family);
            if (!provider)
                continue;
            ExchangeState state(counted, *provider, "f1");
            ConversionReport report;
            requireJsonBody(encodeCountRequest(*findProviderDialect(*provider), {"m", {}}, state, report));
        }
    }
    if (const auto renamed = withGeminiModel(text, "m"))
        requireJson(*renamed);
}

void readCount(std::string_view text)
{
    for (const DialectId provider : dialects) {
        const auto tokens = decodeTokenCount(provider, text);
        if (!tokens)
            continue;
        for (const DialectId client : dialects)
            requireJson(encodeTokenCount(client, *tokens, "p/m"));
    }
    require(estimateTokens(text) >= 0);
}

void readRanking(std::string_view text)
{
    const auto request = readRerankRequest(text);
    if (!request)
        return;
    ConversionReport report;
    for (const DialectFamily family : families) {
        if (canRerank(family))
            requireJsonBody(writeRerankRequest(family, *request, "cohere.rerank-v3-5:0", report));
    }
    requireJsonBody(writeVertexRerankRequest(*request, "m", report));
}

void readScores(std::string_view text)
{
    RerankRequest request;
    request.query = "q";
    request.documents = {Json("a text"), Json{{"text", "another"}, {"id", 7}}};
    request.returnsDocuments = true;
    for (const auto &response : {readRerankResponse(text, request.documents.size()),
                                 readVertexRerankResponse(text, request.documents.size())}) {
        if (!response)
            continue;
        for (const DialectFamily client : {DialectFamily::OpenAi, DialectFamily::Cohere})
            requireJson(writeRerankResponse(client, *response, request));
    }
}

void readModels(std::string_view text)
{
    for (const DialectFamily provider : families) {
        const auto page = readModelList(provider, text);
        if (!page)
            continue;
        std::vector<ListedModel> models;
        for (const ModelEntry &entry : page->models)
            models.push_back({"p", entry});
        for (const DialectFamily client : families) {
            requireJson(writeModelList(client, models, {}));
            requireJson(writeModelList(client, models, "p"));
        }
        requireJson(writeBifrostModelList(models));
    }
}

void readOneModel(std::string_view text)
{
    for (const DialectFamily provider : families) {
        static_cast<void>(modelTarget(provider, text));
        const auto model = readModel(provider, text);
        if (!model)
            continue;
        for (const DialectFamily client : families)
            requireJson(writeModel(client, {"p", *model}, {}));
        requireJson(writeBifrostModel({"p", *model}));
    }
}

void readTextCompletion(std::string_view text)
{
    ConversionReport report;
    if (const auto question = chatOfTextCompletion(text, report))
        requireJson(question->chatBody);
    for (const bool isChunk : {false, true}) {
        if (const auto answer = textCompletionOfChat(text, "Once ", isChunk))
            requireJson(*answer);
    }
}

void readInvocation(std::string_view text)
{
    static_cast<void>(bedrockChunkPayload("chunk", text));
    const auto request = bedrockInvokeClient().decodeRequest({text, "anthropic.claude-m", true, nullptr});
    if (!request)
        return;
    for (const DialectId provider : dialects) {
        ExchangeState state(*request, provider, "f1");
        ConversionReport report;
        requireJsonBody(findProviderDialect(provider)->encodeRequest(*request, {"m", {}}, state, report));
    }
}

void readForwarded(std::string_view text)
{
    AnswerFacts facts;
    readForwardedAnswer(text, facts);
    require(facts.rawUsage.empty() || isWellFormedJson(facts.rawUsage));
    for (const std::string_view event :
         {"image_generation.completed", "speech.audio.done", "transcript.text.done", "error", ""}) {
        AnswerFacts ofEvent;
        readForwardedEvent(event, text, ofEvent);
        require(ofEvent.rawUsage.empty() || isWellFormedJson(ofEvent.rawUsage));
    }
}

void comparePrompts(std::string_view text)
{
    for (const DialectId dialect : dialects) {
        const auto parts = promptParts(dialect, text);
        require(findBreak(parts, parts).part == parts.size());
        require(estimatePartTokens(parts, 0, parts.size()) >= 0);
        require(differentSettings(dialect, text, text).empty());
    }
}

// Sounds, films and pictures: what clients ask for, and what those who make them answer.
void readMedia(std::string_view text)
{
    ConversionReport report;
    if (const auto speech = writeGeminiSpeech(text, "m", report))
        requireJson(speech->encoded.body);
    if (const auto speech = writeSarvamSpeech(text, "m", report))
        requireJson(speech->encoded.body);
    requireJsonBody(writeHuggingFaceSpeech(text, "a/b", report));
    if (const auto batch = writeAnthropicBatch(text, "p", report))
        requireJson(*batch);
    const auto members = parseJson(text);
    const auto film = members ? readVideoRequest(*members, std::nullopt) : unexpected(members.error());
    for (const VideoCodec *codec : {&veoVideos(), &runwayVideos(), &replicateVideos(), &runwareVideos()}) {
        if (film)
            requireJsonBody(codec->encodeRequest(*film, "a/b", report));
        if (const auto task = codec->decodeTask(text))
            requireJson(writeVideoTask(*task, ":p", 1, nullptr));
        static_cast<void>(codec->pathOf(text));
        if (const std::string question = codec->questionFor(text); !question.empty())
            requireJson(question);
    }
}

void readMediaAnswer(std::string_view text)
{
    AnswerFacts facts;
    static_cast<void>(readGeminiSpeech(text, {false, true}, facts));
    static_cast<void>(readSarvamSpeech(text, true));
    for (const auto &told : {readReplicateFile(text), readReplicateFileList(text)}) {
        if (told)
            requireJson(*told);
    }
    require(readCohereTokens(text).value_or(0) >= 0);
    TranscriptionRequest asked;
    for (const auto &transcript :
         {readGeminiTranscript(text, facts), readHuggingFaceTranscript(text), readSarvamTranscript(text)}) {
        if (transcript)
            requireJson(writeTranscript(*transcript, asked));
    }
    static_cast<void>(mediaTypeOfSound(text));
    for (const ImageCodec *codec : {&replicateImages(), &huggingFaceImages()}) {
        if (const auto response = codec->decodeResponse(text))
            requireJson(writeImageResponse(*response, 1));
        static_cast<void>(codec->pathOfUnfinished(text));
    }
    for (const auto &told : {readAnthropicFile(text), readAnthropicFileList(text), readAnthropicDeletion(text),
                             readAnthropicBatch(text), readAnthropicBatchList(text)})
        require(!told || isWellFormedJson(*told));
    static_cast<void>(readAnthropicResults(text));
    static_cast<void>(anthropicListQuery(text));
}

struct Reader {
    char letter;
    void (*read)(std::string_view text);
};

constexpr std::array readers{
    Reader{'e', readEmbeddingRequest},
    Reader{'v', readEmbeddings},
    Reader{'c', readCountRequest},
    Reader{'n', readCount},
    Reader{'r', readRanking},
    Reader{'s', readScores},
    Reader{'m', readModels},
    Reader{'o', readOneModel},
    Reader{'t', readTextCompletion},
    Reader{'i', readInvocation},
    Reader{'f', readForwarded},
    Reader{'p', comparePrompts},
    Reader{'a', readMedia},
    Reader{'b', readMediaAnswer},
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(bytes) + 1, size - 1);
    for (const Reader &reader : readers) {
        if (static_cast<std::uint8_t>(reader.letter) == bytes[0])
            reader.read(text);
    }
    return 0;
}
