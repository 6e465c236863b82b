// Builds the rows of the Settings page and ties each to what it sets.
#include "ui/pages/settings_page.h"

#include "ui/look/icon_set.h"
#include "ui/program.h"
#include "ui/shell/status_line.h"
#include "ui/ui_settings.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/settings_list.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::CaptureLevel;

namespace {

constexpr int sectionListWidth = 204;
constexpr int choiceWidth = 260;

QPushButton *button(const QString &text, const char *name)
{
    auto *made = new QPushButton(text);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(text);
    return made;
}

QLabel *value(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setTextFormat(Qt::PlainText);
    return label;
}

// Controls beside each other; the first gives the row its name.
QWidget *beside(const QList<QWidget *> &controls)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *control : controls)
        layout->addWidget(control);
    row->setFocusProxy(controls.first());
    return row;
}

} // namespace

SettingsPage::SettingsPage(const SettingsSurroundings &surroundings, QWidget *parent)
    : Page(parent), m_surroundings(surroundings), m_list(new widgets::SettingsList(this))
{
    m_list->setObjectName(QStringLiteral("settings_list"));
    buildGeneral();
    buildLook();
    buildGateway();
    buildStorage();
    buildNotifications();
    m_sections = new QListWidget(this);
    m_sections->setObjectName(QStringLiteral("settings_sections"));
    m_sections->setAccessibleName(tr("Sections of the settings"));
    m_sections->addItems(m_list->sections());
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setFixedWidth(sectionListWidth);
    m_sections->setMouseTracking(true);
    widgets::RowRoles roles;
    roles.lineHeight = surroundings.theme.rowHeight() + 4;
    m_sections->setItemDelegate(new widgets::RowDelegate(surroundings.theme, roles, -1, this));
    m_sections->setCurrentRow(0);
    m_nothing = widgets::hint({}, this);
    m_nothing->setObjectName(QStringLiteral("settings_nothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::VLine);
    auto *panes = new QHBoxLayout;
    panes->setSpacing(0);
    panes->addWidget(m_sections);
    panes->addWidget(line);
    panes->addWidget(m_list, 1);
    panes->addWidget(m_nothing, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addLayout(panes, 1);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::find);
    connect(m_sections, &QListWidget::currentRowChanged, m_list, &widgets::SettingsList::showSection);
    connect(m_list, &widgets::SettingsList::scrolled, this, [this] {
        const QSignalBlocker quiet(*m_sections);
        m_sections->setCurrentRow(m_list->currentSection());
    });
    connect(&surroundings.gateway, &gateway::api::GatewayFacade::statusChanged, this, &SettingsPage::takeStatus);
    connect(&surroundings.gateway, &gateway::api::GatewayFacade::settingsChanged, this, &SettingsPage::showKept);
    connect(&surroundings.inspector, &gateway::api::InspectorFacade::bodySearchChanged, this,
            &SettingsPage::showBodySearch);
    showSettings();
    takeStatus();
    showKept();
    showBodySearch();
    showPortHint({});
}

QWidget *SettingsPage::buildHeader()
{
    auto *header = new QWidget(this);
    auto *name = new QLabel(title(), header);
    widgets::setTextStyle(name, "page");
    QLabel *facts = widgets::hint(tr("Every change takes effect at once."), header);
    facts->setWordWrap(false);
    m_search = new QLineEdit(header);
    m_search->setObjectName(QStringLiteral("settings_search"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setPlaceholderText(tr("Find a setting…"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(240);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 10, 16, 10);
    row->addWidget(name);
    row->addSpacing(2);
    row->addWidget(facts, 1);
    row->addWidget(m_search);
    return header;
}

QComboBox *SettingsPage::makeChoice(const char *objectName, const QList<std::pair<QString, QString>> &choices)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(objectName));
    for (const auto &[choice, text] : choices)
        box->addItem(text, choice);
    box->setMinimumWidth(choiceWidth);
    box->setFocusPolicy(Qt::StrongFocus); // a wheel over it scrolls the page
    return box;
}

QCheckBox *SettingsPage::makeSwitch(const char *objectName, const QString &text)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(text);
    return box;
}

void SettingsPage::buildGeneral()
{
    UiSettings &settings = m_surroundings.settings;
    m_list->addSection(tr("General"));
    QList<std::pair<QString, QString>> languages{{QString(), tr("Like the system")}};
    for (const Language &language : m_surroundings.program.languages())
        languages.append({language.code, language.name});
    m_language = makeChoice("setting_language", languages);
    m_list->addRow(tr("Language"), m_language, tr("The window changes at once; requests go on."),
                   QStringLiteral("language Sprache idioma 语言 言語"));
    connect(m_language, &QComboBox::activated, this, [this, &settings](int index) {
        const QString code = m_language->itemData(index).toString();
        if (code != settings.read(settings::language))
            emit languageChosen(code);
    });
    m_login = makeSwitch("setting_login", tr("Start Bilrost when I log in"));
    m_list->addRow(tr("Start"), m_login, tr("Off until you ask for it. Off again, nothing of it is left behind."),
                   tr("autostart, login, boot"));
    m_loginInTray = makeSwitch("setting_login_in_tray", tr("In the tray, without a window"));
    m_loginHint = m_list->addRow({}, m_loginInTray, QString(), tr("autostart, hidden"));
    widgets::setTone(*m_loginHint, "error");
    connect(m_login, &QCheckBox::clicked, this, &SettingsPage::changeLoginStart);
    connect(m_loginInTray, &QCheckBox::clicked, this, &SettingsPage::changeLoginStart);
    m_closing = makeChoice("setting_closing", {{QStringLiteral("ask"), tr("Ask each time")},
                                               {QStringLiteral("hide"), tr("Hide, and keep the gateway running")},
                                               {QStringLiteral("quit"), tr("Quit, and stop the gateway")}});
    m_list->addRow(tr("Closing the window"), m_closing, tr("Hiding needs a system tray; without one, closing quits."),
                   tr("tray, minimise, exit"));
    connect(m_closing, &QComboBox::activated, this, [this, &settings](int index) {
        settings.write(settings::closeAction, m_closing->itemData(index).toString());
    });
}

void SettingsPage::buildLook()
{
    m_list->addSection(tr("Appearance"));
    m_theme = makeChoice("setting_theme", {{QStringLiteral("system"), tr("Like the system")},
                                           {QStringLiteral("light"), tr("Light")},
                                           {QStringLiteral("dark"), tr("Dark")},
                                           {QStringLiteral("contrast"), tr("High contrast")}});
    m_list->addRow(tr("Theme"), m_theme,
                   tr("“Like the system” follows the desktop as it changes between light, dark and high contrast."),
                   tr("colour, night mode, accessibility"));
    connect(m_theme, &QComboBox::activated, this,
            [this](int index) { emit themeChosen(m_theme->itemData(index).toString()); });
}

void SettingsPage::buildGateway()
{
    m_list->addSection(tr("Gateway"));
    m_address = value("setting_address");
    widgets::setTextStyle(m_address, "mono");
    auto *copy = button(tr("Copy"), "setting_copy_address");
    copy->setAccessibleName(tr("Copy address"));
    connect(copy, &QPushButton::clicked, this, &SettingsPage::copyAddressWanted);
    m_list->addRow(tr("Address"), beside({m_address, copy}),
                   tr("Usually only this computer reaches it; --host says otherwise."), tr("url, host, endpoint"));
    m_port = new QSpinBox;
    m_port->setObjectName(QStringLiteral("setting_port"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_port->setFixedWidth(96);
    m_port->setFocusPolicy(Qt::StrongFocus);
    m_usePort = button(tr("Use this port"), "setting_use_port");
    m_showClients = button(tr("Show these programs"), "setting_show_clients");
    m_portHint =
        m_list->addRow(tr("Port"), beside({m_port, m_usePort, m_showClients}), QString(), tr("listen, address, busy"));
    m_portHint->setObjectName(QStringLiteral("setting_port_hint"));
    connect(m_port, &QSpinBox::valueChanged, this, &SettingsPage::offerPort);
    connect(m_port, &QSpinBox::valueChanged, this, [this] { showPortHint({}); });
    connect(m_usePort, &QPushButton::clicked, this, &SettingsPage::usePort);
    buildClientLimits();
    connect(m_showClients, &QPushButton::clicked, this, &SettingsPage::clientsWanted);
}

void SettingsPage::buildStorage()
{
    m_list->addSection(tr("Storage and privacy"));
    m_capture = new QComboBox;
    m_capture->setObjectName(QStringLiteral("setting_capture"));
    m_capture->setMinimumWidth(choiceWidth);
    m_capture->setFocusPolicy(Qt::StrongFocus);
    for (const CaptureLevel level : {CaptureLevel::Metadata, CaptureLevel::Errors, CaptureLevel::Everything})
        m_capture->addItem(shell::captureLevelText(level), static_cast<int>(level));
    m_list->addRow(tr("Store of each request"), m_capture,
                   tr("What prompts and answers say is kept only where this says so. A change counts from the next "
                      "request on; secrets are masked before anything is kept."),
                   tr("capture, body, recording, prompts, logging"));
    connect(m_capture, &QComboBox::activated, this, [this](int index) {
        m_surroundings.gateway.setCaptureLevel(static_cast<CaptureLevel>(m_capture->itemData(index).toInt()));
    });
    m_stored = value("setting_stored");
    m_clear = button(tr("Delete all…"), "setting_clear_history");
    m_clear->setAccessibleName(tr("Delete all stored requests"));
    connect(m_clear, &QPushButton::clicked, this, &SettingsPage::askToClear);
    m_storedHint = m_list->addRow(tr("Stored now"), beside({m_stored, m_clear}), QString(),
                                  tr("history, size, disk, clear, delete, forget"));
    m_storedHint->setObjectName(QStringLiteral("setting_stored_hint"));
    buildRetention();
    buildBodySearch();
    QLabel *folder = value("setting_folder");
    folder->setText(QDir::toNativeSeparators(m_surroundings.program.dataFolder()));
    widgets::setTextStyle(folder, "mono");
    auto *open = button(tr("Open folder"), "setting_open_folder");
    connect(open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_surroundings.program.dataFolder())); });
    auto *copyPath = button(tr("Copy path"), "setting_copy_folder");
    connect(copyPath, &QPushButton::clicked, this, &SettingsPage::copyFolder);
    m_list->addRow(tr("Data folder"), folder,
                   tr("config.sqlite3 is small and precious; history.sqlite3 may be deleted while Bilrost is not "
                      "running."),
                   tr("where, files, database, backup"));
    m_list->addRow({}, beside({open, copyPath}), QString(), tr("data folder"));
    m_secrets = value("setting_secrets");
    m_secretsHint = m_list->addRow(tr("Provider keys"), m_secrets, QString(), tr("keychain, secrets, vault"));
}

QSpinBox *SettingsPage::makeNumber(const char *objectName, const QString &accessibleName, int least, int most)
{
    auto *field = new QSpinBox;
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(accessibleName);
    field->setRange(least, most);
    field->setMinimumWidth(140);
    field->setFocusPolicy(Qt::StrongFocus);
    return field;
}

// What is too old goes as soon as the limits hold, so a number alone changes nothing yet.
void SettingsPage::buildRetention()
{
    m_mostDays = makeNumber("setting_most_days", tr("Days that requests are kept"), 0, 36500);
    m_mostDays->setSpecialValueText(tr("for ever"));
    m_list->addRow(tr("Keep requests"), m_mostDays,
                   tr("Older ones are deleted with their bodies. Pinned ones stay, and what was used and what it cost "
                      "stays counted."),
                   tr("retention, age, delete, clean, trim"));
    m_mostMegabytes = makeNumber("setting_most_megabytes", tr("Most space of stored requests"), 0, 10'000'000);
    m_mostMegabytes->setSpecialValueText(tr("no limit"));
    m_mostMegabytes->setSingleStep(500);
    m_mostMegabytes->setGroupSeparatorShown(true);
    m_mostMegabytes->setSuffix(tr(" MB"));
    m_useRetention = button(tr("Use these limits"), "setting_use_retention");
    m_retentionHint = m_list->addRow(tr("In at most"), beside({m_mostMegabytes, m_useRetention}), QString(),
                                     tr("retention, size, disk, space, delete"));
    m_retentionHint->setObjectName(QStringLiteral("setting_retention_hint"));
    connect(m_mostDays, &QSpinBox::valueChanged, this, &SettingsPage::offerRetention);
    connect(m_mostMegabytes, &QSpinBox::valueChanged, this, &SettingsPage::offerRetention);
    connect(m_useRetention, &QPushButton::clicked, this, &SettingsPage::saveRetention);
}

void SettingsPage::buildClientLimits()
{
    m_mostBody = makeNumber("setting_most_body", tr("Largest request"), 1, 2000);
    m_mostBody->setSuffix(tr(" MB"));
    m_list->addRow(tr("Largest request"), m_mostBody, tr("What is larger is refused with 413."),
                   tr("body, upload, limit, size"));
    m_origins = new QLineEdit;
    m_origins->setObjectName(QStringLiteral("setting_origins"));
    m_origins->setAccessibleName(tr("Web pages that may ask"));
    m_origins->setMinimumWidth(choiceWidth);
    m_origins->setPlaceholderText(tr("only those of this computer"));
    m_originsHint = m_list->addRow(tr("Web pages that may ask"), m_origins, QString(), tr("cors, origin, browser"));
    m_originsHint->setObjectName(QStringLiteral("setting_origins_hint"));
    m_mostBody->setKeyboardTracking(false); // 2 on the way to 200 is no wish
    connect(m_mostBody, &QSpinBox::valueChanged, this, &SettingsPage::saveClientLimits);
    connect(m_origins, &QLineEdit::editingFinished, this, &SettingsPage::saveClientLimits);
}

void SettingsPage::copyFolder()
{
    QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(m_surroundings.program.dataFolder()));
}

void SettingsPage::buildNotifications()
{
    m_list->addSection(tr("Notifications"));
    UiSettings &settings = m_surroundings.settings;
    const auto add = [this, &settings](const QString &name, const char *objectName, const QString &text,
                                       const Setting<bool> &setting, const QString &hint) {
        QCheckBox *box = makeSwitch(objectName, text);
        m_list->addRow(name, box, hint, tr("notification, message, alert"));
        connect(box, &QCheckBox::clicked, this, [&settings, &setting](bool isOn) { settings.write(setting, isOn); });
    };
    add(tr("Tell me when"), "notify_provider_down", tr("A provider fails or cannot be reached"),
        settings::notifiesProviderDown, {});
    add({}, "notify_provider_back", tr("It answers again"), settings::notifiesProviderBack, {});
    add({}, "notify_key_rejected", tr("A provider rejects its key"), settings::notifiesKeyRejected, {});
    add({}, "notify_no_target_left", tr("A request failed because every target had failed"),
        settings::notifiesNoTargetLeft, {});
    add({}, "notify_budget", tr("A virtual key comes near its budget, or has spent it"), settings::notifiesBudget,
        tr("Never more than one in a minute for the same cause, and none while you look at this window."));
}

} // namespace ui::pages
