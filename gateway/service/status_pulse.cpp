#include "gateway/service/status_pulse.h"

#include <utility>

namespace gateway::service {

StatusPulse::StatusPulse(pipeline::LiveFeed &feed, std::shared_ptr<WorkerGate> mainGate, std::function<bool()> look,
                         QObject *parent)
    : QObject(parent), m_feed(feed), m_look(std::move(look))
{
    m_feed.setAwakener([this, gate = std::move(mainGate)] { gate->post([this] { wake(); }); });
    connect(&m_timer, &QTimer::timeout, this, &StatusPulse::beat);
    m_timer.start(awakeInterval);
}

StatusPulse::~StatusPulse()
{
    m_feed.setAwakener({});
}

void StatusPulse::beat()
{
    const bool isQuiet = !m_look() && m_feed.inFlight() == 0;
    m_quietLooks = isQuiet ? m_quietLooks + 1 : 0;
    if (m_quietLooks == quietLooks && m_feed.awaitRequest())
        m_timer.start(asleepInterval);
}

void StatusPulse::wake()
{
    m_quietLooks = 0;
    m_timer.start(awakeInterval);
}

} // namespace gateway::service
