#include "ui/widgets/facts_grid.h"

#include "ui/look/theme.h"
#include "ui/widgets/label_color.h"

#include <QGridLayout>
#include <QLabel>

namespace ui::widgets {

using look::ColorRole;

FactsGrid::FactsGrid(const look::Theme &theme, const QStringList &columns, bool hasNumbers, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
    , m_columnCount(static_cast<int>(columns.size()))
    , m_hasNumbers(hasNumbers)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(0);
    const bool hasHead = !columns.join(QString()).isEmpty();
    for (int column = 0; hasHead && column < m_columnCount; ++column) {
        auto *head = new QLabel(columns[column]);
        head->setAlignment((hasNumbers ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom);
        head->setContentsMargins(0, 0, 0, 4);
        setTextStyle(head, "label");
        setTone(*head, "secondary");
        m_grid->addWidget(head, 0, column + 1);
    }
    m_headRows = hasHead ? 1 : 0;
    m_grid->setColumnStretch(m_columnCount, 1);
    connect(&m_theme, &look::Theme::changed, this, &FactsGrid::applyTheme);
    applyTheme();
}

QLabel *FactsGrid::labelAt(int row, int column)
{
    const int at = row * (m_columnCount + 1) + column;
    while (m_labels.size() <= at) {
        const int next = static_cast<int>(m_labels.size());
        const int inRow = next % (m_columnCount + 1);
        auto *label = new QLabel;
        // Before it is parented into what is shown: see setTextStyle.
        setTextStyle(label, "small");
        if (inRow == 0)
            setTone(*label, "secondary");
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setFocusPolicy(Qt::NoFocus);
        label->setContentsMargins(0, 4, 0, 4);
        label->setAlignment((m_hasNumbers && inRow > 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        m_grid->addWidget(label, m_headRows + 2 * (next / (m_columnCount + 1)), inRow);
        m_labels << label;
    }
    return m_labels[at];
}

void FactsGrid::setRows(const QList<Row> &rows)
{
    const int needed = static_cast<int>(rows.size());
    while (m_lines.size() < needed) {
        auto *line = new QWidget(this);
        line->setFixedHeight(1);
        m_grid->addWidget(line, m_headRows + 2 * static_cast<int>(m_lines.size()) + 1, 0, 1, m_columnCount + 1);
        m_lines << line;
    }
    for (int row = 0; row < needed; ++row) {
        labelAt(row, 0)->setText(rows[row].name);
        for (int column = 0; column < m_columnCount; ++column) {
            QLabel *label = labelAt(row, column + 1);
            label->setText(rows[row].values.value(column));
            label->setToolTip(label->text().size() > 40 ? label->text() : QString());
            label->setAccessibleName(label->text().isEmpty() ? QString()
                                                             : tr("%1: %2").arg(rows[row].name, label->text()));
        }
    }
    for (int at = 0; at < m_labels.size(); ++at)
        m_labels[at]->setVisible(at / (m_columnCount + 1) < needed);
    for (int row = 0; row < m_lines.size(); ++row)
        m_lines[row]->setVisible(row < needed);
    applyTheme();
}

void FactsGrid::applyTheme()
{
    for (QWidget *line : std::as_const(m_lines))
        setGround(line, m_theme.color(ColorRole::RowLine));
}

} // namespace ui::widgets
