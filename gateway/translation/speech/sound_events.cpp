#include "gateway/translation/speech/sound_events.h"

#include "gateway/base/base64.h"
#include "gateway/translation/json/object_writer.h"

#include <cstdint>

namespace gateway::translation {

namespace {

constexpr std::size_t soundOfAnEvent = 48'000; // bytes: a second of OpenAI's pcm

std::string usageObject(const TokenUsage &usage)
{
    const std::int64_t input = usage.uncachedInput.value_or(0);
    const std::int64_t output = usage.output.value_or(0);
    return ObjectWriter()
        .addNumber("input_tokens", input)
        .addNumber("output_tokens", output)
        .addNumber("total_tokens", input + output)
        .finished();
}

} // namespace

std::string writeSoundEvents(std::string_view sound, const TokenUsage &usage)
{
    std::string events;
    while (!sound.empty()) {
        const std::string_view part = sound.substr(0, soundOfAnEvent);
        events +=
            "data: " + ObjectWriter().add("type", "speech.audio.delta").add("audio", encodeBase64(part)).finished()
            + "\n\n";
        sound.remove_prefix(part.size());
    }
    ObjectWriter done;
    done.add("type", "speech.audio.done");
    if (!usage.isEmpty())
        done.addRaw("usage", usageObject(usage));
    return events + "data: " + done.finished() + "\n\ndata: [DONE]\n\n";
}

} // namespace gateway::translation
