// The bottom line of the window: what runs, what is shown, what is stored and how.
#pragma once

#include "gateway/api/gateway_views.h"
#include "ui/look/theme.h"

#include <QWidget>

class QActionGroup;
class QLabel;
class QMenu;
class QPushButton;

namespace ui::widgets {
class StateLabel;
}

namespace ui::shell {

QString captureLevelText(gateway::api::CaptureLevel level);  // "Everything"
QString secretStoreText(gateway::api::SecretStoreKind kind); // "Keys in the system keychain"

class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(const look::Theme &theme, QWidget *parent = nullptr);

    void setStatus(const gateway::api::GatewayStatus &status);
    void setPageText(const QString &text);
    void setNarrow(bool isNarrow); // leaves out what matters least
    QPushButton *captureButton() const { return m_capture; }

signals:
    void captureLevelChosen(gateway::api::CaptureLevel level);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildCaptureMenu();
    void showStorage(const gateway::api::GatewayStatus &status);
    void showSpending(const gateway::api::GatewayStatus &status);

    const look::Theme &m_theme;
    widgets::StateLabel *m_listener;
    widgets::StateLabel *m_inFlight;
    QLabel *m_page;
    QLabel *m_today;
    widgets::StateLabel *m_trouble;
    QLabel *m_secretMark;
    QLabel *m_secretStore;
    QPushButton *m_capture;
    QMenu *m_captureMenu;
    QActionGroup *m_levels;
    QLabel *m_size;
};

} // namespace ui::shell
