#include "gateway/pipeline/stored_reading.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/pipeline/upstream_attempt.h"

#include <utility>

namespace gateway::pipeline {

namespace {

class StoredExchange final : public OperationExchange {
public:
    StoredExchange(StoredReading read, bool isLines) : m_read(std::move(read)), m_isLines(isLines) {}

    Result<std::string> answerOf(std::string_view providerBody, translation::AnswerFacts &) override
    {
        return m_read(providerBody);
    }
    std::string_view contentType() const override { return m_isLines ? "application/jsonl" : "application/json"; }

private:
    const StoredReading m_read;
    const bool m_isLines;
};

} // namespace

void readWith(AttemptContext &attempt, StoredReading read, bool isLines)
{
    attempt.operation = std::make_unique<StoredExchange>(std::move(read), isLines);
}

std::string storedIdIn(std::string_view path)
{
    for (const std::string_view collection : {"/v1/files/", "/v1/batches/"}) {
        if (path.starts_with(collection)) {
            const std::string_view rest = path.substr(collection.size());
            return percentDecoded(rest.substr(0, rest.find('/')));
        }
    }
    return {};
}

FollowUpSource onceMore(const AttemptContext &attempt, const ProviderAddress &address,
                        std::function<std::string(std::string_view)> pathAfter)
{
    return [&attempt, address, pathAfter = std::move(pathAfter),
            isDone = false](std::string_view body) mutable -> Result<std::optional<FollowUp>> {
        const std::string path = std::exchange(isDone, true) ? std::string() : pathAfter(body);
        if (path.empty())
            return std::nullopt;
        auto request = encodeFurtherRequest(attempt, address, "GET", path);
        if (!request)
            return unexpected(request.error());
        FollowUp next;
        next.request = std::move(*request);
        return next;
    };
}

} // namespace gateway::pipeline
