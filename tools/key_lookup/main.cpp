// Measures how long the decision about a virtual key takes, and the reservation of its limits, with many keys.
//
// bilrost-key-lookup [KEYS]. Prints JSON: nanoseconds of a request, median and 99th percentile of batches of a hundred.
#include "gateway/access/key_hash.h"
#include "gateway/access/virtual_key_authenticator.h"
#include "gateway/config/governance.h"
#include "gateway/governance/governor.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace gateway;

namespace {

constexpr int batches = 2'000;
constexpr int requestsPerBatch = 100;
const std::string hashSecret(64, 'a');

template <typename Work>
nlohmann::json measure(const char *name, Work work)
{
    std::vector<double> nanoseconds;
    for (int batch = 0; batch < batches; ++batch) {
        const auto begin = std::chrono::steady_clock::now();
        for (int request = 0; request < requestsPerBatch; ++request)
            work(batch * requestsPerBatch + request);
        const std::chrono::duration<double, std::nano> passed = std::chrono::steady_clock::now() - begin;
        nanoseconds.push_back(passed.count() / requestsPerBatch);
    }
    std::sort(nanoseconds.begin(), nanoseconds.end());
    return {{"what", name}, {"median_ns", nanoseconds[batches / 2]}, {"p99_ns", nanoseconds[batches * 99 / 100]}};
}

std::string valueOf(std::size_t number)
{
    std::string value = "sk-bf-" + std::to_string(number);
    value.resize(46, 'x');
    return value;
}

config::UsageLimit limitOf(std::string id, config::LimitUnit unit, std::int64_t most)
{
    config::UsageLimit limit;
    limit.id.value = std::move(id);
    limit.unit = unit;
    limit.most = most;
    return limit;
}

config::VirtualKey keyOf(std::size_t number)
{
    const std::string name = std::to_string(number);
    config::VirtualKey key;
    key.id.value = "id-of-" + name;
    key.name = name;
    key.hash = access::hashKeyValue(valueOf(number), config::KeyHash::Secret::SecretStore, hashSecret);
    key.limits = {limitOf("m" + name, config::LimitUnit::Money, 1'000'000'000'000),
                  limitOf("r" + name, config::LimitUnit::Requests, 1'000'000)};
    return key;
}

} // namespace

int main(int argc, char **argv)
{
    const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
    config::StoredGovernance stored;
    for (std::size_t number = 0; number < count; ++number)
        stored.virtualKeys.push_back(keyOf(number));
    const config::Governance governance(std::move(stored), SecretString(hashSecret));
    const SystemClock clock;
    governance::LimitLedger ledger(clock);
    const governance::Governor governor(ledger);
    std::vector<HeaderList> requests(1'000);
    for (std::size_t number = 0; number < requests.size(); ++number) {
        requests[number].add("User-Agent", "claude-cli/2.1.20");
        requests[number].add("Authorization", "Bearer " + valueOf(number * 97 % count));
    }
    std::size_t found = 0;
    const auto authenticated = [&](int request) {
        const HeaderList &headers = requests[static_cast<std::size_t>(request) % requests.size()];
        const auto key = access::authenticate({headers}, governance, clock.wallNow());
        found += key && *key ? 1 : 0;
        return *key;
    };
    HeaderList unknown;
    unknown.add("x-api-key", valueOf(count + 1));
    nlohmann::json results{{"keys", count}, {"decisions", nlohmann::json::array()}};
    const auto add = [&results](nlohmann::json measured) { results["decisions"].push_back(std::move(measured)); };
    add(measure("key found", [&](int request) { static_cast<void>(authenticated(request)); }));
    add(measure("key unknown", [&](int) {
        const auto key = access::authenticate({unknown}, governance, clock.wallNow());
        found += key ? 1 : 0;
    }));
    add(measure("key found, its limits reserved and settled", [&](int request) {
        auto admitted = governor.admit(governance, authenticated(request), {{"openai", "gpt-5"}}, {100, 100});
        RequestRecord record;
        if (admitted)
            admitted->admission.settle(record);
    }));
    std::printf("%s\n", results.dump(2).c_str());
    const std::size_t expected = static_cast<std::size_t>(batches) * requestsPerBatch * 2;
    return found == expected ? 0 : 1;
}
