#include "ui/shell/state_block.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QUrl>

#include "ui/look/icon_set.h"
#include "ui/widgets/state_label.h"

namespace ui::shell {

using gateway::RequestState;
using gateway::api::ListenerState;

std::pair<RequestState, QString> listenerWords(ListenerState state)
{
    const auto text = [](const char *words) { return QCoreApplication::translate("StateBlock", words); };
    switch (state) {
    case ListenerState::Stopped: return {RequestState::Cancelled, text(QT_TRANSLATE_NOOP("StateBlock", "Stopped"))};
    case ListenerState::Starting: return {RequestState::InFlight, text(QT_TRANSLATE_NOOP("StateBlock", "Starting"))};
    case ListenerState::Listening: return {RequestState::Succeeded, text(QT_TRANSLATE_NOOP("StateBlock", "Running"))};
    case ListenerState::Failed:
        return {RequestState::UpstreamError, text(QT_TRANSLATE_NOOP("StateBlock", "Not running"))};
    }
    return {};
}

StateBlock::StateBlock(const look::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_state(new widgets::StateLabel(theme, this))
    , m_address(new QLabel(this))
    , m_copy(new QToolButton(this))
{
    m_state->setTextStyle(look::TextStyle::Strong);
    m_state->setCalm(true);
    m_address->setObjectName(QStringLiteral("gateway_address"));
    m_address->setProperty("textStyle", QStringLiteral("mono"));
    m_address->setProperty("tone", QStringLiteral("secondary"));
    m_copy->setObjectName(QStringLiteral("copy_address"));
    m_copy->setIcon(look::icon("copy"));
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->setToolTip(tr("Copy the address of the gateway"));
    m_copy->setAccessibleName(tr("Copy the address of the gateway"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(8, 7, 4, 7);
    layout->setVerticalSpacing(1);
    layout->setHorizontalSpacing(2);
    layout->addWidget(m_state, 0, 0);
    layout->addWidget(m_address, 1, 0);
    layout->addWidget(m_copy, 0, 1, 2, 1, Qt::AlignCenter);
    layout->setColumnStretch(0, 1);
    connect(m_copy, &QToolButton::clicked, this, &StateBlock::copyAddressRequested);
}

void StateBlock::setStatus(const gateway::api::GatewayStatus &status)
{
    const auto [state, words] = listenerWords(status.listener);
    m_state->setState(state, words);
    const QUrl url(status.baseUrl);
    m_address->setText(url.isEmpty() ? tr("no address") : url.authority());
    m_address->setToolTip(status.baseUrl);
    m_copy->setEnabled(!status.baseUrl.isEmpty());
    m_state->setToolTip(status.listenerProblem);
}

void StateBlock::setCollapsed(bool isCollapsed)
{
    m_isCollapsed = isCollapsed;
    setVisible(!isCollapsed);
}

void StateBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(look::ColorRole::Divider));
    painter.setBrush(m_theme.color(look::ColorRole::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace ui::shell
