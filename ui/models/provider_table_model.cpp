#include "ui/models/provider_table_model.h"

#include <algorithm>

#include <QIcon>
#include <QLocale>

#include "ui/display_format.h"
#include "ui/models/provider_words.h"

namespace ui::models {

using gateway::api::ProviderPreset;
using gateway::api::ProviderView;

namespace {

QString errorShare(const ProviderView &provider)
{
    if (provider.requestsLastHour == 0)
        return QStringLiteral("–");
    return DisplayFormat().percent(static_cast<double>(provider.errorsLastHour) / provider.requestsLastHour);
}

bool isNumber(int column)
{
    return column >= ProviderTableModel::FirstToken && column != ProviderTableModel::LastHour;
}

} // namespace

void ProviderTableModel::setFigures(const QHash<QString, ProviderFigures> &figures)
{
    if (figures == m_figures)
        return;
    m_figures = figures;
    if (!m_providers.isEmpty())
        emit dataChanged(index(0, FirstToken), index(rowCount() - 1, ColumnCount - 1));
}

void ProviderTableModel::setProviders(const QList<ProviderView> &providers, const QList<ProviderPreset> &presets)
{
    m_presets = presets;
    const auto sameName = [](const ProviderView &one, const ProviderView &other) { return one.name == other.name; };
    if (std::equal(m_providers.begin(), m_providers.end(), providers.begin(), providers.end(), sameName)) {
        m_providers = providers;
        if (!providers.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    // Few rows: take out what is gone and put in what is new, so that selection and scroll survive.
    for (int row = rowCount() - 1; row >= 0; --row) {
        const QString name = m_providers.at(row).name;
        if (std::none_of(providers.begin(), providers.end(),
                         [&](const ProviderView &one) { return one.name == name; })) {
            beginRemoveRows({}, row, row);
            m_providers.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < providers.size(); ++row) {
        if (row < m_providers.size() && sameName(m_providers.at(row), providers.at(row)))
            continue;
        const int former = rowOf(providers.at(row).name);
        if (former >= 0) {
            beginMoveRows({}, former, former, {}, row);
            m_providers.move(former, row);
            endMoveRows();
        } else {
            beginInsertRows({}, row, row);
            m_providers.insert(row, providers.at(row));
            endInsertRows();
        }
    }
    m_providers = providers;
    if (!providers.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const ProviderView *ProviderTableModel::providerAt(int row) const
{
    return row >= 0 && row < m_providers.size() ? &m_providers.at(row) : nullptr;
}

int ProviderTableModel::rowOf(const QString &name) const
{
    for (int row = 0; row < m_providers.size(); ++row) {
        if (m_providers.at(row).name == name)
            return row;
    }
    return -1;
}

int ProviderTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_providers.size());
}

int ProviderTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProviderTableModel::displayText(const ProviderView &provider, int column) const
{
    switch (column) {
    case Provider: return shownTitle(provider);
    case State: return healthText(provider);
    case Keys: return keysText(provider);
    case FirstToken: return m_format.firstToken(m_figures.value(provider.name).firstToken);
    case Requests: return QLocale().toString(provider.requestsLastHour);
    case Errors: return errorShare(provider);
    case LastHour: return QLocale().toString(provider.requestsLastHour);
    case Spend: return m_format.moneyTotal(m_figures.value(provider.name).spent);
    default: return {};
    }
}

QVariant ProviderTableModel::sortValue(const ProviderView &provider, int column) const
{
    const ProviderFigures figures = m_figures.value(provider.name);
    switch (column) {
    case State: return !provider.isEnabled ? 2 : needsLook(provider) ? 0 : 1;
    case Keys: return provider.keys.size();
    case FirstToken: return static_cast<qlonglong>(figures.firstToken.value_or(std::chrono::microseconds(0)).count());
    case LastHour:
    case Requests: return provider.requestsLastHour;
    case Errors:
        return provider.requestsLastHour == 0
                   ? -1.0
                   : static_cast<double>(provider.errorsLastHour) / provider.requestsLastHour;
    case Spend: return static_cast<qlonglong>(figures.spent.nanoDollars);
    default: return shownTitle(provider);
    }
}

QString ProviderTableModel::accessibleText(const ProviderView &provider) const
{
    return tr("%1. %2. %3. %4 requests in the last hour, %5 failed.")
        .arg(shownTitle(provider), healthText(provider), keysText(provider))
        .arg(provider.requestsLastHour)
        .arg(provider.errorsLastHour);
}

QVariant ProviderTableModel::data(const QModelIndex &index, int role) const
{
    const ProviderView *provider = providerAt(index.row());
    if (!index.isValid() || provider == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole: return displayText(*provider, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Provider ? accessibleText(*provider) : displayText(*provider, index.column());
    case Qt::ToolTipRole: return index.column() == State ? healthTip(*provider) : QVariant();
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return index.column() == Provider ? QVariant(providerIcon(*provider, m_presets)) : QVariant();
    case SubtitleRole: return index.column() == Provider ? QVariant(provider->name) : QVariant();
    case StateRole:
        return static_cast<int>(
            healthState(provider->isEnabled ? provider->health : gateway::api::ProviderHealth::Off));
    case IsOffRole: return !provider->isEnabled;
    case NameRole: return provider->name;
    case BarsRole:
        return index.column() == LastHour ? QVariant::fromValue(m_figures.value(provider->name).lastHour) : QVariant();
    case SortRole: return sortValue(*provider, index.column());
    case SearchRole: return QStringList{provider->title, provider->name, provider->preset}.join(QLatin1Char('\n'));
    default: return {};
    }
}

QVariant ProviderTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == FirstToken)
        return tr("Half of the streams of the last hours began within this time");
    if (role == Qt::ToolTipRole && section == Spend)
        return tr("Since the first of this month");
    if (role == Qt::ToolTipRole && section >= Requests)
        return tr("In the last hour");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Provider: return tr("Provider");
    case State: return tr("State");
    case Keys: return tr("Keys");
    case FirstToken: return tr("First token");
    case Requests: return tr("Requests, 1 h");
    case Errors: return tr("Errors, 1 h");
    case LastHour: return tr("Last hour");
    case Spend: return tr("This month");
    default: return {};
    }
}

} // namespace ui::models
