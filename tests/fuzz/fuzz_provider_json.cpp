// No body may crash the management API's reading of providers and keys, and what was read can be written as JSON.
#include "gateway/admin/key_json.h"
#include "gateway/admin/provider_json.h"

#include <cstdint>
#include <cstdlib>

using namespace gateway;
using namespace gateway::admin;

namespace {

void mustBeJson(const Json &json)
{
    if (!parseObject(toText(json)))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const auto body = parseObject({reinterpret_cast<const char *>(bytes), size});
    if (!body)
        return 0;
    if (const auto made = readProvider(*body)) {
        mustBeJson(writeProvider(made->provider));
        if (const auto changed = readProviderChange(*body, made->provider))
            mustBeJson(writeProvider(changed->provider));
    }
    if (const auto key = readKey(*body, QStringLiteral("provider"), nullptr)) {
        mustBeJson(writeKey(key->key));
        static_cast<void>(readKey(*body, QStringLiteral("provider"), &key->key));
    }
    return 0;
}
