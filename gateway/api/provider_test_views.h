// What a test of a provider found, step by step.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace gateway::api {

enum class TestStep { Address, Key, Models, Answer };
enum class TestOutcome { Running, Passed, Failed, Skipped };

struct ProviderTestStep {
    TestStep step = TestStep::Address;
    TestOutcome outcome = TestOutcome::Running;
    QString fact;    // "api.openai.com, TLS 1.3", "9 models", the answer's text so far
    QString problem; // what is wrong (key, credit, model, network, proxy, certificate, clock)
                     // and what to do, as whole sentences
    std::chrono::milliseconds duration{0};
};

struct ProviderTestReport {
    QList<ProviderTestStep> steps;
    QStringList models;
    bool hasPassed = false;
};

} // namespace gateway::api
