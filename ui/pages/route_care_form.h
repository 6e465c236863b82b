// How patient one route is, and how far it goes for an answer, where that differs from all other routes.
#pragma once

#include "gateway/api/limit_views.h"
#include "gateway/api/route_views.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QSpinBox;

namespace ui::widgets {
class LimitField;
}

namespace ui::pages {

class RouteCareForm : public QWidget {
    Q_OBJECT
public:
    explicit RouteCareForm(QWidget *parent = nullptr);

    void setValues(const gateway::api::LimitsView &limits, const gateway::api::CareView &care);
    gateway::api::LimitsView limits() const;
    gateway::api::CareView care() const;

signals:
    void changed();

private:
    void addLimits(QFormLayout *form);
    void addCare(QFormLayout *form);

    widgets::LimitField *m_connect = nullptr;
    widgets::LimitField *m_head = nullptr;
    widgets::LimitField *m_firstToken = nullptr;
    widgets::LimitField *m_idle = nullptr;
    widgets::LimitField *m_total = nullptr;
    QComboBox *m_rescue = nullptr;
    QComboBox *m_hedge = nullptr;
    widgets::LimitField *m_hedgeAfter = nullptr;
    QComboBox *m_hold = nullptr;
    QSpinBox *m_heldTokens = nullptr;
    QComboBox *m_balance = nullptr;
};

} // namespace ui::pages
