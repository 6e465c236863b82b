// No text may crash the masker, and what it masked once holds no key any more.
#include "gateway/base/secret_masker.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

using namespace gateway;

namespace {

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

// The scan reads ahead in blocks: memory that ends where the text ends shows one byte too many.
void maskPatterns(const std::uint8_t *bytes, std::size_t size)
{
    if (size == 0)
        return;
    const auto exact = std::make_unique<char[]>(size);
    std::memcpy(exact.get(), bytes, size);
    const bool isFound = containsKeyPattern({exact.get(), size});
    const std::string original(exact.get(), size);
    std::string masked = original;
    require(maskKeyPatterns(masked) == isFound && isFound == (masked != original));
    require(!containsKeyPattern(masked));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    maskPatterns(bytes, size);

    require(!containsKeyPattern(maskTarget(text)));
    const std::string query = withoutKeyParameters(text);
    require(query.size() <= text.size() && withoutKeyParameters(query) == query);

    const std::string_view secret = text.substr(0, size / 3);
    std::string masked(text);
    const bool isMasked = maskSecret(masked, secret);
    require(isMasked == (secret.size() >= 8) && (isMasked || masked == text));

    HeaderList headers;
    for (const char *name : {"authorization", "x-api-key", "set-cookie", "x-other"})
        headers.add(name, std::string(text));
    const HeaderList shown = maskHeaders(std::move(headers));
    require(shown.find("set-cookie") == "***" && !containsKeyPattern(*shown.find("x-other")));
    return 0;
}
