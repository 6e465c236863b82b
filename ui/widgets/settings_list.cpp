#include "ui/widgets/settings_list.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

namespace ui::widgets {

namespace {

constexpr int nameWidth = 252;
constexpr int nameGap = 16;
constexpr int sideMargin = 24;
constexpr int widestHint = 430;
constexpr int leastHint = 240;
constexpr const char *widthOfHint = "widthOfHint";
constexpr int sectionGap = 26;
constexpr const char *describedControl = "describedControl"; // of a hint: what a screen reader reads it with

} // namespace

SettingsList::SettingsList(QWidget *parent) : QScrollArea(parent)
{
    auto *content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(sideMargin, 0, sideMargin, 32);
    m_layout->setSpacing(14);
    m_layout->addStretch(1);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its controls take it, and bring themselves into view
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    setWidget(content);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &SettingsList::scrolled);
}

void SettingsList::addSection(const QString &title)
{
    QLabel *label = heading(title, widget());
    label->setContentsMargins(0, m_sections.isEmpty() ? 20 : sectionGap, 0, 0);
    m_layout->insertWidget(m_layout->count() - 1, label);
    m_sections.append(Section{label, {}});
}

QLabel *SettingsList::addRow(const QString &name, QWidget *control, const QString &hintText, const QString &words)
{
    auto *whole = new QWidget(widget());
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(nameGap);
    control->setParent(whole);
    QLabel *label = fieldLabel(name, control, whole);
    label->setFixedWidth(nameWidth);
    label->setWordWrap(false);
    row->addWidget(label, 0, Qt::AlignTop);
    auto *side = new QVBoxLayout;
    side->setSpacing(4);
    auto *line = new QHBoxLayout; // the control keeps its own width
    line->addWidget(control);
    line->addStretch(1);
    side->addLayout(line);
    QLabel *below = hint(hintText, whole);
    QWidget *described = control->focusProxy() ? control->focusProxy() : control;
    below->setProperty(describedControl, QVariant::fromValue(described));
    setHint(*below, hintText);
    side->addWidget(below);
    row->addLayout(side, 1);
    m_layout->insertWidget(m_layout->count() - 1, whole);
    m_sections.last().rows.append({whole, name, words + QLatin1Char(' ') + control->accessibleName(), below});
    return below;
}

// A scroll area asks its content for the least height without telling the width, and words that wrap then get too
// little; so the height is counted here, for the width that there is.
void SettingsList::setHint(QLabel &hint, const QString &text)
{
    hint.setText(text);
    hint.setVisible(!text.isEmpty());
    if (auto *described = hint.property(describedControl).value<QWidget *>())
        described->setAccessibleDescription(text);
    if (text.isEmpty())
        return;
    hint.ensurePolished();
    const QVariant room = hint.property(widthOfHint);
    const int width = room.isValid() ? room.toInt() : widestHint;
    hint.setFixedSize(width, hint.heightForWidth(width));
}

void SettingsList::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const int room = std::clamp(viewport()->width() - nameWidth - nameGap - 2 * sideMargin, leastHint, widestHint);
    for (const Section &section : std::as_const(m_sections)) {
        for (const Row &row : section.rows) {
            row.hint->setProperty(widthOfHint, room);
            setHint(*row.hint, row.hint->text());
        }
    }
}

QStringList SettingsList::sections() const
{
    QStringList titles;
    for (const Section &section : m_sections)
        titles.append(section.heading->text());
    return titles;
}

void SettingsList::showSection(int index)
{
    if (index >= 0 && index < m_sections.size())
        verticalScrollBar()->setValue(index == 0 ? 0 : m_sections.at(index).heading->y());
}

// Every word of the text has to be somewhere in the row, or in the heading above it.
int SettingsList::find(const QString &text)
{
    const QStringList wanted = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int left = 0;
    for (Section &section : m_sections) {
        int inSection = 0;
        for (Row &row : section.rows) {
            const QString all = section.heading->text() + QLatin1Char(' ') + row.name + QLatin1Char(' ')
                                + row.hint->text() + QLatin1Char(' ') + row.words;
            row.matches = std::all_of(wanted.begin(), wanted.end(),
                                      [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
            row.whole->setVisible(row.matches);
            inSection += row.matches ? 1 : 0;
        }
        section.heading->setVisible(inSection > 0);
        left += inSection;
    }
    return left;
}

bool SettingsList::isEmpty(int section) const
{
    const QList<Row> &rows = m_sections.at(section).rows;
    return std::none_of(rows.begin(), rows.end(), [](const Row &row) { return row.matches; });
}

int SettingsList::currentSection() const
{
    const int top = verticalScrollBar()->value();
    if (top > 0 && top == verticalScrollBar()->maximum()) { // the last ones cannot reach the top
        for (int index = static_cast<int>(m_sections.size()) - 1; index > 0; --index) {
            if (!isEmpty(index))
                return index;
        }
    }
    int current = 0;
    for (int index = 0; index < m_sections.size(); ++index) {
        if (!isEmpty(index) && m_sections.at(index).heading->y() <= top + sectionGap)
            current = index;
    }
    return current;
}

} // namespace ui::widgets
