#include "ui/pages/settings_page.h"

#include "ui/client_setup.h"
#include "ui/display_format.h"
#include "ui/models/error_words.h"
#include "ui/program.h"
#include "ui/shell/status_line.h"
#include "ui/ui_settings.h"
#include "ui/user_prompt.h"
#include "ui/widgets/settings_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace ui::pages {

using gateway::api::CaptureLevel;
using gateway::api::Done;
using gateway::api::GatewayStatus;
using gateway::api::ListenerState;
using gateway::api::RetentionView;

namespace {

void choose(QComboBox &box, const QVariant &value)
{
    const QSignalBlocker quiet(box);
    box.setCurrentIndex(qMax(0, box.findData(value)));
}

constexpr qint64 megabyte = 1'000'000; // as disks are sold

int inMegabytes(qint64 bytes)
{
    return static_cast<int>((bytes + megabyte - 1) / megabyte);
}

void setQuietly(QSpinBox &field, int value)
{
    const QSignalBlocker quiet(field);
    field.setValue(value);
}

void setQuietly(QCheckBox &box, bool isOn)
{
    const QSignalBlocker quiet(box);
    box.setChecked(isOn);
}

} // namespace

// Programs that name the port of before would find nobody there any more. Nothing is written here: the Clients page
// shows each change first.
void SettingsPage::usePort()
{
    auto &gateway = m_surroundings.gateway;
    const GatewayStatus before = gateway.status();
    const auto port = static_cast<quint16>(m_port->value());
    QStringList addresses = before.addresses;
    if (addresses.isEmpty())
        addresses = {QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    QStringList connected;
    for (const ClientTool &tool : m_surroundings.clients.tools(before.baseUrl)) {
        if (tool.state == ClientState::Connected)
            connected.append(tool.name);
    }
    m_usePort->setEnabled(false);
    const QPointer<SettingsPage> guard(this);
    gateway.startListening({addresses, port}, [guard, port, connected](const gateway::Result<Done> &done) {
        if (!guard)
            return;
        guard->takeStatus();
        if (!done) {
            guard->showPortHint(models::failureText(done.error()));
            return;
        }
        guard->m_surroundings.settings.write(settings::port, static_cast<int>(port));
        guard->m_showClients->setVisible(!connected.isEmpty());
        widgets::SettingsList::setHint(
            *guard->m_portHint,
            connected.isEmpty() ? tr("Bilrost listens there now. No program on this computer named the port of before.")
                                : tr("Bilrost listens there now. These programs still name the port of before: %1.")
                                      .arg(connected.join(QStringLiteral(", "))));
    });
}

void SettingsPage::showPortHint(const QString &problem)
{
    widgets::SettingsList::setHint(
        *m_portHint, problem.isEmpty() ? tr("Running requests go on. Connected programs have to be told.") : problem);
    m_showClients->hide();
}

void SettingsPage::changeLoginStart()
{
    UiSettings &settings = m_surroundings.settings;
    settings.write(settings::loginInTray, m_loginInTray->isChecked());
    Program &program = m_surroundings.program;
    const auto done =
        m_login->isChecked() ? program.startAtLogin(m_loginInTray->isChecked()) : program.stopStartingAtLogin();
    setQuietly(*m_login, program.startsAtLogin());
    m_loginInTray->setEnabled(m_login->isChecked());
    showLoginProblem(done ? QString() : models::failureText(done.error()));
}

void SettingsPage::showLoginProblem(const QString &problem)
{
    widgets::SettingsList::setHint(*m_loginHint, problem);
}

void SettingsPage::showSettings()
{
    const UiSettings &settings = m_surroundings.settings;
    choose(*m_language, settings.read(settings::language));
    choose(*m_closing, settings.read(settings::closeAction));
    choose(*m_theme, settings.read(settings::theme));
    setQuietly(*m_login, m_surroundings.program.startsAtLogin());
    setQuietly(*m_loginInTray, settings.read(settings::loginInTray));
    m_loginInTray->setEnabled(m_login->isChecked());
    for (const auto &[box, setting] : {std::pair{"notify_provider_down", &settings::notifiesProviderDown},
                                       std::pair{"notify_provider_back", &settings::notifiesProviderBack},
                                       std::pair{"notify_key_rejected", &settings::notifiesKeyRejected},
                                       std::pair{"notify_no_target_left", &settings::notifiesNoTargetLeft},
                                       std::pair{"notify_budget", &settings::notifiesBudget}})
        setQuietly(*m_list->findChild<QCheckBox *>(QLatin1String(box)), settings.read(*setting));
}

void SettingsPage::takeStatus()
{
    const GatewayStatus status = m_surroundings.gateway.status();
    m_address->setText(status.listener == ListenerState::Listening ? status.baseUrl : tr("not listening"));
    // A port that is being typed stays until the gateway itself has moved.
    if (status.port != 0 && std::exchange(m_shownPort, status.port) != status.port) {
        const QSignalBlocker quiet(*m_port);
        m_port->setValue(status.port);
    }
    offerPort();
    choose(*m_capture, static_cast<int>(status.captureLevel));
    const DisplayFormat format;
    m_stored->setText(tr("%1 requests, %2").arg(format.count(status.storedRequests), format.size(status.storedBytes)));
    m_clear->setEnabled(status.storedRequests > 0);
    m_secrets->setText(shell::secretStoreText(status.secretStore));
    widgets::SettingsList::setHint(*m_secretsHint, status.secretStoreProblem);
}

void SettingsPage::showKept()
{
    const RetentionView retention = m_surroundings.gateway.retention();
    setQuietly(*m_mostDays, retention.mostDays);
    setQuietly(*m_mostMegabytes, inMegabytes(retention.mostBytes));
    offerRetention();
    widgets::SettingsList::setHint(
        *m_retentionHint, tr("Where it is more, bodies go first and then requests, the oldest of each. The totals of "
                             "Usage stay."));
    const auto limits = m_surroundings.gateway.clientSettings();
    setQuietly(*m_mostBody, limits.mostBodyMegabytes);
    if (!m_origins->hasFocus()) // what is being typed stays
        m_origins->setText(limits.allowedOrigins.join(QStringLiteral(", ")));
    widgets::SettingsList::setHint(*m_originsHint,
                                   tr("Addresses such as https://chat.example.com, with commas between them; * stands "
                                      "for one label. Programs need no entry."));
}

RetentionView SettingsPage::wantedRetention() const
{
    RetentionView wanted = m_surroundings.gateway.retention();
    wanted.mostDays = m_mostDays->value();
    // The store counts bytes; a size that the field rounded stays as it is until somebody changes the field.
    if (inMegabytes(wanted.mostBytes) == m_mostMegabytes->value())
        return wanted;
    wanted.mostBytes = m_mostMegabytes->value() * megabyte;
    if (wanted.mostBytes != 0)
        wanted.mostBytes = std::max(wanted.mostBytes, RetentionView::smallestLimit);
    return wanted;
}

void SettingsPage::offerRetention()
{
    m_useRetention->setEnabled(wantedRetention() != m_surroundings.gateway.retention());
    m_mostDays->setSuffix(m_mostDays->value() == 1 ? tr(" day") : tr(" days"));
}

void SettingsPage::saveRetention()
{
    const QPointer<SettingsPage> guard(this);
    m_surroundings.gateway.saveRetention(wantedRetention(), [guard](const gateway::Result<RetentionView> &saved) {
        if (!guard)
            return;
        guard->showKept();
        if (!saved)
            widgets::SettingsList::setHint(*guard->m_retentionHint, models::failureText(saved.error()));
    });
}

void SettingsPage::askToClear()
{
    const GatewayStatus status = m_surroundings.gateway.status();
    const DisplayFormat format;
    Question question;
    question.title =
        tr("Delete %1 requests, %2?").arg(format.exactCount(status.storedRequests), format.size(status.storedBytes));
    question.text =
        tr("Prompts, answers and figures of each go and cannot be brought back. Pinned requests stay, and so "
           "do the totals of Usage.");
    question.buttons = {tr("Keep"), tr("Delete")};
    question.destructiveButton = 1;
    const QPointer<SettingsPage> guard(this);
    m_surroundings.prompt.ask(this, question, [guard](const Answer &answer) {
        if (guard && answer.button == 1)
            guard->clearHistory();
    });
}

void SettingsPage::clearHistory()
{
    m_clear->setEnabled(false);
    widgets::SettingsList::setHint(*m_storedHint, tr("Deleting…"));
    const QPointer<SettingsPage> guard(this);
    m_surroundings.gateway.clearHistory(QDateTime::currentDateTimeUtc(), [guard](const gateway::Result<qint64> &done) {
        if (!guard)
            return;
        widgets::SettingsList::setHint(*guard->m_storedHint,
                                       done ? tr("%1 requests were deleted. The file shrinks in the background.")
                                                  .arg(DisplayFormat().exactCount(*done))
                                            : models::failureText(done.error()));
        guard->takeStatus();
        emit guard->historyCleared();
    });
}

void SettingsPage::saveClientLimits()
{
    static const QRegularExpression separator(QStringLiteral("[,\\s]+"));
    auto wanted = m_surroundings.gateway.clientSettings();
    const auto before = wanted;
    wanted.mostBodyMegabytes = m_mostBody->value();
    wanted.allowedOrigins = m_origins->text().split(separator, Qt::SkipEmptyParts);
    if (wanted == before)
        return;
    const QPointer<SettingsPage> guard(this);
    m_surroundings.gateway.saveClientSettings(
        wanted, [guard](const gateway::Result<gateway::api::ClientSettingsView> &saved) {
            if (!guard)
                return;
            guard->showKept();
            if (!saved)
                widgets::SettingsList::setHint(*guard->m_originsHint, models::failureText(saved.error()));
        });
}

void SettingsPage::offerPort()
{
    const GatewayStatus status = m_surroundings.gateway.status();
    m_usePort->setEnabled(m_port->value() != status.port || status.listener != ListenerState::Listening);
}

void SettingsPage::find(const QString &text)
{
    const bool isEmpty = m_list->find(text) == 0;
    m_nothing->setText(tr("No setting matches “%1”.").arg(text));
    m_nothing->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
    for (int index = 0; index < m_sections->count(); ++index)
        m_sections->setRowHidden(index, m_list->isEmpty(index));
}

void SettingsPage::pageShown()
{
    m_surroundings.inspector.lookAtBodySearch();
    showBodySearch();
    showSettings(); // menus and the tray change them too
    takeStatus();
    showKept();
}

QWidget *SettingsPage::firstPane()
{
    return m_search;
}

QList<QWidget *> SettingsPage::panes()
{
    return {m_search, m_sections, m_language};
}

} // namespace ui::pages
