// Lists the events of a stream with their time, size and text.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QAbstractTableModel>

namespace ui::models {

class StreamEventModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Offset, SincePrevious, Size, Event, Text, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvents(const QList<gateway::api::StreamEventView> &events);
    const gateway::api::StreamEventView &event(int row) const { return m_events[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<gateway::api::StreamEventView> m_events;
};

} // namespace ui::models
