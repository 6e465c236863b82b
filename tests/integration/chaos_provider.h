// An OpenAI provider that fails by chance and keeps a ledger of what it was asked and what it said.
#pragma once

#include "tests/support/fake_upstream.h"

#include <random>

namespace tests {

struct ChaosLedger {
    long long attempts = 0;
    long long input = 0;  // tokens, of every usage that was sent to its last byte
    long long output = 0; // likewise
    bool operator==(const ChaosLedger &) const = default;
};

class ChaosProvider {
public:
    // `illness`: the share of requests that go wrong, from 0 to 1.
    ChaosProvider(std::uint32_t seed, double illness);

    std::uint16_t port() const { return m_upstream.port(); }
    const ChaosLedger &ledger() const { return m_ledger; }

private:
    void play(FakePeer &peer, const ReceivedRequest &request);
    void fail(FakePeer &peer, bool isStream);
    void answer(FakePeer &peer, bool isStream, std::size_t cutAt);
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

    std::mt19937 m_random;
    const double m_illness;
    FakeUpstream m_upstream;
    ChaosLedger m_ledger;
};

} // namespace tests
