#include "gateway/pipeline/sarvam_attempt.h"

#include "gateway/pipeline/forwarded_attempt.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/speech/sarvam_speech.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace gateway::pipeline {

using namespace translation;

namespace {

class SpeechExchange final : public OperationExchange {
public:
    SpeechExchange(std::string_view contentType, bool asEvents) : m_contentType(contentType), m_asEvents(asEvents) {}

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &) override
    {
        return readSarvamSpeech(providerBody, m_asEvents);
    }
    std::string_view contentType() const override { return m_contentType; }

private:
    const std::string_view m_contentType; // of a table
    const bool m_asEvents;
};

class TranscriptionExchange final : public OperationExchange {
public:
    explicit TranscriptionExchange(TranscriptionRequest asked) : m_asked(std::move(asked)) {}

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &) override
    {
        const auto transcript = readSarvamTranscript(providerBody);
        return transcript ? Result<std::string>(writeTranscript(*transcript, m_asked)) : unexpected(transcript.error());
    }
    std::string_view contentType() const override { return contentTypeOfTranscript(m_asked); }

private:
    const TranscriptionRequest m_asked;
};

Result<net::UpstreamRequest> encodeSpeech(AttemptContext &attempt, const ProviderAddress &address)
{
    ConversionReport report;
    auto speech = writeSarvamSpeech(*attempt.request.exchange->request().body, modelThere(attempt), report);
    if (!speech)
        return unexpected(speech.error());
    attempt.operation = std::make_unique<SpeechExchange>(speech->contentType, speech->asEvents);
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(speech->encoded), report),
                       "application/json");
}

// As much of the recording as tells of which kind it is.
std::string beginningOf(const RequestContext &context)
{
    constexpr std::uint64_t enough = 64;
    const auto file = std::find_if(context.form->begin(), context.form->end(),
                                   [](const FormField &field) { return field.isFile && field.name == "file"; });
    if (file == context.form->end())
        return {};
    FormField head = *file;
    head.valueSize = std::min(head.valueSize, enough);
    return bytesOfField(context.exchange->request(), head);
}

// In place of one field of OpenAI's form; empty: nothing.
std::string fieldThere(const AttemptContext &attempt, std::string_view boundary, const FormField &field,
                       bool isIntoEnglish)
{
    if (field.name == "language")
        return textPart(boundary, "language_code", sarvamLanguage(field.value));
    if (field.name != "model")
        return {};
    const std::string model = modelThere(attempt);
    const auto [name, value] = sarvamTranscriptionMode(model, isIntoEnglish);
    return textPart(boundary, "model", model) + (name.empty() ? std::string() : textPart(boundary, name, value));
}

std::vector<FormField> withoutSarvamsFields(std::vector<FormField> form)
{
    std::erase_if(form, [](const FormField &field) { return isSarvamsFormField(field.name); });
    return form;
}

Result<net::UpstreamRequest> encodeTranscription(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    const auto boundary = formBoundary(context.exchange->request().headers.value("content-type"));
    if (!context.form || !boundary)
        return unexpected(invalidMember("/file", "file is required"));
    ConversionReport report;
    const bool isIntoEnglish = context.endpoint.forwarded->offer == "translation";
    auto asked =
        readTranscriptionRequest(withoutSarvamsFields(*context.form), beginningOf(context), isIntoEnglish, report);
    if (!asked)
        return unexpected(asked.error());
    asked->sound = {};
    for (const auto &[pointer, isSaid] :
         {std::pair("/prompt", !asked->prompt.empty()), std::pair("/temperature", asked->temperature.has_value())}) {
        if (isSaid)
            report.dropped(pointer, "Sarvam has no word for it.");
    }
    if (const auto refusal = noteLosses(attempt, report))
        return unexpected(*refusal);
    std::vector<net::UploadSource::Edit> edits;
    for (const FormField &field : *context.form) {
        if (!field.isFile && !isSarvamsFormField(field.name))
            edits.push_back({field.partOffset, field.partSize, fieldThere(attempt, *boundary, field, isIntoEnglish)});
    }
    attempt.operation = std::make_unique<TranscriptionExchange>(std::move(*asked));
    const std::string path(sarvamTranscriptionPath(modelThere(attempt), isIntoEnglish));
    return sendForwarded(attempt, address, path, withFormEdits(attempt, std::move(edits)));
}

} // namespace

bool needsSarvamsWords(const AttemptContext &attempt)
{
    const routing::Endpoint &endpoint = attempt.request.endpoint;
    return attempt.target.provider->preset == "sarvam" && endpoint.family == DialectFamily::OpenAi
           && isAboutSound(endpoint.forwarded->offer);
}

Result<net::UpstreamRequest> encodeSarvam(AttemptContext &attempt, const ProviderAddress &address)
{
    return attempt.request.endpoint.forwarded->offer == "speech" ? encodeSpeech(attempt, address)
                                                                 : encodeTranscription(attempt, address);
}

} // namespace gateway::pipeline
