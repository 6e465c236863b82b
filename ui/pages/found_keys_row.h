// Offers the keys that stand in the environment, while there are some that nobody uses.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "ui/models/found_keys.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui::pages {

class FoundKeysRow : public QWidget {
    Q_OBJECT
public:
    explicit FoundKeysRow(gateway::api::GatewayFacade &gateway, QWidget *parent = nullptr);

    void refresh(); // hides itself when there is nothing to offer

private:
    void openDialog();
    void addProvider(const models::FoundKey &key, bool staysInEnvironment);
    void addKey(const models::FoundKey &key, bool staysInEnvironment);
    void showProblem(const QString &text);

    gateway::api::GatewayFacade &m_gateway;
    QList<models::FoundKey> m_found;
    QLabel *m_text;
    QPushButton *m_choose;
};

} // namespace ui::pages
