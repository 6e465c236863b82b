#include "ui/models/virtual_key_table_model.h"

#include "ui/models/virtual_key_words.h"

#include <algorithm>

namespace ui::models {

using gateway::api::LimitUnit;
using gateway::api::LimitView;
using gateway::api::VirtualKeyView;

namespace {

bool hasSameRows(const QList<VirtualKeyView> &left, const QList<VirtualKeyView> &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const VirtualKeyView &one, const VirtualKeyView &other) { return one.id == other.id; });
}

// Every limit but the one that the bar shows.
QString otherLimits(const VirtualKeyView &key)
{
    const LimitView *shown = tightestLimit(key);
    QStringList texts;
    for (const LimitView &limit : key.limits) {
        if (&limit != shown)
            texts.append(limitText(limit));
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace

// By what a person reads in the column: words by their letters, bars and states by what is used.
std::pair<double, QString> VirtualKeyTableModel::keyOf(const VirtualKeyView &key) const
{
    const LimitView *limit = tightestLimit(key);
    const double share = limit ? usedShare(*limit) : -1;
    switch (m_order.column) {
    case Use: return {share, {}};
    case State: return {keyState(key, m_now).isOff ? -2 : share, {}};
    case LastUsed: return {static_cast<double>(m_lastUsed.value(key.id).toMSecsSinceEpoch()), {}};
    default: return {0, displayText(key, m_order.column).toCaseFolded()};
    }
}

QList<VirtualKeyView> VirtualKeyTableModel::inOwnOrder(const QList<VirtualKeyView> &shown) const
{
    return inOrder(
        m_given, shown, m_order, [](const VirtualKeyView &key) { return key.id; },
        [this](const VirtualKeyView &key) { return keyOf(key); });
}

void VirtualKeyTableModel::sort(int column, Qt::SortOrder direction)
{
    m_order = {column, direction};
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QStringList ids;
    for (const QModelIndex &index : before)
        ids.append(m_keys.at(index.row()).id);
    m_keys = inOwnOrder({});
    QModelIndexList after;
    for (qsizetype at = 0; at < before.size(); ++at)
        after.append(index(rowOf(ids.at(at)), before.at(at).column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void VirtualKeyTableModel::setKeys(const QList<VirtualKeyView> &given, const QDateTime &now)
{
    m_now = now;
    m_given = given;
    const QList<VirtualKeyView> keys = inOwnOrder(m_keys);
    if (!hasSameRows(m_keys, keys)) {
        beginResetModel();
        m_keys = keys;
        endResetModel();
        return;
    }
    m_keys = keys;
    if (!m_keys.isEmpty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_keys.size()) - 1, ColumnCount - 1));
}

void VirtualKeyTableModel::setLastUsed(const QHash<QString, QDateTime> &times)
{
    if (times == m_lastUsed)
        return;
    m_lastUsed = times;
    if (!m_keys.isEmpty())
        emit dataChanged(index(0, LastUsed), index(static_cast<int>(m_keys.size()) - 1, LastUsed));
}

const VirtualKeyView *VirtualKeyTableModel::keyAt(int row) const
{
    return row >= 0 && row < m_keys.size() ? &m_keys.at(row) : nullptr;
}

int VirtualKeyTableModel::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_keys.begin(), m_keys.end(), [&id](const VirtualKeyView &key) { return key.id == id; });
    return found == m_keys.end() ? -1 : static_cast<int>(found - m_keys.begin());
}

int VirtualKeyTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int VirtualKeyTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString VirtualKeyTableModel::displayText(const VirtualKeyView &key, int column) const
{
    switch (column) {
    case Name: return key.name;
    case Prefix: return key.shownPrefix + QStringLiteral("…");
    case MayUse: return mayUseText(key);
    case Use: {
        const LimitView *limit = tightestLimit(key);
        return limit ? useText(*limit, m_now) : tr("no limit");
    }
    case Limits: {
        const LimitView *limit = tightestLimit(key);
        const QString others = otherLimits(key);
        if (!limit)
            return {};
        return others.isEmpty() ? windowText(limit->window) : windowText(limit->window) + tr(", ") + others;
    }
    case State: return keyState(key, m_now).text;
    case LastUsed: {
        const QDateTime time = m_lastUsed.value(key.id);
        return time.isValid() ? m_format.moment(time.toLocalTime(), m_now.toLocalTime()) : DisplayFormat::missing();
    }
    default: return {};
    }
}

// One sentence a row, so that a reader need not be walked through the columns.
QString VirtualKeyTableModel::accessibleText(const VirtualKeyView &key) const
{
    const LimitView *limit = tightestLimit(key);
    const QString use =
        limit ? tr("%1, %2", "use of a limit, its window").arg(useText(*limit, m_now), windowText(limit->window))
              : tr("no limit");
    return tr("%1, %2, may use %3, %4", "name, state, models, use")
        .arg(key.name, keyState(key, m_now).text, mayUseText(key), use);
}

QVariant VirtualKeyTableModel::data(const QModelIndex &index, int role) const
{
    const VirtualKeyView *key = index.isValid() ? keyAt(index.row()) : nullptr;
    if (!key)
        return {};
    switch (role) {
    case Qt::DisplayRole: return displayText(*key, index.column());
    case Qt::ToolTipRole: return index.column() == State ? QString() : displayText(*key, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Name ? accessibleText(*key) : displayText(*key, index.column());
    case IsOffRole: return keyState(*key, m_now).isOff;
    case StateRole:
        return index.column() == State ? QVariant(static_cast<int>(keyState(*key, m_now).shape)) : QVariant();
    case ShareRole: {
        const LimitView *limit = tightestLimit(*key);
        return index.column() == Use && limit ? QVariant(usedShare(*limit)) : QVariant();
    }
    case ForecastRole: {
        const LimitView *limit = tightestLimit(*key);
        const auto share = limit ? forecastShare(*limit) : std::nullopt;
        return index.column() == Use && share ? QVariant(*share) : QVariant();
    }
    default: return {};
    }
}

QVariant VirtualKeyTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name: return tr("Name");
    case Prefix: return tr("Key");
    case MayUse: return tr("May use");
    case Use: return tr("Used");
    case Limits: return tr("Limits");
    case State: return tr("State");
    case LastUsed: return tr("Last used");
    default: return {};
    }
}

} // namespace ui::models
