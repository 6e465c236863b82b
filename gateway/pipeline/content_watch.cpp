#include "gateway/pipeline/content_watch.h"

#include "gateway/translation/canonical/stream_content.h"

namespace gateway::pipeline {

ContentWatch::ContentWatch(const translation::ProviderDialect &dialect)
    : m_state(m_request, dialect.id(), "watch"), m_decoder(dialect.beginStream(m_state))
{
}

bool ContentWatch::sees(const translation::ProviderFrame &frame)
{
    m_events.clear();
    m_decoder->decode(frame, m_events);
    return translation::hasContent(m_events);
}

} // namespace gateway::pipeline
