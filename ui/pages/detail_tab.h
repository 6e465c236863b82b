// One tab of the detail of a request.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QWidget>

namespace ui::pages {

class DetailTab : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    // `isSameRequest`: an update of what is shown already; keep scroll positions and what is open.
    virtual void showDetail(const gateway::api::RequestDetail &detail, bool isSameRequest) = 0;
    virtual QWidget *focusTarget() { return this; }

signals:
    void tabStepped(int step);
};

} // namespace ui::pages
