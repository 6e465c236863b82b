#include "ui/widgets/rule_delegate.h"

#include "ui/look/state_shape.h"
#include "ui/look/theme.h"
#include "ui/models/routing_rule_model.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace ui::widgets {

using look::ColorRole;
using look::TextStyle;
using models::RoutingRuleModel;

namespace {

constexpr int gripLeft = 9;
constexpr int numberLeft = 20;
constexpr int numberWidth = 22;
constexpr int wordsLeft = 52;
constexpr int switchSize = 16;
constexpr int switchRight = 14;

QRect switchRect(const QStyleOptionViewItem &option)
{
    const QRect rect(option.rect.right() - switchRight - switchSize, option.rect.center().y() - switchSize / 2,
                     switchSize, switchSize);
    return QStyle::visualRect(option.direction, option.rect, rect);
}

QColor inkFor(const look::Theme &theme, const QStyleOptionViewItem &option, ColorRole role)
{
    const bool isInverted =
        option.state.testFlag(QStyle::State_Selected) && theme.scheme() == look::Scheme::HighContrast;
    return theme.color(isInverted ? ColorRole::SelectedText : role);
}

const QStyle &styleOf(const QStyleOptionViewItem &option)
{
    return option.widget != nullptr ? *option.widget->style() : *QApplication::style();
}

} // namespace

RuleDelegate::RuleDelegate(const look::Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize RuleDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, m_theme.twoLineRowHeight() + 4};
}

void RuleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const QStyle &style = styleOf(full);
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &full, painter, full.widget);
    painter->save();
    painter->setPen(m_theme.color(ColorRole::RowLine));
    painter->drawLine(full.rect.bottomLeft(), full.rect.bottomRight());
    paintGrip(*painter, full);
    paintWords(*painter, full, index);
    QStyleOptionButton box;
    box.rect = switchRect(full);
    box.state = QStyle::State_Enabled | (full.checkState == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
    box.palette = full.palette;
    style.drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, full.widget);
    painter->restore();
}

// Two rows of three dots: what can be taken hold of. Only where the pointer or the selection is, to stay calm.
void RuleDelegate::paintGrip(QPainter &painter, const QStyleOptionViewItem &option) const
{
    if (!(option.state & (QStyle::State_MouseOver | QStyle::State_Selected)))
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inkFor(m_theme, option, ColorRole::SecondaryText));
    for (const int x : {0, 4}) {
        for (const int y : {-4, 0, 4}) {
            const QRect dot(option.rect.left() + gripLeft + x, option.rect.center().y() + y, 2, 2);
            painter.drawEllipse(QStyle::visualRect(option.direction, option.rect, dot));
        }
    }
    painter.restore();
}

void RuleDelegate::paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isOn = index.data(RoutingRuleModel::IsEnabledRole).toBool();
    const QString problem = index.data(RoutingRuleModel::ProblemRole).toString();
    const bool isPlain = index.data(RoutingRuleModel::IsAliasRole).toBool() || !problem.isEmpty();
    const QFont strong = m_theme.font(TextStyle::Strong);
    const QFont below = m_theme.font(isPlain ? TextStyle::Small : TextStyle::Mono);
    const int firstHeight = QFontMetrics(strong).height();
    const int secondHeight = QFontMetrics(below).height();
    const int top = option.rect.top() + (option.rect.height() - firstHeight - secondHeight) / 2;
    const auto draw = [&](const QFont &font, const QColor &ink, QRect line, int alignment, const QString &text) {
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QStyle::visualRect(option.direction, option.rect, line), alignment,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    };
    const int left = option.rect.left();
    const int width = option.rect.right() - switchRight - switchSize - 8 - (left + wordsLeft);
    draw(m_theme.font(TextStyle::Body), inkFor(m_theme, option, ColorRole::SecondaryText),
         {left + numberLeft, top, numberWidth, firstHeight}, Qt::AlignTrailing | Qt::AlignVCenter,
         index.data(RoutingRuleModel::NumberRole).toString());
    draw(strong, inkFor(m_theme, option, isOn ? ColorRole::Text : ColorRole::SecondaryText),
         {left + wordsLeft, top, width, firstHeight}, Qt::AlignLeading | Qt::AlignVCenter, option.text);
    QRect second(left + wordsLeft, top + firstHeight, width, secondHeight);
    if (!problem.isEmpty()) {
        const QRect shape(second.left(), second.center().y() - 6, 13, 13);
        const auto state = gateway::RequestState::ClientError;
        look::paintStateShape(painter, QStyle::visualRect(option.direction, option.rect, shape), state,
                              m_theme.stateColor(state));
        second.adjust(18, 0, 0, 0);
    }
    draw(below, inkFor(m_theme, option, ColorRole::SecondaryText), second, Qt::AlignLeading | Qt::AlignVCenter,
         problem.isEmpty() ? index.data(RoutingRuleModel::SubtitleRole).toString() : problem);
}

bool RuleDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    bool isSwitched = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        isSwitched = mouse->button() == Qt::LeftButton
                     && switchRect(option).adjusted(-6, -6, 6, 6).contains(mouse->position().toPoint());
    } else if (event->type() == QEvent::KeyPress) {
        isSwitched = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    }
    if (!isSwitched)
        return false;
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, static_cast<int>(isOn ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace ui::widgets
