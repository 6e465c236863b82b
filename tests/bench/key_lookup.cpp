// Measures how long the decision about a virtual key takes, and the reservation of its limits, with many keys.
//
// bilrost-key-lookup [KEYS]. Prints nanoseconds a request: median and 99th percentile of batches of a hundred.
#include "gateway/access/virtual_key_authenticator.h"
#include "gateway/governance/governor.h"
#include "tests/core/governance_samples.h"

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

template <typename Work>
void measure(const char *name, Work work)
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
    std::printf("%-28s median %6.0f ns   p99 %6.0f ns\n", name, nanoseconds[batches / 2],
                nanoseconds[batches * 99 / 100]);
}

std::string valueOf(std::size_t number)
{
    std::string value = "sk-bf-" + std::to_string(number);
    value.resize(46, 'x');
    return value;
}

} // namespace

int main(int argc, char **argv)
{
    const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
    config::StoredGovernance stored;
    for (std::size_t number = 0; number < count; ++number) {
        stored.virtualKeys.push_back(tests::makeVirtualKey(std::to_string(number), valueOf(number)));
        stored.virtualKeys.back().limits = {
            tests::makeLimit("m" + std::to_string(number), config::LimitUnit::Money, 1'000'000'000'000),
            tests::makeLimit("r" + std::to_string(number), config::LimitUnit::Requests, 1'000'000)};
    }
    const auto governance = tests::makeGovernance(std::move(stored));
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
        const auto key = access::authenticate({headers}, *governance, clock.wallNow());
        found += key && *key ? 1 : 0;
        return *key;
    };
    std::printf("%zu virtual keys\n", count);
    measure("key found", [&](int request) { static_cast<void>(authenticated(request)); });
    HeaderList unknown;
    unknown.add("x-api-key", valueOf(count + 1));
    measure("key unknown", [&](int) {
        const auto key = access::authenticate({unknown}, *governance, clock.wallNow());
        found += key ? 1 : 0;
    });
    measure("key found, limits reserved", [&](int request) {
        auto admitted = governor.admit(*governance, authenticated(request), {{"openai", "gpt-5"}}, {100, 100});
        RequestRecord record;
        if (admitted)
            admitted->admission.settle(record);
    });
    const std::size_t expected = static_cast<std::size_t>(batches) * requestsPerBatch * 2;
    return found == expected ? 0 : 1;
}
