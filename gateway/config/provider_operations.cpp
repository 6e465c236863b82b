#include "gateway/config/provider_operations.h"

#include <algorithm>
#include <array>

namespace gateway::config {

namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 14> ofOpenAi{
    "text_completion", "moderation", "speech", "transcription", "translation", "image_generation", "image_edit",
    "image_variation", "video",      "batch",  "file",          "container",   "responses_state",  "realtime"};
constexpr std::array<std::string_view, 9> ofAzure{"text_completion", "speech",     "transcription",
                                                  "translation",     "image_edit", "image_generation",
                                                  "responses_state", "batch",      "file"};
constexpr std::array<std::string_view, 3> ofAnthropic{"text_completion", "batch", "file"};
constexpr std::array<std::string_view, 5> ofGemini{"image_generation", "video", "batch", "file", "cached_content"};
constexpr std::array<std::string_view, 2> ofCohere{"rerank", "tokenize"};
constexpr std::array<std::string_view, 5> ofMistral{"ocr", "transcription", "moderation", "file", "speech"};
constexpr std::array<std::string_view, 5> ofGroq{"speech", "transcription", "translation", "batch", "file"};
constexpr std::array<std::string_view, 2> ofXai{"text_completion", "image_generation"};
constexpr std::array<std::string_view, 2> ofNebius{"text_completion", "image_generation"};
constexpr std::array<std::string_view, 1> textOnly{"text_completion"};
constexpr std::array<std::string_view, 4> ofTogether{"text_completion", "image_generation", "speech", "rerank"};
constexpr std::array<std::string_view, 4> ofHuggingFace{"image_generation", "image_edit", "speech", "transcription"};
constexpr std::array<std::string_view, 2> ofElevenLabs{"speech", "transcription"};
constexpr std::array<std::string_view, 1> nothing{""};

// A preset that was given another address is another server, which may offer anything.
struct Offer {
    std::string_view preset;
    std::string_view host;
    Names operations;
};

constexpr std::array offers{
    Offer{"openai", "openai.com", ofOpenAi},
    Offer{"azure", "azure", ofAzure},
    Offer{"anthropic", "anthropic.com", ofAnthropic},
    Offer{"gemini", "googleapis.com", ofGemini},
    Offer{"cohere", "cohere.", ofCohere},
    Offer{"mistral", "mistral.ai", ofMistral},
    Offer{"groq", "groq.com", ofGroq},
    Offer{"xai", "x.ai", ofXai},
    Offer{"nebius", "nebius.com", ofNebius},
    Offer{"cerebras", "cerebras.ai", textOnly},
    Offer{"deepseek", "deepseek.com", textOnly},
    Offer{"fireworks", "fireworks.ai", textOnly},
    Offer{"openrouter", "openrouter.ai", textOnly},
    Offer{"together", "together.", ofTogether},
    Offer{"perplexity", "perplexity.ai", nothing},
    Offer{"parasail", "parasail.io", nothing},
    Offer{"huggingface", "huggingface.co", ofHuggingFace},
    Offer{"elevenlabs", "elevenlabs.io", ofElevenLabs},
};

const Offer *findOffer(std::string_view preset)
{
    const auto found =
        std::find_if(offers.begin(), offers.end(), [preset](const Offer &each) { return each.preset == preset; });
    return found == offers.end() ? nullptr : &*found;
}

} // namespace

std::span<const std::string_view> listedOperations(std::string_view preset)
{
    const Offer *offer = findOffer(preset);
    return offer ? offer->operations : Names();
}

bool offersOperation(const ProviderDefinition &provider, std::string_view operation)
{
    const Offer *offer = findOffer(provider.preset);
    if (!offer || provider.network.baseUrl.find(offer->host) == std::string::npos)
        return true;
    return std::find(offer->operations.begin(), offer->operations.end(), operation) != offer->operations.end();
}

} // namespace gateway::config
