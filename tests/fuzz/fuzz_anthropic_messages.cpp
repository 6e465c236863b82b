// No bytes may crash Anthropic's dialect: requests, whole answers and streams, each taken both ways. The first byte
// chooses which, the second one the model or the size of the pieces in which a stream arrives.
#include "tests/fuzz/dialect_fuzz.h"

#include <algorithm>

namespace {

using namespace dialect_fuzz;
constexpr auto dialect = DialectId::AnthropicMessages;

StreamEvents eventsOf(std::string_view text, std::size_t pieceSize)
{
    const ChatRequest request = requestOf(dialect);
    ExchangeState state(request, dialect, "f1");
    return readEvents(text, pieceSize, *findProviderDialect(dialect), state);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    constexpr std::string_view models[] = {"claude-3-haiku", "claude-sonnet-4-5", "claude-opus-4-8", "other"};
    if (size < 2)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(bytes) + 2, size - 2);
    switch (bytes[0] % 3) {
    case 0: tryRequest(dialect, {text, {}, false, nullptr}, {{models[bytes[1] % 4], {}}}); break;
    case 1: tryAnswer(dialect, text); break;
    default:
        require(eventsOf(text, 1u + bytes[1]) == eventsOf(text, std::max<std::size_t>(text.size(), 1)));
        tryStream(dialect, text);
        break;
    }
    return 0;
}
