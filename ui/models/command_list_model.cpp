#include "ui/models/command_list_model.h"

#include <algorithm>
#include <utility>

namespace ui::models {

namespace {

// Begins the text, begins a word, stands in one, runs through; 0: none of it.
int fitOfWord(const QString &text, const QString &word)
{
    if (text.startsWith(word))
        return 8;
    if (text.contains(QLatin1Char(' ') + word))
        return 6;
    if (text.contains(word))
        return 4;
    qsizetype at = -1;
    for (const QChar letter : word) {
        at = text.indexOf(letter, at + 1);
        if (at < 0)
            return 0;
    }
    return 1;
}

bool isPrefix(QChar letter)
{
    return QStringLiteral(">@#/").contains(letter);
}

} // namespace

int fitOf(const QString &text, const QString &typed)
{
    const QString lower = text.toLower();
    const QStringList words = typed.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int fit = 1;
    for (const QString &word : words) {
        const int ofWord = fitOfWord(lower, word);
        if (ofWord == 0)
            return 0;
        fit += ofWord;
    }
    return fit;
}

CommandListModel::CommandListModel(QList<Command> commands, QObject *parent)
    : QAbstractTableModel(parent), m_commands(std::move(commands))
{
    setTyped({});
}

void CommandListModel::setTyped(const QString &typed)
{
    const QString text = typed.trimmed();
    const bool hasPrefix = !text.isEmpty() && isPrefix(text.front());
    const QString words = hasPrefix ? text.mid(1) : text;
    QList<std::pair<int, qsizetype>> fitting;
    for (qsizetype place = 0; place < m_commands.size(); ++place) {
        const Command &command = m_commands.at(place);
        const int fit = hasPrefix && command.prefix != text.front() ? 0 : fitOf(command.text, words);
        if (fit > 0)
            fitting.append({fit, place});
    }
    std::stable_sort(fitting.begin(), fitting.end(),
                     [](const auto &left, const auto &right) { return left.first > right.first; });
    beginResetModel();
    m_shown.clear();
    for (const auto &[fit, place] : std::as_const(fitting))
        m_shown.append(place);
    endResetModel();
}

const Command *CommandListModel::commandAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_commands.at(m_shown.at(row)) : nullptr;
}

int CommandListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int CommandListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CommandListModel::data(const QModelIndex &index, int role) const
{
    const Command *command = commandAt(index.row());
    if (!index.isValid() || command == nullptr)
        return {};
    const bool isText = index.column() == Text;
    switch (role) {
    case Qt::DisplayRole: return isText ? command->text : command->detail;
    case Qt::AccessibleTextRole:
        return isText ? tr("%1. %2", "command, its keys").arg(command->text, command->detail) : command->detail;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    default: return {};
    }
}

} // namespace ui::models
