// A gateway whose usage and stored requests are real; tests add what they ask for besides.
#pragma once

#include "gateway/service/usage_questions.h"
#include "tests/support/fake_gateway.h"

#include <chrono>
#include <string>

namespace tests {

class UsageGateway : public support::FakeGateway {
public:
    explicit UsageGateway(gateway::service::UsageQuestions &questions) : m_questions(questions) {}

    void queryUsage(const gateway::api::UsageQuery &query,
                    gateway::api::Reply<gateway::api::UsageReport> reply) override
    {
        m_questions.usage(query, std::move(reply));
    }
    void queryLogStats(const gateway::api::HistoryQuery &query,
                       gateway::api::Reply<gateway::api::LogStats> reply) override
    {
        m_questions.logStats(query, std::move(reply));
    }
    void queryLogHistogram(const gateway::api::HistoryQuery &query, const gateway::api::LogHistogramQuestion &question,
                           gateway::api::Reply<QList<gateway::api::LogBucket>> reply) override
    {
        m_questions.logHistogram(query, question, std::move(reply));
    }

protected:
    gateway::service::UsageQuestions &m_questions;
};

// A chat of the provider "shop" on 2027-01-15 at 8:00: 1000 tokens in, 100 out, and nobody knows what it cost.
inline gateway::RequestRecord unpricedRecord(const std::string &id, const std::string &model)
{
    gateway::RequestRecord record;
    record.id.value = id;
    record.startedAt = gateway::WallTime(std::chrono::seconds(1'800'000'000));
    record.state = gateway::RequestState::Succeeded;
    record.operation = "chat_completion";
    record.provider = "shop";
    record.model = model;
    record.askedModel = model;
    record.usage.uncachedInput = 1000;
    record.usage.output = 100;
    gateway::AttemptRecord attempt;
    attempt.provider = record.provider;
    attempt.model = model;
    attempt.usage = record.usage;
    attempt.costDetail.basis = gateway::CostBasis::Unknown;
    record.attempts = {attempt};
    record.unpricedAttempts = 1;
    return record;
}

} // namespace tests
