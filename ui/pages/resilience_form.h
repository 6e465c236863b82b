// How far the gateway goes so that an answer arrives: settings that hold for all routes, in force at once.
#pragma once

#include "gateway/api/gateway_facade.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace ui::pages {

class ResilienceForm : public QWidget {
    Q_OBJECT
public:
    explicit ResilienceForm(gateway::api::GatewayFacade &gateway, QWidget *parent = nullptr); // borrowed

    QWidget *firstField() const;

private:
    QWidget *buildFields();
    void addStreams(QFormLayout *form, QWidget *content);
    int heldTokens() const;
    void takeSettings();
    void takeEdit();

    gateway::api::GatewayFacade &m_gateway;
    QComboBox *m_rescue = nullptr;
    QCheckBox *m_hedge = nullptr;
    QSpinBox *m_hedgeAfter = nullptr;
    QSpinBox *m_longestWait = nullptr;
    QComboBox *m_hold = nullptr;
    QSpinBox *m_heldTokens = nullptr;
    QCheckBox *m_balance = nullptr;
    QLabel *m_problem = nullptr;
    bool m_isFilling = false;
};

} // namespace ui::pages
