// application/vnd.amazon.eventstream: bytes in any cut -> messages that keep their bytes, and messages -> bytes.
//
// The encoding: smithy.io/2.0/aws/amazon-eventstream.html. All numbers are big-endian.
//   total length (4) | length of headers (4) | CRC32 of the eight bytes (4) | headers | payload | CRC32 of all before (4)
#pragma once

#include "gateway/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

// Views are valid until the next call on the decoder.
struct AwsEvent {
    std::string_view raw;     // all bytes of the message, as received
    std::string_view event;   // :event-type; of an exception :exception-type, of an error :error-code; may be empty
    std::string_view data;    // the payload; of an error without one, {"message": its :error-message}
    bool isException = false; // :message-type is "exception" or "error": nothing useful follows
};

// Each byte is looked at a bounded number of times; the messages are the same for every cut. A defect (a checksum that
// does not fit, lengths beyond the encoding's limits, headers that make no sense) is an UpstreamProtocol error, and
// stays: what follows a broken message cannot be trusted to begin where it seems to.
class AwsEventStreamDecoder {
public:
    // The encoding allows messages of 24 MiB; smaller limits are for tests.
    explicit AwsEventStreamDecoder(std::size_t maximumMessageBytes = 24u * 1024u * 1024u);

    void feed(std::string_view bytes);
    Result<std::optional<AwsEvent>> next(); // the next complete message
    std::string_view rest() const;          // bytes of an incomplete message; not empty at the end of a cut stream

private:
    struct Prelude {
        std::size_t totalBytes = 0;
        std::size_t headerBytes = 0;
    };

    Result<Prelude> readPrelude(std::string_view bytes) const;
    Result<AwsEvent> readMessage(std::string_view message, std::size_t headerBytes);
    Result<std::optional<AwsEvent>> fail(Error error);

    std::string m_buffer;
    std::size_t m_position = 0; // start of the first message that was not yet returned
    std::size_t m_maximumMessageBytes;
    std::optional<Prelude> m_prelude; // of the message at m_position, once it is checked
    std::string m_writtenData;        // the data of an error without a payload
    std::optional<Error> m_defect;
};

// An event of this type with its JSON. Bedrock's names: "messageStart", "contentBlockDelta", "chunk", ...
std::string awsEventFrame(std::string_view eventType, std::string_view jsonPayload);
// What ends a stream that failed; an SDK throws an error of this name. "throttlingException", ...
std::string awsExceptionFrame(std::string_view exceptionType, std::string_view jsonPayload);

} // namespace gateway::translation
