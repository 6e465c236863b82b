#include "ui/shell/side_navigation.h"

#include <memory>
#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/look/icon_set.h"
#include "ui/shell/navigation_button.h"
#include "ui/shell/state_block.h"

namespace ui::shell {

namespace {
constexpr int fullWidth = 204;
constexpr int collapsedWidth = 48;
} // namespace

SideNavigation::SideNavigation(const look::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_brandMark(new QLabel(this))
    , m_brand(new QLabel(this))
    , m_stateBlock(new StateBlock(theme, this))
    , m_layout(new QVBoxLayout(this))
{
    setFixedWidth(fullWidth);
    m_brand->setText(QStringLiteral("Bilrost"));
    m_brand->setProperty("textStyle", QStringLiteral("strong"));
    const auto drawMark = [this] {
        m_brandMark->setPixmap(look::icon("arch").pixmap(QSize(20, 20), devicePixelRatioF()));
    };
    drawMark();
    connect(&theme, &look::Theme::changed, this, drawMark);
    auto *brandLine = new QHBoxLayout;
    brandLine->setContentsMargins(6, 0, 0, 8);
    brandLine->setSpacing(8);
    brandLine->addWidget(m_brandMark);
    brandLine->addWidget(m_brand, 1);
    m_layout->setContentsMargins(10, 12, 10, 12);
    m_layout->setSpacing(1);
    m_layout->addLayout(brandLine);
    m_layout->addWidget(m_stateBlock);
    m_layout->addStretch(1);
    connect(m_stateBlock, &StateBlock::copyAddressRequested, this, &SideNavigation::copyAddressRequested);
}

void SideNavigation::addGroup(const QString &title)
{
    if (!m_groups.isEmpty() && m_groups.last()->text() == title)
        return; // the page belongs to the one before
    auto *label = new QLabel(title, this);
    label->setProperty("textStyle", QStringLiteral("label"));
    label->setProperty("tone", QStringLiteral("secondary"));
    label->setContentsMargins(10, 14, 0, 4);
    m_groups.append(label);
    m_layout->insertWidget(m_layout->count() - 1, label);
}

void SideNavigation::addPage(const QString &title, const char *iconName, const QString &objectName)
{
    auto *button = new NavigationButton(m_theme, title, iconName, this);
    button->setObjectName(objectName);
    const int index = static_cast<int>(m_buttons.size());
    m_buttons.append(button);
    m_layout->insertWidget(m_layout->count() - (m_isInFoot ? 0 : 1), button);
    // A screen reader checks the button, which clicks nothing; a click does both.
    const auto isTold = std::make_shared<bool>(false);
    connect(button, &NavigationButton::toggled, this, [this, index, isTold](bool isChosen) {
        if (!isChosen || index == m_current)
            return;
        *isTold = true;
        emit pageChosen(index);
    });
    connect(button, &NavigationButton::clicked, this, [this, index, isTold] {
        if (!std::exchange(*isTold, false))
            emit pageChosen(index);
    });
}

// After the stretch, which pushes them down.
void SideNavigation::beginFoot()
{
    m_isInFoot = true;
}

void SideNavigation::setCurrentPage(int index)
{
    m_current = index;
    if (index >= 0 && index < m_buttons.size())
        m_buttons.at(index)->setChecked(true);
}

QWidget *SideNavigation::currentButton() const
{
    return m_buttons.value(m_current);
}

void SideNavigation::setAttention(int index, bool needsAttention)
{
    m_buttons.at(index)->setAttention(needsAttention);
}

void SideNavigation::setCount(int index, int count)
{
    m_buttons.at(index)->setCount(count);
}

void SideNavigation::setStatus(const gateway::api::GatewayStatus &status)
{
    m_stateBlock->setStatus(status);
}

void SideNavigation::setCollapsed(bool isCollapsed)
{
    if (isCollapsed == m_isCollapsed)
        return;
    m_isCollapsed = isCollapsed;
    setFixedWidth(isCollapsed ? collapsedWidth : fullWidth);
    m_layout->setContentsMargins(isCollapsed ? 6 : 10, 12, isCollapsed ? 6 : 10, 12);
    m_brand->setVisible(!isCollapsed);
    m_stateBlock->setCollapsed(isCollapsed);
    for (QLabel *group : std::as_const(m_groups))
        group->setVisible(!isCollapsed);
    for (NavigationButton *button : std::as_const(m_buttons))
        button->setCollapsed(isCollapsed);
}

void SideNavigation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(look::ColorRole::Side));
    const QRect line(width() - 1, 0, 1, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), line), m_theme.color(look::ColorRole::Divider));
}

} // namespace ui::shell
