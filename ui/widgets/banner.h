// The one bar of a page that says what is wrong and offers what to do.
#pragma once

#include "ui/look/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui::widgets {

class StateLabel;

// Hidden until it has a text. At most two actions; the second is the one most people want.
class Banner : public QWidget {
    Q_OBJECT
public:
    explicit Banner(const look::Theme &theme, QWidget *parent = nullptr);

    void showMessage(gateway::RequestState state, const QString &title, const QString &text);
    void setActions(const QString &first, const QString &second); // empty: not shown
    QString title() const;

signals:
    void firstActivated();
    void secondActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const look::Theme &m_theme;
    gateway::RequestState m_state = gateway::RequestState::UpstreamError;
    StateLabel *m_shape;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_first;
    QPushButton *m_second;
};

} // namespace ui::widgets
