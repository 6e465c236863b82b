#include "gateway/service/event_stream.h"

#include "gateway/admin/log_json.h"

#include <utility>

namespace gateway::service {

EventStream::EventStream(api::GatewayFacade &gateway, std::function<void(std::string)> send) : m_send(std::move(send))
{
    const auto follow = [this](auto *sender, auto signal, const char *tag) {
        connect(sender, signal, this, [this, tag] { tellStoreUpdate(tag); });
    };
    follow(&gateway, &api::GatewayFacade::providersChanged, "Providers");
    follow(&gateway, &api::GatewayFacade::routingRulesChanged, "RoutingRules");
    follow(&gateway, &api::GatewayFacade::pricesChanged, "PricingOverrides");
    follow(&gateway, &api::GatewayFacade::settingsChanged, "Config");
    follow(&gateway.governance(), &api::GovernanceFacade::governanceChanged, "VirtualKeys");
}

void EventStream::setListened(bool isListened)
{
    m_isListened = isListened;
    if (!isListened)
        m_running.clear();
}

void EventStream::tellRequests(const QList<api::RequestSummary> &requests)
{
    if (!m_isListened)
        return;
    for (const api::RequestSummary &request : requests) {
        const bool isNew = !m_running.contains(request.id);
        if (hasEnded(request.state))
            m_running.remove(request.id);
        else
            m_running.insert(request.id);
        admin::Json message{{"type", "log"}, {"operation", isNew ? "create" : "update"}};
        message["data"] = admin::writeLogEntry(request);
        std::string text = admin::toText(message);
        text.pop_back(); // its line end
        m_send(std::move(text));
    }
}

void EventStream::tellStoreUpdate(const char *tag)
{
    if (m_isListened)
        m_send(std::string(R"({"type":"store_update","tags":[")") + tag + R"("]})");
}

} // namespace gateway::service
