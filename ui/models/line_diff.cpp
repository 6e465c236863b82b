#include "ui/models/line_diff.h"

#include "gateway/base/secret_masker.h"

#include <algorithm>
#include <vector>

namespace ui::models {

namespace {

constexpr std::size_t largestTable = 4'000'000; // cells; settings are far smaller

QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast(); // behind the last line break
    return lines;
}

QString shown(QByteArray line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    std::string text = line.toStdString();
    gateway::maskKeyPatterns(text);
    return QString::fromStdString(text).replace(QLatin1Char('\t'), QStringLiteral("    "));
}

using Kind = DiffLine::Kind;

// The longest common subsequence of what is left when equal beginnings and ends are taken away.
QList<DiffLine> wholeDiff(const QList<QByteArray> &before, const QList<QByteArray> &after)
{
    QList<DiffLine> lines;
    qsizetype begin = 0;
    while (begin < before.size() && begin < after.size() && before.at(begin) == after.at(begin))
        ++begin;
    qsizetype same = 0;
    while (same < before.size() - begin && same < after.size() - begin
           && before.at(before.size() - 1 - same) == after.at(after.size() - 1 - same))
        ++same;
    const qsizetype oldEnd = before.size() - same;
    const qsizetype newEnd = after.size() - same;
    const auto add = [&](Kind kind, qsizetype place) {
        lines.append(
            {kind, static_cast<int>(place + 1), shown(kind == Kind::Removed ? before.at(place) : after.at(place))});
    };
    for (qsizetype place = 0; place < begin; ++place)
        add(Kind::Same, place);
    const auto rows = static_cast<std::size_t>(oldEnd - begin + 1);
    const auto columns = static_cast<std::size_t>(newEnd - begin + 1);
    const bool fits = rows * columns <= largestTable;
    std::vector<int> common(fits ? rows * columns : 0);
    const auto cell = [&](qsizetype oldPlace, qsizetype newPlace) -> int & {
        return common[static_cast<std::size_t>(oldPlace - begin) * columns
                      + static_cast<std::size_t>(newPlace - begin)];
    };
    for (qsizetype oldPlace = oldEnd - 1; fits && oldPlace >= begin; --oldPlace) {
        for (qsizetype newPlace = newEnd - 1; newPlace >= begin; --newPlace)
            cell(oldPlace, newPlace) = before.at(oldPlace) == after.at(newPlace)
                                           ? cell(oldPlace + 1, newPlace + 1) + 1
                                           : std::max(cell(oldPlace + 1, newPlace), cell(oldPlace, newPlace + 1));
    }
    qsizetype oldPlace = begin;
    qsizetype newPlace = begin;
    while (oldPlace < oldEnd || newPlace < newEnd) {
        if (fits && oldPlace < oldEnd && newPlace < newEnd && before.at(oldPlace) == after.at(newPlace)) {
            add(Kind::Same, newPlace++);
            ++oldPlace;
        } else if (oldPlace < oldEnd
                   && (newPlace == newEnd || !fits || cell(oldPlace + 1, newPlace) >= cell(oldPlace, newPlace + 1))) {
            add(Kind::Removed, oldPlace++);
        } else {
            add(Kind::Added, newPlace++);
        }
    }
    for (qsizetype place = newEnd; place < after.size(); ++place)
        add(Kind::Same, place);
    return lines;
}

} // namespace

LineDiff lineDiff(const QByteArray &before, const QByteArray &after, int context)
{
    const QList<DiffLine> whole = wholeDiff(linesOf(before), linesOf(after));
    LineDiff diff;
    std::vector<bool> isNear(static_cast<std::size_t>(whole.size()), false);
    for (qsizetype place = 0; place < whole.size(); ++place) {
        const Kind kind = whole.at(place).kind;
        diff.added += kind == Kind::Added ? 1 : 0;
        diff.removed += kind == Kind::Removed ? 1 : 0;
        if (kind == Kind::Same)
            continue;
        for (qsizetype beside = std::max<qsizetype>(0, place - context);
             beside <= std::min<qsizetype>(whole.size() - 1, place + context); ++beside)
            isNear[static_cast<std::size_t>(beside)] = true;
    }
    for (qsizetype place = 0; place < whole.size(); ++place) {
        if (isNear[static_cast<std::size_t>(place)])
            diff.lines.append(whole.at(place));
        else if (diff.lines.isEmpty() || diff.lines.last().kind != Kind::Gap)
            diff.lines.append({Kind::Gap, 0, {}});
    }
    return diff;
}

} // namespace ui::models
