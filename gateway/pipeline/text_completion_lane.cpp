#include "gateway/pipeline/text_completion_lane.h"

#include "gateway/translation/completions/text_completion.h"
#include "gateway/translation/json/top_level_editor.h"

namespace gateway::pipeline {

void TextCompletionLane::addEvents(std::string_view events, LaneOutput &output)
{
    m_splitter.feed(events);
    while (const auto frame = m_splitter.next()) {
        const bool isChunk = frame->data.starts_with('{');
        const auto chunk =
            isChunk ? translation::textCompletionOfChat(frame->data, {}, true) : std::optional<std::string>();
        if (isChunk && !chunk)
            continue;
        if (isChunk && !m_echo.empty() && !m_hasEchoed) {
            m_hasEchoed = true;
            output.wire += "data: {\"object\":\"text_completion\",\"choices\":[{\"text\":";
            output.wire +=
                translation::quoteJson(m_echo) + ",\"index\":0,\"logprobs\":null,\"finish_reason\":null}]}\n\n";
        }
        if (isChunk)
            output.wire += "data: " + *chunk + "\n\n";
        else
            output.wire.append(frame->raw); // [DONE]
        output.eventEnds.push_back(output.wire.size());
    }
}

Result<std::optional<std::string>> TextCompletionLane::translateWhole(std::string_view body, bool isEventStream)
{
    auto whole = inner().translateWhole(body, isEventStream);
    if (!whole || !*whole)
        return whole;
    if (streamsToClient()) {
        LaneOutput output;
        addEvents(**whole, output);
        return std::optional(std::move(output.wire));
    }
    auto completion = translation::textCompletionOfChat(**whole, m_echo, false);
    return completion ? std::move(completion) : std::move(*whole);
}

} // namespace gateway::pipeline
