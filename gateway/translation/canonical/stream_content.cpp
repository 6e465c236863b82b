#include "gateway/translation/canonical/stream_content.h"

#include <algorithm>

namespace gateway::translation {

namespace {

bool startsWithContent(const Part &part)
{
    if (const auto *text = part.as<TextPart>())
        return !text->text.empty();
    if (const auto *reasoning = part.as<ReasoningPart>())
        return !reasoning->text.empty() || part.state.has_value();
    if (const auto *refusal = part.as<RefusalPart>())
        return !refusal->text.empty();
    return true; // a tool call has a name, media and opaque parts are whole
}

} // namespace

bool isContent(const StreamEvent &event)
{
    if (const auto *delta = std::get_if<PartDelta>(&event))
        return !delta->text.empty();
    const auto *started = std::get_if<PartStarted>(&event);
    return started && startsWithContent(started->part);
}

bool hasContent(const StreamEvents &events)
{
    return std::any_of(events.begin(), events.end(), isContent);
}

} // namespace gateway::translation
