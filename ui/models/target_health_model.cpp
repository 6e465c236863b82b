#include "ui/models/target_health_model.h"

#include "ui/models/route_words.h"

#include <QLocale>

#include <algorithm>

namespace ui::models {

using gateway::RequestState;
using gateway::api::CircuitState;
using gateway::api::HealthBoard;
using gateway::api::KeyRestView;
using gateway::api::TargetHealthView;

namespace {

template <typename List, typename Same>
bool hasSameRows(const List &one, const List &other, Same same)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), same);
}

} // namespace

void TargetHealthModel::setBoard(const HealthBoard &board, const QDateTime &now)
{
    const bool isSame =
        hasSameRows(m_board.targets, board.targets,
                    [](const TargetHealthView &one, const TargetHealthView &other) {
                        return one.provider == other.provider && one.model == other.model && one.keyId == other.keyId;
                    })
        && hasSameRows(m_board.restingKeys, board.restingKeys,
                       [](const KeyRestView &one, const KeyRestView &other) { return one.keyId == other.keyId; });
    m_now = now;
    if (isSame) { // selection and scroll survive
        m_board = board;
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_board = board;
    endResetModel();
}

void TargetHealthModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (rowCount() > 0)
        emit dataChanged(index(0, NextTry), index(rowCount() - 1, NextTry));
}

const TargetHealthView *TargetHealthModel::targetAt(int row) const
{
    return row >= 0 && row < m_board.targets.size() ? &m_board.targets.at(row) : nullptr;
}

const KeyRestView *TargetHealthModel::keyAt(int row) const
{
    const auto place = row - static_cast<int>(m_board.targets.size());
    return place >= 0 && place < m_board.restingKeys.size() ? &m_board.restingKeys.at(place) : nullptr;
}

int TargetHealthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_board.targets.size() + m_board.restingKeys.size());
}

int TargetHealthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TargetHealthModel::waitText(const QDateTime &until) const
{
    const qint64 seconds = (m_now.msecsTo(until) + 999) / 1'000;
    return seconds <= 0 ? tr("with the next request")
                        : tr("in %1").arg(milliseconds(static_cast<int>(seconds * 1'000)));
}

QString TargetHealthModel::targetText(const TargetHealthView &target, int column) const
{
    switch (column) {
    case Target: return targetName(target.provider, target.model);
    case State: return circuitText(target);
    case Failures: return QLocale().toString(target.failuresInARow);
    case NextTry:
        if (target.isHeld)
            return tr("when you release it");
        return target.state == CircuitState::Open       ? waitText(target.opensUntil)
               : target.state == CircuitState::HalfOpen ? tr("now")
                                                        : QStringLiteral("–");
    case Reason: return target.lastFailure.isEmpty() ? QStringLiteral("–") : target.lastFailure;
    default: return {};
    }
}

QString TargetHealthModel::keyText(const KeyRestView &key, int column) const
{
    switch (column) {
    case Target: return tr("%1 / all models").arg(key.provider);
    case State: return tr("Key rests");
    case Failures: return QStringLiteral("–");
    case NextTry: return waitText(key.until);
    case Reason: return tr("The provider limited or refused the key.");
    default: return {};
    }
}

QString TargetHealthModel::displayText(int row, int column) const
{
    if (const TargetHealthView *target = targetAt(row))
        return targetText(*target, column);
    const KeyRestView *key = keyAt(row);
    return key != nullptr ? keyText(*key, column) : QString();
}

QVariant TargetHealthModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TargetHealthView *target = targetAt(index.row());
    const KeyRestView *key = keyAt(index.row());
    const QString keyName = target != nullptr ? target->keyName : key->keyName;
    switch (role) {
    case Qt::DisplayRole: return displayText(index.row(), index.column());
    case Qt::ToolTipRole: return index.column() == Reason ? displayText(index.row(), Reason) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() != Target)
            return displayText(index.row(), index.column());
        return QStringList{displayText(index.row(), Target), keyName, displayText(index.row(), State),
                           displayText(index.row(), NextTry), displayText(index.row(), Reason)}
            .join(QStringLiteral(". "));
    case Qt::TextAlignmentRole:
        return int((index.column() == Failures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SubtitleRole:
        if (index.column() != Target)
            return {};
        return keyName.isEmpty() ? tr("no key needed") : tr("key %1").arg(keyName);
    case StateRole: return static_cast<int>(target != nullptr ? circuitShape(*target) : RequestState::RateLimited);
    default: return {};
    }
}

QVariant TargetHealthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Failures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Target: return tr("Target");
    case State: return tr("State");
    case Failures: return tr("Failures");
    case NextTry: return tr("Next try");
    case Reason: return tr("Reason");
    default: return {};
    }
}

} // namespace ui::models
