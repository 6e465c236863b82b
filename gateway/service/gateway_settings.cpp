#include "gateway/service/gateway_service.h"

#include "gateway/admin/config_export.h"
#include "gateway/base/refusal.h"
#include "gateway/service/view_conversion.h"

#include <algorithm>

// Settings of the gateway as a whole: what is kept of requests, what clients may send, who hears of what runs.
namespace gateway::service {

namespace {

constexpr std::size_t megabyte = 1024 * 1024;
constexpr int mostDays = 36'500;

api::RetentionView viewOf(const config::RetentionSettings &settings)
{
    return {settings.mostDays, settings.mostBytes};
}

std::optional<Error> problemOf(const api::RetentionView &view)
{
    if (view.mostDays < 0 || view.mostDays > mostDays)
        return refused("Requests are kept for a number of days, or 0 for ever.");
    if (view.mostBytes < 0 || (view.mostBytes > 0 && view.mostBytes < config::RetentionSettings::smallestLimit))
        return refused("The history needs at least 16 MB. 0 means no limit.");
    return std::nullopt;
}

} // namespace

api::RetentionView GatewayService::retention() const
{
    return viewOf(m_retention);
}

void GatewayService::saveRetention(const api::RetentionView &view, api::Reply<api::RetentionView> reply)
{
    if (const auto problem = problemOf(view)) {
        m_mainGate->post([reply = std::move(reply), error = *problem] { reply(unexpected(error)); });
        return;
    }
    const config::RetentionSettings settings{view.mostDays, view.mostBytes};
    m_storage.postSaveRetention(
        settings, [this, settings, gate = m_mainGate, reply = std::move(reply)](const Result<bool> &stored) {
            gate->post([this, settings, stored, reply] {
                if (!stored) {
                    reply(unexpected(stored.error()));
                    return;
                }
                m_retention = settings;
                emit settingsChanged();
                reply(viewOf(settings));
            });
        });
}

void GatewayService::clearHistory(const QDateTime &before, api::Reply<qint64> reply)
{
    const WallTime moment{std::chrono::milliseconds(before.toMSecsSinceEpoch())};
    m_storage.postRemoveBefore(
        moment, [gate = m_mainGate, reply = std::move(reply)](const Result<std::int64_t> &removed) {
            Result<qint64> answer = removed ? Result<qint64>(*removed) : unexpected(removed.error());
            gate->post([reply, answer = std::move(answer)] { reply(answer); });
        });
}

api::ClientSettingsView GatewayService::clientSettings() const
{
    const config::ClientSettings &settings = m_configuration->snapshot()->client;
    api::ClientSettingsView view;
    view.captureLevel = captureLevelView(settings.captureLevel);
    view.mostBodyMegabytes = static_cast<int>(settings.maximumBodyBytes / megabyte);
    for (const std::string &origin : settings.allowedOrigins)
        view.allowedOrigins.append(toText(origin));
    view.refusesExcessOfNew = settings.refusesExcessOfNew;
    return view;
}

void GatewayService::saveClientSettings(const api::ClientSettingsView &view, api::Reply<api::ClientSettingsView> reply)
{
    if (view.mostBodyMegabytes < 1 || view.mostBodyMegabytes > 2000) {
        m_mainGate->post(
            [reply = std::move(reply)] { reply(unexpected(refused("A request may have 1 to 2000 MB."))); });
        return;
    }
    config::ClientSettings settings = m_configuration->snapshot()->client;
    settings.captureLevel = captureLevelFromView(view.captureLevel);
    settings.maximumBodyBytes = static_cast<std::size_t>(view.mostBodyMegabytes) * megabyte;
    settings.refusesExcessOfNew = view.refusesExcessOfNew;
    settings.allowedOrigins.clear();
    for (const QString &origin : view.allowedOrigins)
        settings.allowedOrigins.push_back(toUtf8(origin.trimmed()));
    config::ClientSettings stored = settings; // without what is said for this run only
    std::erase_if(stored.allowedHosts, [this](const std::string &host) {
        return std::find(m_options.allowedHosts.begin(), m_options.allowedHosts.end(), host)
               != m_options.allowedHosts.end();
    });
    m_storage.postSaveClientSettings(
        stored, [this, settings, view, gate = m_mainGate, reply = std::move(reply)](const Result<bool> &saved) {
            gate->post([this, settings, view, saved, reply] {
                if (!saved) {
                    reply(unexpected(saved.error()));
                    return;
                }
                m_configuration->setClientSettings(settings, false);
                emit statusChanged(m_status);
                emit settingsChanged();
                reply(view);
            });
        });
}

// --- what runs, for the window and for WebSockets

void GatewayService::setLiveUpdatesWanted(bool wanted)
{
    m_isWindowLooking = wanted;
    wantLiveUpdates();
}

void GatewayService::countEventSockets(int change)
{
    m_eventSockets += change;
    m_events.setListened(m_eventSockets > 0);
    wantLiveUpdates();
}

void GatewayService::wantLiveUpdates()
{
    const bool isWanted = m_isWindowLooking || m_eventSockets > 0;
    m_live->setWanted(isWanted);
    if (isWanted)
        m_workers->postToAll([](GatewayWorker &worker) { worker.pipeline().showAllProgress(); });
}

void GatewayService::takeLiveRequests(const QList<api::RequestSummary> &requests)
{
    if (m_isWindowLooking)
        emit requestsChanged(requests);
    m_events.tellRequests(requests);
}

void GatewayService::setConfigurationProblem(const QString &problem)
{
    if (m_status.configurationProblem == problem)
        return;
    m_status.configurationProblem = problem;
    emit statusChanged(m_status);
}

QByteArray GatewayService::exportConfiguration()
{
    return QByteArray::fromStdString(admin::exportConfiguration(*this));
}

std::string GatewayService::metrics() const
{
    return m_metrics.render(*m_configuration->snapshot(), m_healthKeeper.board(*m_configuration->snapshot()),
                            m_feed.inFlight());
}

} // namespace gateway::service
