// Recordings that Hugging Face's own servers hear (huggingface.co/docs/inference-providers/tasks/automatic-speech-recognition).
#include "gateway/translation/huggingface/model_place.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/speech/transcription.h"

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
