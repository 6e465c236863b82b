#include "gateway/pipeline/loop_guard.h"

#include "gateway/base/identifiers.h"

#include <string>

namespace gateway::pipeline {

namespace {

constexpr std::string_view hopHeader = "x-bilrost-hop";

// New in each run, so that it tells nobody who sends.
const std::string &ownMark()
{
    static const std::string mark = makeTimeOrderedUuid().substr(24);
    return mark;
}

} // namespace

Result<void> checkForLoop(const HeaderList &clientHeaders)
{
    const std::string_view marks = clientHeaders.value(hopHeader);
    if (marks.empty() || marks.find(ownMark()) == std::string_view::npos)
        return {};
    return unexpected(Error::client(ErrorCode::RoutingLoop,
                                    "This request came back to Bilrost itself: a provider's address points, directly "
                                    "or through another gateway, at this one."));
}

void markHop(HeaderList &headers, const HeaderList &clientHeaders)
{
    const std::string_view marks = clientHeaders.value(hopHeader);
    headers.set(hopHeader, marks.empty() ? ownMark() : std::string(marks) + "," + ownMark());
}

} // namespace gateway::pipeline
