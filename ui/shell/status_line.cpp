#include "ui/shell/status_line.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QPushButton>
#include <QUrl>

#include "ui/display_format.h"
#include "ui/look/icon_set.h"
#include "ui/shell/state_block.h"
#include "ui/widgets/state_label.h"

namespace ui::shell {

using gateway::RequestState;
using gateway::api::CaptureLevel;
using gateway::api::ListenerState;
using gateway::api::SecretStoreKind;

namespace {

QString storingText(CaptureLevel level)
{
    const auto text = [](const char *words) { return QCoreApplication::translate("StatusLine", words); };
    switch (level) {
    case CaptureLevel::Metadata: return text(QT_TRANSLATE_NOOP("StatusLine", "Storing no bodies"));
    case CaptureLevel::Errors: return text(QT_TRANSLATE_NOOP("StatusLine", "Storing bodies of errors"));
    case CaptureLevel::Everything: return text(QT_TRANSLATE_NOOP("StatusLine", "Storing everything"));
    }
    return {};
}

QLabel *smallLabel(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setProperty("textStyle", QStringLiteral("small"));
    label->setProperty("tone", QStringLiteral("secondary"));
    return label;
}

} // namespace

QString secretStoreText(SecretStoreKind kind)
{
    const auto text = [](const char *words) { return QCoreApplication::translate("StatusLine", words); };
    switch (kind) {
    case SecretStoreKind::Keychain: return text(QT_TRANSLATE_NOOP("StatusLine", "Keys in the system keychain"));
    case SecretStoreKind::Vault: return text(QT_TRANSLATE_NOOP("StatusLine", "Keys in an encrypted file"));
    case SecretStoreKind::Memory: return text(QT_TRANSLATE_NOOP("StatusLine", "Keys in memory only"));
    }
    return {};
}

QString captureLevelText(CaptureLevel level)
{
    const auto text = [](const char *words) { return QCoreApplication::translate("StatusLine", words); };
    switch (level) {
    case CaptureLevel::Metadata: return text(QT_TRANSLATE_NOOP("StatusLine", "Metadata"));
    case CaptureLevel::Errors: return text(QT_TRANSLATE_NOOP("StatusLine", "Errors"));
    case CaptureLevel::Everything: return text(QT_TRANSLATE_NOOP("StatusLine", "Everything"));
    }
    return {};
}

StatusLine::StatusLine(const look::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_listener(new widgets::StateLabel(theme, this))
    , m_inFlight(new widgets::StateLabel(theme, this))
    , m_page(smallLabel(this, "page_status"))
    , m_today(smallLabel(this, "spent_today"))
    , m_trouble(new widgets::StateLabel(theme, this))
    , m_secretMark(new QLabel(this))
    , m_secretStore(smallLabel(this, "secret_store"))
    , m_capture(new QPushButton(this))
    , m_captureMenu(new QMenu(this))
    , m_levels(new QActionGroup(this))
    , m_size(smallLabel(this, "store_size"))
{
    for (widgets::StateLabel *label : {m_listener, m_inFlight, m_trouble})
        label->setTextStyle(look::TextStyle::Small);
    m_listener->setCalm(true);
    m_inFlight->setCalm(true);
    m_trouble->setObjectName(QStringLiteral("storage_trouble"));
    const auto drawLock = [this] {
        m_secretMark->setPixmap(look::icon("lock").pixmap(QSize(14, 14), devicePixelRatioF()));
    };
    drawLock();
    connect(&theme, &look::Theme::changed, this, drawLock);
    m_capture->setObjectName(QStringLiteral("capture_level"));
    m_capture->setProperty("kind", QStringLiteral("flat"));
    m_capture->setIcon(look::icon("eye"));
    m_capture->setFont(theme.font(look::TextStyle::Small));
    buildCaptureMenu();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 12, 0);
    layout->setSpacing(16);
    layout->addWidget(m_listener);
    layout->addWidget(m_inFlight);
    layout->addWidget(m_page);
    layout->addStretch(1);
    layout->addWidget(m_trouble);
    layout->addWidget(m_today);
    auto *secrets = new QHBoxLayout;
    secrets->setSpacing(5);
    secrets->addWidget(m_secretMark);
    secrets->addWidget(m_secretStore);
    layout->addLayout(secrets);
    layout->addWidget(m_capture);
    layout->addWidget(m_size);
}

void StatusLine::buildCaptureMenu()
{
    for (const CaptureLevel level : {CaptureLevel::Metadata, CaptureLevel::Errors, CaptureLevel::Everything}) {
        QAction *action = m_captureMenu->addAction(captureLevelText(level));
        action->setCheckable(true);
        action->setData(static_cast<int>(level));
        m_levels->addAction(action);
    }
    m_capture->setMenu(m_captureMenu);
    connect(m_levels, &QActionGroup::triggered, this,
            [this](QAction *action) { emit captureLevelChosen(static_cast<CaptureLevel>(action->data().toInt())); });
}

void StatusLine::setStatus(const gateway::api::GatewayStatus &status)
{
    const auto [state, words] = listenerWords(status.listener);
    const bool isListening = status.listener == ListenerState::Listening;
    m_listener->setState(state, isListening ? tr("Listening on %1").arg(QUrl(status.baseUrl).authority()) : words);
    m_inFlight->setVisible(status.inFlight > 0);
    m_inFlight->setState(RequestState::Streaming, tr("%n in flight", nullptr, status.inFlight));
    m_secretStore->setText(secretStoreText(status.secretStore));
    m_secretStore->setToolTip(status.secretStoreProblem);
    const bool isWorried = status.secretStore == SecretStoreKind::Memory;
    m_secretStore->setProperty("tone", isWorried ? QStringLiteral("warning") : QStringLiteral("secondary"));
    m_secretStore->style()->polish(m_secretStore);
    m_capture->setText(storingText(status.captureLevel));
    m_capture->setAccessibleName(tr("Capture level: %1").arg(captureLevelText(status.captureLevel)));
    m_capture->setToolTip(tr("What is stored of each request. A change counts from the next request on."));
    for (QAction *action : m_levels->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(status.captureLevel));
    showStorage(status);
    showSpending(status);
}

void StatusLine::showSpending(const gateway::api::GatewayStatus &status)
{
    const DisplayFormat format;
    const QString spent = tr("Today %1", "spent").arg(format.moneyTotal(status.spentToday));
    m_today->setText(status.unpricedToday > 0 ? tr("%1 + ?", "a sum from which unknown costs are missing").arg(spent)
                                              : spent);
    m_today->setToolTip(status.unpricedToday > 0
                            ? tr("Without %n tries of unknown cost.", nullptr, static_cast<int>(status.unpricedToday))
                            : tr("Spent since midnight, local time: %1").arg(format.exactMoney(status.spentToday)));
}

void StatusLine::showStorage(const gateway::api::GatewayStatus &status)
{
    m_size->setText(QLocale().formattedDataSize(status.storedBytes, 1, QLocale::DataSizeSIFormat));
    m_size->setToolTip(tr("Requests stored: %1").arg(QLocale().toString(status.storedRequests)));
    const bool hasTrouble = status.droppedRecords > 0 || !status.storageProblem.isEmpty();
    m_trouble->setVisible(hasTrouble);
    if (!hasTrouble)
        return;
    const QString dropped = tr("Requests not stored: %1").arg(QLocale().toString(status.droppedRecords));
    m_trouble->setState(RequestState::ClientError, status.droppedRecords > 0 ? dropped : status.storageProblem);
    m_trouble->setToolTip(status.storageProblem.isEmpty()
                              ? tr("They were answered, but the store could not keep up.")
                              : tr("%1. The requests were answered all the same.").arg(status.storageProblem));
}

void StatusLine::setPageText(const QString &text)
{
    m_page->setText(text);
}

void StatusLine::setNarrow(bool isNarrow)
{
    m_secretStore->setVisible(!isNarrow);
    m_secretMark->setToolTip(isNarrow ? m_secretStore->text() : QString());
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(look::ColorRole::Window));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(look::ColorRole::Divider));
}

} // namespace ui::shell
