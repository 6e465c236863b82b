#include "ui/widgets/tabular_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <utility>
#include <vector>

namespace ui::widgets {

namespace {

constexpr std::size_t mostFonts = 32;

struct DigitCells {
    qreal width = 0;
    bool areEqual = true;
};

DigitCells digitCells(const QFont &font)
{
    // GUI thread only. The theme has a handful of fonts, and copies of one compare at once: a key for each text that is
    // drawn took longer than drawing it.
    static std::vector<std::pair<QFont, DigitCells>> known;
    const auto found =
        std::find_if(known.begin(), known.end(), [&font](const auto &each) { return each.first == font; });
    if (found != known.end())
        return found->second;
    const QFontMetricsF metrics(font);
    DigitCells cells;
    qreal narrowest = metrics.horizontalAdvance(QLatin1Char('0'));
    for (char digit = '0'; digit <= '9'; ++digit) {
        const qreal advance = metrics.horizontalAdvance(QLatin1Char(digit));
        cells.width = std::max(cells.width, advance);
        narrowest = std::min(narrowest, advance);
    }
    cells.areEqual = cells.width - narrowest < 0.01;
    if (known.size() >= mostFonts) // the desktop changed its font often
        known.clear();
    known.emplace_back(font, cells);
    return cells;
}

// Runs of digits and of other characters alternate; only digits are set apart.
template <typename Visitor>
void visitRuns(const QString &text, Visitor visit)
{
    qsizetype from = 0;
    while (from < text.size()) {
        const bool isDigit = text[from].isDigit();
        qsizetype to = from + 1;
        while (!isDigit && to < text.size() && !text[to].isDigit())
            ++to;
        visit(text.mid(from, to - from), isDigit);
        from = to;
    }
}

} // namespace

qreal tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const DigitCells cells = digitCells(font);
    if (cells.areEqual)
        return metrics.horizontalAdvance(text);
    qreal width = 0;
    visitRuns(text, [&](const QString &run, bool isDigit) {
        width += isDigit ? cells.width : metrics.horizontalAdvance(run);
    });
    return width;
}

qreal drawTabular(QPainter &painter, const QRectF &bounds, Qt::Alignment alignment, const QFont &font,
                  const QColor &color, const QString &text)
{
    if (text.isEmpty() || bounds.width() <= 0)
        return 0;
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(color);
    qreal width = tabularWidth(font, text);
    const qreal baseline = bounds.top() + (bounds.height() - metrics.height()) / 2 + metrics.ascent();
    if (width > bounds.width() + 0.5) {
        const QString elided = metrics.elidedText(text, Qt::ElideRight, bounds.width());
        painter.drawText(QPointF(bounds.left(), baseline), elided);
        return bounds.width();
    }
    qreal x = bounds.left();
    if (alignment & Qt::AlignRight)
        x = bounds.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x += (bounds.width() - width) / 2;
    const DigitCells cells = digitCells(font);
    if (cells.areEqual) {
        painter.drawText(QPointF(x, baseline), text);
        return width;
    }
    visitRuns(text, [&](const QString &run, bool isDigit) {
        const qreal advance = metrics.horizontalAdvance(run);
        painter.drawText(QPointF(isDigit ? x + (cells.width - advance) / 2 : x, baseline), run);
        x += isDigit ? cells.width : advance;
    });
    return width;
}

} // namespace ui::widgets
