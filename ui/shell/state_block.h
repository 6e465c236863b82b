// State and address of the gateway with a button that copies it.
#pragma once

#include "gateway/api/gateway_views.h"
#include "ui/look/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace ui::widgets {
class StateLabel;
}

namespace ui::shell {

// The words and the shape for the state of the listener: "Running", "Stopped".
std::pair<gateway::RequestState, QString> listenerWords(gateway::api::ListenerState state);

class StateBlock : public QWidget {
    Q_OBJECT
public:
    explicit StateBlock(const look::Theme &theme, QWidget *parent = nullptr);
    void setStatus(const gateway::api::GatewayStatus &status);
    void setCollapsed(bool isCollapsed);

signals:
    void copyAddressRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const look::Theme &m_theme;
    widgets::StateLabel *m_state;
    QLabel *m_address;
    QToolButton *m_copy;
    bool m_isCollapsed = false;
};

} // namespace ui::shell
