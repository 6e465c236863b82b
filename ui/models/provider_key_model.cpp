#include "ui/models/provider_key_model.h"

#include "ui/display_format.h"

#include <QLocale>

#include <algorithm>

namespace ui::models {

using gateway::RequestState;
using gateway::api::ProviderKeyView;

namespace {

RequestState keyState(const ProviderKeyView &key)
{
    if (!key.isEnabled)
        return RequestState::Cancelled;
    if (!key.problem.isEmpty() || !key.hasValue)
        return RequestState::UpstreamError;
    return key.isInMemoryOnly ? RequestState::ClientError : RequestState::Succeeded;
}

bool isUsable(const ProviderKeyView &key)
{
    return key.isEnabled && key.hasValue && key.problem.isEmpty();
}

int alignment(int column)
{
    return int((column == ProviderKeyModel::Weight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

ProviderKeyView newProviderKey(const QString &name)
{
    ProviderKeyView key;
    key.name = name;
    key.models = {QStringLiteral("*")};
    return key;
}

void ProviderKeyModel::setKeys(const QList<ProviderKeyView> &keys)
{
    const auto sameId = [](const ProviderKeyView &one, const ProviderKeyView &other) { return one.id == other.id; };
    if (std::equal(m_keys.begin(), m_keys.end(), keys.begin(), keys.end(), sameId)) {
        m_keys = keys;
        if (!keys.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_keys = keys;
    endResetModel();
}

const ProviderKeyView *ProviderKeyModel::keyAt(int row) const
{
    return row >= 0 && row < m_keys.size() ? &m_keys.at(row) : nullptr;
}

int ProviderKeyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int ProviderKeyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

// Among keys for the same models; keys for other models do not take part, which the share leaves out of account.
QString ProviderKeyModel::weightTip(const ProviderKeyView &key) const
{
    double sum = 0;
    for (const ProviderKeyView &other : m_keys)
        sum += isUsable(other) && other.models == key.models ? other.weight : 0;
    if (!isUsable(key) || sum <= 0)
        return tr("Weight %1").arg(QLocale().toString(key.weight, 'g', 4));
    return tr("Weight %1: %2 of the requests that this key can serve")
        .arg(QLocale().toString(key.weight, 'g', 4), DisplayFormat().percent(key.weight / sum));
}

// As the router reads them: nothing in the list is no model but those with another name there, and what is denied wins.
QString ProviderKeyModel::modelsText(const ProviderKeyView &key)
{
    const QString separator = QStringLiteral(", ");
    QStringList models = key.models;
    if (models.isEmpty()) {
        for (const auto &[asked, there] : key.aliases)
            models.append(asked);
    }
    if (models.isEmpty())
        return tr("none");
    const QString allowed = models.contains(QStringLiteral("*")) ? tr("all") : models.join(separator);
    if (key.blacklistedModels.isEmpty())
        return allowed;
    return tr("%1 but %2", "models: allowed, denied").arg(allowed, key.blacklistedModels.join(separator));
}

QVariant ProviderKeyModel::data(const QModelIndex &index, int role) const
{
    const ProviderKeyView *key = keyAt(index.row());
    if (!index.isValid() || key == nullptr)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (index.column() == Weight && (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole))
        return weightTip(*key);
    if (role == StateRole)
        return index.column() == State ? QVariant(static_cast<int>(keyState(*key))) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Name: return key->name;
    case EndsIn:
        if (!key->environmentVariable.isEmpty())
            return tr("from %1").arg(key->environmentVariable);
        return key->lastFour.isEmpty() ? QStringLiteral("–") : QStringLiteral("…") + key->lastFour;
    case Models: return modelsText(*key);
    case Weight: return QLocale().toString(key->weight, 'g', 4);
    case State:
        if (!key->isEnabled)
            return tr("Off");
        if (!key->problem.isEmpty())
            return key->problem;
        if (!key->hasValue)
            return tr("No value");
        return key->isInMemoryOnly ? tr("Until you quit") : tr("In use");
    default: return {};
    }
}

QVariant ProviderKeyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Key");
    case EndsIn: return tr("Ends in");
    case Models: return tr("Models");
    case Weight: return tr("Weight");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace ui::models
