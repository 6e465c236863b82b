// An OpenAI provider that breaks in the sixteen ways of the public failover benchmark: the model's name says how.
#pragma once

#include "tests/support/fake_upstream.h"

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include <QElapsedTimer>

namespace tests {

// Times of the benchmark divided by `scale`; what clients are told to wait for (Retry-After) is not.
class FailoverWall {
public:
    explicit FailoverWall(int scale);

    struct Attempt {
        std::string model;
        std::chrono::milliseconds at{0}; // since reset(), in real time
        bool wasServed = false;          // by a healthy answer
        bool wasPrefill = false;         // an assistant message came last
    };

    std::uint16_t port() const { return m_upstream.port(); }
    void reset(); // forgets the attempts; what happens once or for a while begins anew
    std::vector<Attempt> attemptsOf(const std::string &model) const;

    static const std::string &answer(); // sixty words, the same from every model

private:
    void play(FakePeer &peer, const ReceivedRequest &request);
    void refuse(FakePeer &peer, int status, const std::string &code, const std::string &message,
                gateway::HeaderList headers = {});
    void answerWhole(FakePeer &peer, const std::string &model);
    void answerStream(FakePeer &peer, const std::string &model, bool wantsUsage);
    int scaled(int seconds) const { return seconds * 1'000 / m_scale; } // milliseconds

    const int m_scale;
    FakeUpstream m_upstream;
    QElapsedTimer m_sinceReset;
    std::vector<Attempt> m_attempts;
    std::map<std::string, int> m_counts;
};

} // namespace tests
