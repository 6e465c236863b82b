#include "ui/models/provider_health_model.h"

#include "ui/models/provider_words.h"

#include <algorithm>

namespace ui::models {

using gateway::api::ProviderView;

void ProviderHealthModel::setProviders(const QList<ProviderView> &providers)
{
    QList<ProviderView> shown = providers;
    shown.removeIf([](const ProviderView &provider) { return !provider.isEnabled; });
    std::stable_sort(shown.begin(), shown.end(), [](const ProviderView &left, const ProviderView &right) {
        if (needsLook(left) != needsLook(right))
            return needsLook(left);
        return left.requestsLastHour > right.requestsLastHour;
    });
    if (shown == m_providers)
        return;
    beginResetModel();
    m_providers = shown;
    endResetModel();
}

QString ProviderHealthModel::nameAt(int row) const
{
    return row >= 0 && row < m_providers.size() ? m_providers.at(row).name : QString();
}

int ProviderHealthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_providers.size());
}

int ProviderHealthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProviderHealthModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= m_providers.size())
        return {};
    const ProviderView &provider = m_providers.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Name: return shownTitle(provider);
        case Requests: return provider.requestsLastHour > 0 ? m_format.count(provider.requestsLastHour) : QString();
        case Health: return healthName(provider); // the reason is a tip, and stands beside what needs a look
        default: return {};
        }
    case Qt::ToolTipRole: return healthTip(provider);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1. %2. %3")
            .arg(shownTitle(provider), healthText(provider),
                 tr("%n requests in the last hour", nullptr, provider.requestsLastHour));
    case Qt::TextAlignmentRole:
        return index.column() == Requests ? int(Qt::AlignRight | Qt::AlignVCenter)
                                          : int(Qt::AlignLeading | Qt::AlignVCenter);
    case StateRole:
        return index.column() == Health ? QVariant(static_cast<int>(healthState(provider.health))) : QVariant();
    default: return {};
    }
}

QVariant ProviderHealthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Requests ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Provider");
    case Requests: return tr("Last hour");
    case Health: return tr("State");
    default: return {};
    }
}

} // namespace ui::models
