#include "ui/models/recent_requests_model.h"

#include "ui/models/request_text.h"

#include <algorithm>
#include <utility>

namespace ui::models {

using gateway::RequestState;
using gateway::api::RequestSummary;

RecentRequestsModel::RecentRequestsModel(int mostRows, QObject *parent)
    : QAbstractTableModel(parent), m_mostRows(mostRows)
{
}

// Rows keep their place unless one was born, so that a selection stays where it is.
void RecentRequestsModel::setRows(QList<RequestSummary> rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const RequestSummary &left, const RequestSummary &right) {
        return left.startedAt > right.startedAt;
    });
    if (rows.size() > m_mostRows)
        rows.resize(m_mostRows);
    const bool isSameOrder = std::equal(rows.begin(), rows.end(), m_requests.begin(), m_requests.end(),
                                        [](const auto &left, const auto &right) { return left.id == right.id; });
    if (isSameOrder) {
        m_requests = std::move(rows);
        if (!m_requests.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_requests = std::move(rows);
    endResetModel();
}

void RecentRequestsModel::resetTo(QList<RequestSummary> requests)
{
    setRows(std::move(requests));
}

void RecentRequestsModel::merge(const QList<RequestSummary> &requests)
{
    QList<RequestSummary> rows = m_requests;
    for (const RequestSummary &request : requests) {
        const auto known =
            std::find_if(rows.begin(), rows.end(), [&request](const auto &row) { return row.id == request.id; });
        if (known == rows.end())
            rows.append(request);
        else
            *known = request;
    }
    setRows(std::move(rows));
}

const RequestSummary *RecentRequestsModel::requestAt(int row) const
{
    return row >= 0 && row < m_requests.size() ? &m_requests.at(row) : nullptr;
}

int RecentRequestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_requests.size());
}

int RecentRequestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RecentRequestsModel::cellText(const RequestSummary &request, int column) const
{
    switch (column) {
    case Time: return m_format.clock(request.startedAt.toLocalTime()).head;
    case Client: return shortClientName(request.client);
    case Served: return hasFailedUnanswered(request.state) ? errorText(request) : servedText(request);
    case Duration: return m_format.duration(request.duration);
    case Cost:
        if (hasFailedUnanswered(request.state) && request.status > 0)
            return QString::number(request.status);
        return request.cost ? m_format.money(*request.cost) : DisplayFormat::missing();
    default: return {};
    }
}

QVariant RecentRequestsModel::data(const QModelIndex &index, int role) const
{
    const RequestSummary *request = requestAt(index.row());
    if (request == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole: return cellText(*request, index.column());
    case Qt::ToolTipRole: return index.column() == Served ? QVariant(cellText(*request, Served)) : QVariant();
    case Qt::AccessibleTextRole: return spokenText(*request, m_format);
    case Qt::TextAlignmentRole:
        return index.column() >= Duration ? int(Qt::AlignRight | Qt::AlignVCenter)
                                          : int(Qt::AlignLeading | Qt::AlignVCenter);
    case StateRole: return index.column() == Time ? QVariant(static_cast<int>(request->state)) : QVariant();
    default: return {};
    }
}

QVariant RecentRequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= Duration ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Client: return tr("Client");
    case Served: return tr("Served by");
    case Duration: return tr("Duration");
    case Cost: return tr("Cost");
    default: return {};
    }
}

} // namespace ui::models
