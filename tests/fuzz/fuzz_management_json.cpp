// Bodies of the management API and sections of configuration files: no JSON may crash their readers, and what was read
// can be written and read again. The first byte of an input chooses the reader by its letter.
#include "gateway/admin/client_config_json.h"
#include "gateway/admin/governance_json.h"
#include "gateway/admin/limits_json.h"
#include "gateway/admin/price_json.h"
#include "gateway/admin/route_json.h"
#include "gateway/admin/routing_rule_json.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace gateway;
using namespace gateway::admin;

namespace {

void require(bool isWell)
{
    if (!isWell)
        std::abort();
}

// What was written, as it comes back in the next request.
Json backAgain(const Json &written)
{
    const auto body = parseObject(toText(written));
    require(body.has_value());
    return *body;
}

void readKeyOfClients(const Json &body)
{
    QStringList unknown;
    for (const EmptyLists emptyLists : {EmptyLists::DenyAll, EmptyLists::AllowAll}) {
        if (const auto made = readVirtualKey(body, nullptr, emptyLists, unknown))
            static_cast<void>(readVirtualKey(body, &made->key, emptyLists, unknown));
    }
}

void readOwners(const Json &body)
{
    QStringList unknown;
    if (const auto team = readTeam(body, nullptr, unknown))
        static_cast<void>(readTeam(body, &*team, unknown));
    if (const auto customer = readCustomer(body, nullptr, unknown))
        static_cast<void>(readCustomer(body, &*customer, unknown));
}

void readSharedLimits(const Json &body)
{
    QStringList unknown;
    if (const auto shared = readModelConfig(body, nullptr, unknown))
        require(readModelConfig(backAgain(writeModelConfig(*shared)), &*shared, unknown).has_value());
    if (const auto shared = readProviderLimits(body, {}, unknown))
        static_cast<void>(backAgain(writeProviderLimits(*shared)));
    static_cast<void>(readBudget(body, unknown));
    static_cast<void>(readRateLimit(body, unknown));
}

void readSettings(const Json &body)
{
    QStringList unknown;
    if (const auto config = readClientConfig(body, {}, unknown)) {
        const auto again = readClientConfig(backAgain(writeClientConfig(*config)), {}, unknown);
        require(again && again->settings == config->settings);
    }
    if (const auto change = readAdmin(body, {}))
        static_cast<void>(backAgain(writeAdmin(change->admin)));
}

void readRule(const Json &body)
{
    if (const auto rule = readRoutingRule(body, nullptr))
        require(readRoutingRule(backAgain(writeRoutingRule(rule->rule)), nullptr).has_value());
}

void readPrice(const Json &body)
{
    if (const auto price = readPriceOverride(body, nullptr))
        require(readPriceOverride(backAgain(writePriceOverride(*price)), nullptr).has_value());
}

void readQuestion(const Json &body)
{
    static_cast<void>(readSimulation(body));
}

void readTimes(const Json &body)
{
    if (const auto limits = readLimits(body, "limits: ")) {
        const auto again = readLimits(writeLimits(*limits), "limits: ");
        require(again && *again == *limits);
    }
    if (const auto care = readCare(body, "care: ")) {
        const auto again = readCare(writeCare(*care), "care: ");
        require(again && *again == *care);
    }
    const auto entries = body.find("entries");
    if (entries != body.end())
        static_cast<void>(readModelLimits(*entries));
}

struct Reader {
    char letter;
    void (*read)(const Json &body);
};

constexpr std::array readers{
    Reader{'k', readKeyOfClients}, Reader{'o', readOwners}, Reader{'l', readSharedLimits}, Reader{'s', readSettings},
    Reader{'r', readRule},         Reader{'p', readPrice},  Reader{'q', readQuestion},     Reader{'t', readTimes},
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto body = parseObject({reinterpret_cast<const char *>(bytes) + 1, size - 1});
    if (!body)
        return 0;
    for (const Reader &reader : readers) {
        if (static_cast<std::uint8_t>(reader.letter) == bytes[0])
            reader.read(*body);
    }
    return 0;
}
