#include "gateway/net/http/content_decoder.h"

#include "gateway/base/header_list.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace gateway::net {

// Decodes into a window that the caller drains; knows nothing of limits.
class ContentDecoder::Engine {
public:
    enum class Step { Continue, NeedsInput, Corrupt };

    Engine() = default;
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;
    virtual ~Engine() = default;

    // Takes from the front of `input`, writes at most `capacity` bytes to `output` and says how many in `written`.
    // NeedsInput only when `input` is used up and nothing more can be written.
    virtual Step step(std::string_view &input, char *output, std::size_t capacity, std::size_t &written) = 0;
    virtual bool isComplete() const = 0;
};

namespace {

using Step = ContentDecoder::Engine::Step;

class IdentityEngine final : public ContentDecoder::Engine {
public:
    Step step(std::string_view &input, char *output, std::size_t capacity, std::size_t &written) override
    {
        written = std::min(capacity, input.size());
        std::copy_n(input.data(), written, output);
        input.remove_prefix(written);
        return input.empty() ? Step::NeedsInput : Step::Continue;
    }
    bool isComplete() const override { return true; }
};

// gzip, and both things that are called deflate: zlib (as RFC 9110 says) and raw (as some clients send).
class InflateEngine final : public ContentDecoder::Engine {
public:
    explicit InflateEngine(bool isGzip) : m_isGzip(isGzip) {}
    ~InflateEngine() override
    {
        if (m_isOpen)
            inflateEnd(&m_stream);
    }

    Step step(std::string_view &input, char *output, std::size_t capacity, std::size_t &written) override
    {
        written = 0;
        if (input.empty() && !(m_isOpen && m_mayHoldOutput))
            return Step::NeedsInput;
        if (!m_isOpen) {
            if (!open(input))
                return input.empty() ? Step::NeedsInput : Step::Corrupt;
        }
        if (m_isComplete) {
            // RFC 1952 §2.2: a gzip file is a row of members. Nothing may follow a deflate stream.
            if (!m_isGzip || inflateReset(&m_stream) != Z_OK)
                return Step::Corrupt;
            m_isComplete = false;
        }
        if (!m_heldFirst.empty()) {
            std::string_view held = std::exchange(m_heldFirst, {});
            const Step result = inflateSome(held, output, capacity, written);
            return result == Step::NeedsInput && !input.empty() ? Step::Continue : result;
        }
        return inflateSome(input, output, capacity, written);
    }

    bool isComplete() const override { return m_isComplete; }

private:
    // Deflate is told apart by the two-byte zlib header (RFC 1950 §2.2); a first byte that comes alone is held back.
    bool open(std::string_view &input)
    {
        int windowBits = 15 + 16;
        if (!m_isGzip) {
            if (!m_first && input.size() == 1) {
                m_first = input[0];
                input = {};
                return false;
            }
            const auto first = static_cast<unsigned char>(m_first ? *m_first : input[0]);
            const auto second = static_cast<unsigned char>(m_first ? input[0] : input[1]);
            const bool isZlib = (first & 0x0f) == 8 && (first * 256 + second) % 31 == 0;
            windowBits = isZlib ? 15 : -15;
            m_heldFirst = m_first ? std::string_view(&*m_first, 1) : std::string_view{};
        }
        m_isOpen = inflateInit2(&m_stream, windowBits) == Z_OK;
        return m_isOpen;
    }

    Step inflateSome(std::string_view &input, char *output, std::size_t capacity, std::size_t &written)
    {
        const auto limit = std::size_t{std::numeric_limits<uInt>::max()};
        const auto offered = static_cast<uInt>(std::min(input.size(), limit));
        const auto space = static_cast<uInt>(std::min(capacity, limit));
        // zlib's interface is older than const; it does not write there.
        m_stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(input.data()));
        m_stream.avail_in = offered;
        m_stream.next_out = reinterpret_cast<Bytef *>(output);
        m_stream.avail_out = space;
        const int result = inflate(&m_stream, Z_NO_FLUSH);
        input.remove_prefix(offered - m_stream.avail_in);
        written = space - m_stream.avail_out;
        m_mayHoldOutput = m_stream.avail_out == 0;
        m_isComplete = result == Z_STREAM_END;
        if (m_isComplete)
            m_mayHoldOutput = false;
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
            return Step::Corrupt;
        return input.empty() && !m_mayHoldOutput ? Step::NeedsInput : Step::Continue;
    }

    z_stream m_stream{};
    std::optional<char> m_first;
    std::string_view m_heldFirst; // the held byte while it waits to be inflated
    bool m_isGzip;
    bool m_isOpen = false;
    bool m_isComplete = false;
    bool m_mayHoldOutput = false;
};

class ZstdEngine final : public ContentDecoder::Engine {
public:
    ZstdEngine() : m_stream(ZSTD_createDStream(), &ZSTD_freeDStream)
    {
        // RFC 9659: a content coding must be readable with a window of 8 MiB, and needs no more.
        ZSTD_DCtx_setParameter(m_stream.get(), ZSTD_d_windowLogMax, 23);
    }

    Step step(std::string_view &input, char *output, std::size_t capacity, std::size_t &written) override
    {
        written = 0;
        if (input.empty() && !m_mayHoldOutput)
            return Step::NeedsInput;
        if (m_isFrameAwaited && !input.empty()) {
            if (!beginsFrame(input.front()))
                return Step::Corrupt;
            m_isFrameAwaited = false;
        }
        ZSTD_inBuffer in{input.data(), input.size(), 0};
        ZSTD_outBuffer out{output, capacity, 0};
        const std::size_t result = ZSTD_decompressStream(m_stream.get(), &out, &in);
        input.remove_prefix(in.pos);
        written = out.pos;
        if (ZSTD_isError(result) != 0)
            return Step::Corrupt;
        m_isComplete = result == 0;
        m_isFrameAwaited = m_isComplete;
        m_mayHoldOutput = !m_isComplete && out.pos == out.size;
        return input.empty() && !m_mayHoldOutput ? Step::NeedsInput : Step::Continue;
    }

    bool isComplete() const override { return m_isComplete; }

private:
    // The magic number of a frame, or of one to be skipped (RFC 8878 §3.1), begins with this; the library looks at the
    // rest. It also reads the formats from before the RFC, which no content coding is, and with decoders of their time.
    static bool beginsFrame(char first)
    {
        const auto byte = static_cast<unsigned char>(first);
        return byte == 0x28 || (byte & 0xf0) == 0x50;
    }

    std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream *)> m_stream;
    bool m_isFrameAwaited = true;
    bool m_isComplete = false;
    bool m_mayHoldOutput = false;
};

class BrotliEngine final : public ContentDecoder::Engine {
public:
    BrotliEngine() : m_state(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance) {}

    Step step(std::string_view &input, char *output, std::size_t capacity, std::size_t &written) override
    {
        written = 0;
        if (m_isComplete)
            return input.empty() ? Step::NeedsInput : Step::Corrupt;
        std::size_t inputLeft = input.size();
        std::size_t outputLeft = capacity;
        const auto *next = reinterpret_cast<const std::uint8_t *>(input.data());
        auto *target = reinterpret_cast<std::uint8_t *>(output);
        const auto result =
            BrotliDecoderDecompressStream(m_state.get(), &inputLeft, &next, &outputLeft, &target, nullptr);
        input.remove_prefix(input.size() - inputLeft);
        written = capacity - outputLeft;
        switch (result) {
        case BROTLI_DECODER_RESULT_ERROR: return Step::Corrupt;
        case BROTLI_DECODER_RESULT_SUCCESS: m_isComplete = true; return Step::Continue;
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return Step::NeedsInput;
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: return Step::Continue;
        }
        return Step::Corrupt;
    }

    bool isComplete() const override { return m_isComplete; }

private:
    std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState *)> m_state;
    bool m_isComplete = false;
};

std::unique_ptr<ContentDecoder::Engine> makeEngine(ContentCoding coding)
{
    switch (coding) {
    case ContentCoding::Identity: return std::make_unique<IdentityEngine>();
    case ContentCoding::Gzip: return std::make_unique<InflateEngine>(true);
    case ContentCoding::Deflate: return std::make_unique<InflateEngine>(false);
    case ContentCoding::Zstd: return std::make_unique<ZstdEngine>();
    case ContentCoding::Brotli: return std::make_unique<BrotliEngine>();
    }
    return std::make_unique<IdentityEngine>();
}

} // namespace

std::optional<ContentCoding> contentCodingFromName(std::string_view name)
{
    if (name.empty() || equalsIgnoringCase(name, "identity"))
        return ContentCoding::Identity;
    if (equalsIgnoringCase(name, "gzip") || equalsIgnoringCase(name, "x-gzip"))
        return ContentCoding::Gzip;
    if (equalsIgnoringCase(name, "deflate"))
        return ContentCoding::Deflate;
    if (equalsIgnoringCase(name, "zstd"))
        return ContentCoding::Zstd;
    if (equalsIgnoringCase(name, "br"))
        return ContentCoding::Brotli;
    return std::nullopt;
}

Result<ContentDecoder> ContentDecoder::create(std::string_view contentEncoding, std::uint64_t outputLimit)
{
    const auto coding = contentCodingFromName(contentEncoding);
    if (!coding) {
        return unexpected(
            Error::client(ErrorCode::UnsupportedEncoding,
                          "This content-encoding is not supported. Use gzip, deflate, br, zstd or none."));
    }
    return ContentDecoder(makeEngine(*coding), outputLimit);
}

ContentDecoder::ContentDecoder(std::unique_ptr<Engine> engine, std::uint64_t outputLimit)
    : m_engine(std::move(engine)), m_outputLeft(outputLimit)
{
}

ContentDecoder::ContentDecoder(ContentDecoder &&) noexcept = default;
ContentDecoder &ContentDecoder::operator=(ContentDecoder &&) noexcept = default;
ContentDecoder::~ContentDecoder() = default;

Result<std::string> ContentDecoder::feed(std::string_view bytes)
{
    std::string output;
    if (auto error = feedInto(bytes, output))
        return unexpected(std::move(*error));
    return output;
}

std::optional<Error> ContentDecoder::feedInto(std::string_view bytes, std::string &output)
{
    m_hasInput = m_hasInput || !bytes.empty();
    std::array<char, 16 * 1024> window;
    for (;;) {
        std::size_t written = 0;
        const Step step = m_engine->step(bytes, window.data(), window.size(), written);
        if (written > m_outputLeft)
            return Error::client(ErrorCode::BodyTooLarge, "The body is larger than allowed once it is decompressed.");
        m_outputLeft -= written;
        output.append(window.data(), written);
        if (step == Step::Corrupt)
            return Error::client(ErrorCode::MalformedHttp, "The body is not what its content-encoding says.");
        if (step == Step::NeedsInput)
            return std::nullopt;
    }
}

std::optional<Error> ContentDecoder::finish() const
{
    if (!m_hasInput || m_engine->isComplete())
        return std::nullopt;
    return Error::client(ErrorCode::MalformedHttp, "The compressed body ends before its end.");
}

} // namespace gateway::net
