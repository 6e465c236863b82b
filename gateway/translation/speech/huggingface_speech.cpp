// What Hugging Face's own servers hear and speak (huggingface.co/docs/inference-providers/tasks/automatic-speech-recognition).
#include "gateway/translation/huggingface/model_place.h"
#include "gateway/translation/json/json_document.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/speech/transcription.h"

#include <algorithm>
#include <array>

namespace gateway::translation {

Result<EncodedRequest> writeHuggingFaceTranscription(TranscriptionRequest &request, std::string_view model,
                                                     ConversionReport &report)
{
    const auto path = huggingface::pathOfModel(model);
    if (!path)
        return unexpected(path.error());
    if (request.isIntoEnglish)
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        "Hugging Face's servers write down what they hear, in its own language."));
    for (const auto &[pointer, isSaid] :
         {std::pair("/language", !request.language.empty()), std::pair("/prompt", !request.prompt.empty()),
          std::pair("/temperature", request.temperature.has_value())}) {
        if (isSaid)
            report.dropped(pointer, "Hugging Face's servers take the recording alone.");
    }
    EncodedRequest encoded;
    encoded.path = *path;
    encoded.body = std::move(request.sound);
    encoded.headers.set("Content-Type", request.mediaType);
    return encoded;
}

// huggingface.co/docs/huggingface_hub/package_reference/inference_types: TextToSpeechInput
Result<EncodedRequest> writeHuggingFaceSpeech(std::string_view text, std::string_view model, ConversionReport &report)
{
    const auto body = parseJson(text);
    const auto path = body ? huggingface::pathOfModel(model) : unexpected(body.error());
    if (!path)
        return unexpected(path.error());
    const std::string_view input = textMember(*body, "input");
    if (input.empty())
        return unexpected(invalidMember("/input", "input is required for speech completion"));
    if (textMember(*body, "stream_format") == "sse")
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        "Hugging Face's servers send sound, not events: ask without "
                                        "\"stream_format\"."));
    constexpr std::array<std::string_view, 5> read{"model", "input", "stream_format", "fallbacks", "provider"};
    for (const auto &[name, value] : body->items()) {
        const bool isRead = std::find(read.begin(), read.end(), name) != read.end();
        if (!isRead && !value.is_null())
            report.dropped('/' + name, "Hugging Face's servers take the text alone; the model has one voice.");
    }
    EncodedRequest encoded;
    encoded.path = *path;
    encoded.body = dumpJson(Json{{"inputs", input}});
    return encoded;
}

Result<Transcript> readHuggingFaceTranscript(std::string_view body)
{
    const JsonValue answer = JsonValue::checked(body);
    if (!answer["text"].isString())
        return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                          "The provider's answer brings no text."));
    Transcript transcript;
    transcript.text = answer["text"].text();
    return transcript;
}

} // namespace gateway::translation
