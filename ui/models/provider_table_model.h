// The rows of the provider list.
#pragma once

#include "gateway/api/gateway_views.h"
#include "ui/display_format.h"

#include <QAbstractTableModel>
#include <QHash>

#include <chrono>
#include <optional>

namespace ui::models {

// What was measured, beside what the provider itself tells.
struct ProviderFigures {
    std::optional<std::chrono::microseconds> firstToken; // p50 of this hour and the one before
    QList<qint64> lastHour;                              // requests, of equal parts of it, oldest first
    gateway::Money spent;                                // this month
    bool operator==(const ProviderFigures &) const = default;
};

class ProviderTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Provider, State, Keys, FirstToken, Requests, Errors, LastHour, Spend, ColumnCount };
    enum Role {
        SubtitleRole = Qt::UserRole + 1, // second line of the first column
        StateRole,                       // gateway::RequestState as int
        IsOffRole,
        NameRole,   // the id of the provider
        BarsRole,   // requests of the last hour, QList<qint64>
        SortRole,   // of a column; trouble comes first, then what is well, then what is off
        SearchRole, // all names of the provider
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Rows with the same name keep their place in views; selection survives.
    void setProviders(const QList<gateway::api::ProviderView> &providers,
                      const QList<gateway::api::ProviderPreset> &presets);
    void setFigures(const QHash<QString, ProviderFigures> &figures); // by the name of the provider
    const gateway::api::ProviderView *providerAt(int row) const;
    int rowOf(const QString &name) const; // -1 when absent

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const gateway::api::ProviderView &provider, int column) const;
    QVariant sortValue(const gateway::api::ProviderView &provider, int column) const;
    QString accessibleText(const gateway::api::ProviderView &provider) const;

    QList<gateway::api::ProviderView> m_providers;
    QList<gateway::api::ProviderPreset> m_presets;
    QHash<QString, ProviderFigures> m_figures;
    DisplayFormat m_format;
};

} // namespace ui::models
