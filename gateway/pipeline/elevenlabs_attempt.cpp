#include "gateway/pipeline/elevenlabs_attempt.h"

#include "gateway/pipeline/forwarded_attempt.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/speech/elevenlabs_speech.h"

#include <algorithm>

namespace gateway::pipeline {

using namespace translation;

namespace {

Result<net::UpstreamRequest> encodeSpeech(AttemptContext &attempt, const ProviderAddress &address)
{
    ConversionReport report;
    auto encoded = writeElevenLabsSpeech(*attempt.request.exchange->request().body, modelThere(attempt), report);
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(encoded), report), "*/*");
}

Result<net::UpstreamRequest> encodeTranscription(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    const auto boundary = formBoundary(context.exchange->request().headers.value("content-type"));
    if (!context.form || !boundary)
        return unexpected(invalidMember("/file", "file is required"));
    ConversionReport report;
    std::vector<net::UploadSource::Edit> edits;
    for (const FormField &field : *context.form) {
        if (field.isFile)
            continue;
        const std::string_view there = isFieldForUs(field.name) ? std::string_view() : elevenLabsFormField(field.name);
        if (there == field.name)
            continue;
        if (there.empty() && !isFieldForUs(field.name))
            report.dropped('/' + field.name, "ElevenLabs has no word for it.");
        const std::string value = field.name == "model" ? modelThere(attempt) : field.value;
        edits.push_back(
            {field.partOffset, field.partSize, there.empty() ? std::string() : textPart(*boundary, there, value)});
    }
    if (const auto refusal = noteLosses(attempt, report))
        return unexpected(*refusal);
    return sendForwarded(attempt, address, std::string(elevenLabsTranscriptionPath),
                         withFormEdits(attempt, std::move(edits)));
}

} // namespace

bool needsElevenLabsWords(const AttemptContext &attempt)
{
    const routing::Endpoint &endpoint = attempt.request.endpoint;
    const std::string_view offer = endpoint.forwarded->offer;
    return attempt.target.provider->preset == "elevenlabs" && endpoint.family == DialectFamily::OpenAi
           && (offer == "speech" || offer == "transcription");
}

Result<net::UpstreamRequest> encodeElevenLabs(AttemptContext &attempt, const ProviderAddress &address)
{
    return attempt.request.endpoint.forwarded->offer == "speech" ? encodeSpeech(attempt, address)
                                                                 : encodeTranscription(attempt, address);
}

} // namespace gateway::pipeline
