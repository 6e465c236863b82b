#include "ui/widgets/diff_view.h"

#include <QTextBlock>

namespace ui::widgets {

using look::ColorRole;
using models::DiffLine;

namespace {

constexpr int numberWidth = 4;

} // namespace

DiffView::DiffView(const look::Theme &theme, QWidget *parent) : QPlainTextEdit(parent), m_theme(theme)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setProperty("textStyle", QStringLiteral("mono"));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    document()->setDocumentMargin(8);
    connect(&theme, &look::Theme::changed, this, &DiffView::colorLines);
}

void DiffView::setDiffs(const QList<ShownDiff> &diffs)
{
    QStringList lines;
    m_looks.clear();
    const auto add = [&](Look look, const QString &line) {
        lines.append(line);
        m_looks.append(look);
    };
    for (const ShownDiff &shown : diffs) {
        if (!lines.isEmpty())
            add(Look::Plain, {});
        add(Look::Heading, shown.heading);
        for (const DiffLine &line : shown.diff.lines) {
            if (line.kind == DiffLine::Kind::Gap) {
                add(Look::Plain, QString(numberWidth, QLatin1Char(' ')) + QStringLiteral("   …"));
                continue;
            }
            const bool isAdded = line.kind == DiffLine::Kind::Added;
            const bool isRemoved = line.kind == DiffLine::Kind::Removed;
            add(isAdded     ? Look::Added
                : isRemoved ? Look::Removed
                            : Look::Plain,
                QStringLiteral("%1 %2 %3")
                    .arg(line.number, numberWidth)
                    .arg(QLatin1Char(isAdded     ? '+'
                                     : isRemoved ? '-'
                                                 : ' '))
                    .arg(line.text));
        }
    }
    setPlainText(lines.join(QLatin1Char('\n')));
    colorLines();
}

void DiffView::colorLines()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const Look look = m_looks.value(block.blockNumber(), Look::Plain);
        if (look == Look::Plain)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        if (look == Look::Heading) {
            selection.format.setBackground(m_theme.color(ColorRole::Sunken));
            selection.format.setForeground(m_theme.color(ColorRole::SecondaryText));
        } else {
            selection.format.setBackground(
                m_theme.color(look == Look::Added ? ColorRole::AddedGround : ColorRole::RemovedGround));
            selection.format.setForeground(m_theme.color(ColorRole::Text));
        }
        selections.append(selection);
    }
    setExtraSelections(selections);
}

} // namespace ui::widgets
