#include "ui/models/client_list_model.h"

#include <algorithm>

#include <QColor>

#include "ui/look/icon_set.h"

namespace ui::models {

using gateway::RequestState;

RequestState clientShape(const ClientTool &tool)
{
    switch (tool.state) {
    case ClientState::Connected: return RequestState::Succeeded;
    case ClientState::Elsewhere: return RequestState::ClientError;
    case ClientState::Unreadable: return RequestState::UpstreamError;
    case ClientState::NotConnected: return RequestState::InFlight;
    case ClientState::NotFound: break;
    }
    return RequestState::Cancelled;
}

QString clientStateText(const ClientTool &tool)
{
    switch (tool.state) {
    case ClientState::Connected: return ClientListModel::tr("Connected");
    case ClientState::Elsewhere: return ClientListModel::tr("Asks %1").arg(tool.otherAddress);
    case ClientState::Unreadable: return ClientListModel::tr("Its settings cannot be read");
    case ClientState::NotConnected: return ClientListModel::tr("Found, not connected");
    case ClientState::NotFound: break;
    }
    return ClientListModel::tr("Not found on this computer");
}

void ClientListModel::setTools(const QList<ClientTool> &tools)
{
    const bool areSame =
        tools.size() == m_tools.size()
        && std::equal(tools.begin(), tools.end(), m_tools.begin(),
                      [](const ClientTool &left, const ClientTool &right) { return left.id == right.id; });
    if (!areSame)
        beginResetModel();
    m_tools = tools;
    if (!areSame)
        endResetModel();
    else if (!m_tools.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

const ClientTool *ClientListModel::toolAt(int row) const
{
    return row >= 0 && row < m_tools.size() ? &m_tools.at(row) : nullptr;
}

int ClientListModel::connectedCount() const
{
    return static_cast<int>(std::count_if(m_tools.begin(), m_tools.end(),
                                          [](const ClientTool &tool) { return tool.state == ClientState::Connected; }));
}

int ClientListModel::foundCount() const
{
    return static_cast<int>(std::count_if(m_tools.begin(), m_tools.end(),
                                          [](const ClientTool &tool) { return tool.state != ClientState::NotFound; }));
}

int ClientListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tools.size());
}

QVariant ClientListModel::data(const QModelIndex &index, int role) const
{
    const ClientTool *tool = toolAt(index.row());
    if (!index.isValid() || tool == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole: return tool->name;
    case Qt::AccessibleTextRole: return tr("%1. %2.", "program, its state").arg(tool->name, clientStateText(*tool));
    case Qt::ToolTipRole: return clientStateText(*tool);
    case Qt::DecorationRole: return look::providerMark(tool->name.left(1).toUpper(), QColor(0x5B6472));
    case StateTextRole: return clientStateText(*tool);
    case ShapeRole: return static_cast<int>(clientShape(*tool));
    case IsOffRole: return tool->state == ClientState::NotFound;
    default: return {};
    }
}

} // namespace ui::models
