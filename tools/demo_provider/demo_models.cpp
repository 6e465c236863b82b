#include "tools/demo_provider/demo_models.h"

#include <algorithm>

namespace demo_provider {

DemoModels::DemoModels()
    : m_models{
        {"demo-fast"},
        {"demo-slow", Fault::Slow},
        {"demo-thinker", Fault::None, true},
        {"demo-open-thinker", Fault::None, true, false, false, false, true},
        {"demo-tools", Fault::None, false, true},
        {"demo-429", Fault::RateLimited},
        {"demo-500", Fault::ServerError},
        {"demo-529", Fault::Overloaded},
        {"demo-cut", Fault::CutStream},
        {"demo-silent", Fault::Silent},
        {"demo-malformed-frame", Fault::MalformedFrame},
        {"demo-error-in-stream", Fault::ErrorInStream},
        {"demo-gzip", Fault::Gzip},
        {"demo-huge", Fault::Huge},
        {"demo-context-overflow", Fault::ContextOverflow},
        {"demo-refusal", Fault::Refusal},
        {"demo-embedding", Fault::None, false, false, true},
        {"demo-agent", Fault::None, true, false, false, true, true},
    }
{
}

void DemoModels::add(std::string id)
{
    m_models.push_back({std::move(id)});
    // The newest names of their makers stand for models that think.
    DemoModel &model = m_models.back();
    for (const char *name : {"gpt-5", "claude", "gemini-3", "command-a-reasoning"}) {
        model.reasons = model.reasons || model.id.find(name) != std::string::npos;
    }
    model.obeysAgents = model.id.ends_with("-agent");
}

const DemoModel *DemoModels::find(std::string_view id) const
{
    const auto found =
        std::find_if(m_models.begin(), m_models.end(), [&](const DemoModel &model) { return model.id == id; });
    return found == m_models.end() ? nullptr : &*found;
}

} // namespace demo_provider
