// What clients send over a WebSocket: any cut gives the same frames and the same end. The first byte is the length of
// the pieces.
#include "gateway/net/http/web_socket.h"

#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace gateway::net;

namespace {

void require(bool isWell)
{
    if (!isWell)
        std::abort();
}

struct Conversation {
    std::vector<WebSocketReader::Frame> frames;
    std::uint16_t closeCode = 0; // 0: it goes on
};

Conversation listen(std::string_view bytes, std::size_t pieceSize)
{
    Conversation heard;
    WebSocketReader reader;
    for (std::size_t from = 0; from < bytes.size(); from += pieceSize) {
        reader.feed(bytes.substr(from, pieceSize));
        for (;;) {
            auto frame = reader.next();
            if (!frame) {
                heard.closeCode = reader.closeCode();
                return heard;
            }
            if (!*frame)
                break;
            require((*frame)->payload.size() <= WebSocketReader::mostPayload);
            heard.frames.push_back(std::move(**frame));
        }
    }
    return heard;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(bytes) + 1, size - 1);
    const Conversation whole = listen(text, text.size());
    const Conversation pieces = listen(text, 1u + bytes[0]);
    require(whole.closeCode == pieces.closeCode && whole.frames.size() == pieces.frames.size());
    for (std::size_t index = 0; index < whole.frames.size(); ++index)
        require(whole.frames[index].payload == pieces.frames[index].payload);
    return 0;
}
