#include "gateway/pipeline/sound_attempt.h"

#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/speech/gemini_speech.h"

#include <algorithm>

namespace gateway::pipeline {

using namespace translation;

namespace {

class SpeechExchange final : public OperationExchange {
public:
    explicit SpeechExchange(SpeechForm form) : m_form(form) {}

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &facts) override
    {
        return readGeminiSpeech(providerBody, m_form, facts);
    }
    std::string_view contentType() const override { return contentTypeOfSpeech(m_form); }

private:
    const SpeechForm m_form;
};

class TranscriptionExchange final : public OperationExchange {
public:
    TranscriptionExchange(TranscriptionRequest asked, bool isGemini) : m_asked(std::move(asked)), m_isGemini(isGemini)
    {
    }

    TranscriptionRequest &asked() { return m_asked; }

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &facts) override
    {
        const auto transcript =
            m_isGemini ? readGeminiTranscript(providerBody, facts) : readHuggingFaceTranscript(providerBody);
        if (!transcript)
            return unexpected(transcript.error());
        return writeTranscript(*transcript, m_asked);
    }
    std::string_view contentType() const override { return contentTypeOfTranscript(m_asked); }

private:
    TranscriptionRequest m_asked;
    const bool m_isGemini;
};

// Its answer goes on as it is: the sound.
Result<net::UpstreamRequest> encodeHuggingFaceSpeech(AttemptContext &attempt, const ProviderAddress &address)
{
    ConversionReport report;
    auto encoded = writeHuggingFaceSpeech(*attempt.request.exchange->request().body, modelForCodec(attempt), report);
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(encoded), report), "audio/*");
}

Result<net::UpstreamRequest> encodeSpeech(AttemptContext &attempt, const ProviderAddress &address)
{
    if (attempt.target.provider->family != DialectFamily::Gemini)
        return encodeHuggingFaceSpeech(attempt, address);
    ConversionReport report;
    auto question = writeGeminiSpeech(*attempt.request.exchange->request().body, attempt.target.model, report);
    if (!question)
        return unexpected(question.error());
    attempt.operation = std::make_unique<SpeechExchange>(question->form);
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(question->encoded), report),
                       "application/json");
}

Result<std::string> recordingOf(const RequestContext &context)
{
    constexpr std::uint64_t most = 20ULL * 1024 * 1024; // what Gemini takes inside a request
    const auto file = std::find_if(context.form->begin(), context.form->end(),
                                   [](const FormField &field) { return field.isFile && field.name == "file"; });
    if (file == context.form->end())
        return std::string();
    if (file->valueSize > most)
        return unexpected(invalidMember("/file", "more than 20 MB of sound cannot be sent to this provider."));
    return bytesOfField(context.exchange->request(), *file);
}

Result<net::UpstreamRequest> encodeTranscription(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    if (!context.form)
        return unexpected(invalidMember("/file", "file is required"));
    auto recording = recordingOf(context);
    if (!recording)
        return unexpected(recording.error());
    ConversionReport report;
    const bool isIntoEnglish = context.endpoint.forwarded->offer == "translation";
    auto asked = readTranscriptionRequest(*context.form, std::move(*recording), isIntoEnglish, report);
    if (!asked)
        return unexpected(asked.error());
    const bool isGemini = attempt.target.provider->family == DialectFamily::Gemini;
    auto owned = std::make_unique<TranscriptionExchange>(std::move(*asked), isGemini);
    TranscriptionRequest &request = owned->asked();
    attempt.operation = std::move(owned);
    auto encoded = isGemini ? writeGeminiTranscription(request, attempt.target.model)
                            : writeHuggingFaceTranscription(request, modelForCodec(attempt), report);
    request.sound = {}; // is in the body now
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(encoded), report), "application/json");
}

} // namespace

bool needsSoundWords(const AttemptContext &attempt)
{
    const routing::Endpoint &endpoint = attempt.request.endpoint;
    const config::ProviderDefinition &provider = *attempt.target.provider;
    const std::string_view offer = endpoint.forwarded->offer;
    return endpoint.family == DialectFamily::OpenAi && isAboutSound(offer)
           && (provider.family != DialectFamily::OpenAi || hasSound(provider.family, provider.preset, offer));
}

Result<net::UpstreamRequest> encodeSound(AttemptContext &attempt, const ProviderAddress &address)
{
    const config::ProviderDefinition &provider = *attempt.target.provider;
    if (!hasSound(provider.family, provider.preset, attempt.request.endpoint.forwarded->offer))
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        "The provider \"" + provider.id.value + "\" neither hears nor speaks."));
    return attempt.request.endpoint.forwarded->offer == "speech" ? encodeSpeech(attempt, address)
                                                                 : encodeTranscription(attempt, address);
}

} // namespace gateway::pipeline
