#include "ui/models/request_filter.h"

namespace ui::models {

bool RequestFilter::matches(const gateway::api::RequestSummary &request) const
{
    if (!states.isEmpty() && !states.contains(request.state))
        return false;
    if (text.isEmpty())
        return true;
    const auto has = [this](const QString &field) { return field.contains(text, Qt::CaseInsensitive); };
    return has(request.askedModel) || has(request.model) || has(request.provider) || has(request.client)
           || has(request.errorText) || has(request.id) || has(request.keyName) || has(request.sessionId)
           || has(request.errorCode) || has(request.operation);
}

QStringList RequestFilter::stateNames() const
{
    QStringList names;
    for (const gateway::RequestState state : states) {
        const std::string_view name = gateway::requestStateName(state);
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    names.sort();
    return names;
}

} // namespace ui::models
