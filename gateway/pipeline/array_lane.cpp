#include "gateway/pipeline/array_lane.h"

namespace gateway::pipeline {

bool wantsArray(const RequestContext &context)
{
    if (context.endpoint.dialect != translation::DialectId::GeminiGenerate || !context.endpoint.isStreamPath
        || context.endpoint.operation != routing::Operation::ChatCompletion)
        return false;
    std::string_view query = context.exchange->request().query();
    while (!query.empty()) {
        const auto end = query.find('&');
        if (query.substr(0, end) == "alt=sse" || query.substr(0, end) == "$alt=sse")
            return false;
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return true;
}

void ArrayLane::addEvents(std::string_view events, LaneOutput &output)
{
    m_splitter.feed(events);
    while (const auto frame = m_splitter.next()) {
        if (!frame->hasData || frame->data.empty())
            continue;
        output.wire += m_hasElements ? "\n,\n" : "[";
        output.wire += frame->data;
        output.eventEnds.push_back(output.wire.size());
        m_hasElements = true;
    }
}

void ArrayLane::close(LaneOutput &output)
{
    output.wire += m_hasElements ? "\n]" : "[]";
}

std::optional<Error> ArrayLane::finish(LaneOutput &output)
{
    auto error = OuterLane::finish(output);
    if (!error)
        close(output);
    return error;
}

// The error is the last element, as at Google.
bool ArrayLane::fail(const Error &error, LaneOutput &output)
{
    LaneOutput told;
    if (!inner().fail(error, told))
        return false;
    addEvents(told.wire, output);
    close(output);
    return true;
}

Result<std::optional<std::string>> ArrayLane::translateWhole(std::string_view body, bool isEventStream)
{
    auto whole = inner().translateWhole(body, isEventStream);
    if (!whole)
        return whole;
    if (!*whole) // a provider that knows arrays only has sent one
        return std::optional(std::string(body));
    LaneOutput output;
    addEvents(**whole, output);
    close(output);
    return std::optional(std::move(output.wire));
}

} // namespace gateway::pipeline
