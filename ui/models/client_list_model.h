// The programs that can be pointed at the gateway, and whether they are.
#pragma once

#include "gateway/base/request_state.h"
#include "ui/client_setup.h"

#include <QAbstractListModel>

namespace ui::models {

gateway::RequestState clientShape(const ClientTool &tool);
QString clientStateText(const ClientTool &tool); // "Connected", "Asks https://api.example.com"

class ClientListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        StateTextRole = Qt::UserRole + 1,
        ShapeRole, // gateway::RequestState as int
        IsOffRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void setTools(const QList<ClientTool> &tools); // rows of the same programs keep their place
    const ClientTool *toolAt(int row) const;
    int connectedCount() const;
    int foundCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ClientTool> m_tools;
};

} // namespace ui::models
