// A provider that can be added: its mark, its name and what it needs.
#pragma once

#include "gateway/api/gateway_views.h"
#include "ui/look/theme.h"

#include <QAbstractButton>

namespace ui::widgets {

// A plain button, or, when checkable, one choice of several.
class PresetTile : public QAbstractButton {
    Q_OBJECT
public:
    PresetTile(const look::Theme &theme, const gateway::api::ProviderPreset &preset, QWidget *parent = nullptr);

    const gateway::api::ProviderPreset &preset() const { return m_preset; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void pointedAt(); // after a click with the left button, also on the tile that is chosen already

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    const look::Theme &m_theme;
    gateway::api::ProviderPreset m_preset;
    QString m_need;
};

// What people choose who have a server that is in no list.
QList<gateway::api::ProviderPreset> presetsWithCustomServers(const QList<gateway::api::ProviderPreset> &presets);
bool isCustomPreset(const gateway::api::ProviderPreset &preset);

} // namespace ui::widgets
