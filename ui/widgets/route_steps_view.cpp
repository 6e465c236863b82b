#include "ui/widgets/route_steps_view.h"

#include "ui/look/theme.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/state_label.h"
#include "ui/widgets/state_mark.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <memory>

namespace ui::widgets {

namespace {

constexpr int markSize = 16;

// The line from one mark to the next.
class Joint : public QWidget {
public:
    Joint(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        setFixedWidth(markSize);
        QObject::connect(&theme, &look::Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(width() / 2, 2, 1, height() - 2), m_theme.color(look::ColorRole::Divider));
    }

private:
    const look::Theme &m_theme;
};

// A word on the ground of its state.
class Badge : public QWidget {
public:
    Badge(const look::Theme &theme, gateway::RequestState state, const QString &text, QWidget *parent)
        : QWidget(parent), m_theme(theme), m_state(state), m_text(text)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        QObject::connect(&theme, &look::Theme::changed, this, qOverload<>(&QWidget::update));
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(look::TextStyle::Label));
        return {metrics.horizontalAdvance(m_text) + 12, metrics.height() + 4};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ink = m_theme.stateColor(m_state);
        painter.setPen(m_theme.scheme() == look::Scheme::HighContrast ? QPen(ink) : QPen(Qt::NoPen));
        painter.setBrush(m_theme.stateGround(m_state));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setPen(ink);
        painter.setFont(m_theme.font(look::TextStyle::Label));
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    const look::Theme &m_theme;
    gateway::RequestState m_state;
    QString m_text;
};

} // namespace

RouteStepsView::RouteStepsView(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 16);
    layout->setSpacing(0);
    layout->addStretch(1);
}

QWidget *RouteStepsView::makeStep(const models::RouteStep &step, bool isLast)
{
    auto *row = new QWidget(this);
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 2, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    auto *mark = new StateMark(m_theme, row);
    mark->setState(step.shape);
    mark->setFixedSize(markSize, markSize);
    grid->addWidget(mark, 0, 0, Qt::AlignHCenter | Qt::AlignTop);
    grid->setRowStretch(1, 1); // what a row has too much stands below its words
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    auto *title = new QLabel(step.title, row);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    if (step.isQuiet)
        setTone(*title, "secondary");
    else
        setTextStyle(title, "strong");
    title->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    first->addWidget(title, 1);
    if (!step.badge.isEmpty())
        first->addWidget(new Badge(m_theme, step.shape, step.badge, row), 0, Qt::AlignTop);
    grid->addLayout(first, 0, 1);
    QLabel *details = hint(step.details.join(QLatin1Char('\n')), row);
    details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    details->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    grid->addWidget(details, 1, 1);
    if (!isLast)
        grid->addWidget(new Joint(m_theme, row), 1, 0);
    grid->setRowMinimumHeight(2, 8);
    row->setAccessibleName(
        QStringList{step.title, step.badge, step.details.join(QStringLiteral(". "))}.join(QStringLiteral(". ")));
    return row;
}

void RouteStepsView::setSteps(const QList<models::RouteStep> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    auto *column = static_cast<QVBoxLayout *>(layout());
    while (column->count() > 1) { // all but the stretch
        const std::unique_ptr<QLayoutItem> item(column->takeAt(0));
        delete item->widget();
    }
    for (qsizetype index = 0; index < steps.size(); ++index)
        column->insertWidget(static_cast<int>(index), makeStep(steps.at(index), index + 1 == steps.size()));
}

QString RouteStepsView::text() const
{
    QStringList lines;
    for (const models::RouteStep &step : m_steps) {
        lines.append(step.badge.isEmpty() ? step.title : QStringLiteral("%1 (%2)").arg(step.title, step.badge));
        for (const QString &detail : step.details)
            lines.append(QStringLiteral("    ") + detail);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ui::widgets
