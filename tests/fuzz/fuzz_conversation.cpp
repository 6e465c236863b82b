// No bytes may crash the readers of conversations, and the cut of a stream changes nothing.
#include "gateway/translation/conversation/conversation.h"
#include "gateway/translation/framing/sse_codec.h"
#include "gateway/translation/passthrough/answer_tap.h"

#include <cstdint>
#include <cstdlib>

using namespace gateway::translation;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size < 2)
        return 0;
    const auto dialect = static_cast<DialectId>(bytes[0] % 3);
    const std::size_t pieceSize = 1u + bytes[1];
    const std::string_view text(reinterpret_cast<const char *>(bytes) + 2, size - 2);
    static_cast<void>(readRequestConversation(dialect, text));
    static_cast<void>(readAnswerConversation(dialect, text));

    AnswerAssembler whole(dialect);
    whole.feed(text);
    AnswerAssembler pieces(dialect);
    for (std::size_t from = 0; from < text.size(); from += pieceSize) {
        pieces.feed(text.substr(from, pieceSize));
        static_cast<void>(pieces.messages());
    }
    if (whole.messages() != pieces.messages())
        std::abort();

    AnswerTap tap(dialect, true);
    SseFrameSplitter splitter;
    splitter.feed(text);
    while (const auto frame = splitter.next())
        static_cast<void>(tap.readFrame(frame->event, frame->data));
    return 0;
}
