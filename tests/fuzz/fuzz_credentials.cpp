// Key files that people paste and answers of token endpoints: no bytes may crash their readers, and no token that could
// break a header comes out.
#include "gateway/config/token_credential.h"
#include "gateway/net/upstream/token_request.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace gateway;

namespace {

constexpr WallTime now{std::chrono::seconds(1'795'000'000)};

void require(bool isWell)
{
    if (!isWell)
        std::abort();
}

void readKeyFile(std::string_view text)
{
    const auto account = config::readGoogleFile(SecretString(text), {});
    if (!account)
        return;
    require(config::looksLikeGoogleFile(text) && account->grant && !account->grant->tokenUrl.empty());
    static_cast<void>(net::tokenForm(*account->grant, now));
}

void readAnswer(int status, std::string_view body)
{
    const auto token = net::readToken(status, {}, body, "login.example.com");
    if (!token)
        return;
    const std::string_view value = token->value.reveal();
    require(status == 200 && !value.empty());
    require(std::all_of(value.begin(), value.end(), [](char letter) { return letter > ' ' && letter < '\x7f'; }));
    require(token->lifetime >= std::chrono::seconds(0) && token->lifetime <= std::chrono::hours(24));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    readKeyFile(text);
    for (const int status : {200, 400, 503})
        readAnswer(status, text);
    return 0;
}
