// The four steps of a provider test as they happen: shape, words, fact, time; what is wrong stays below its step.
#pragma once

#include "gateway/api/gateway_views.h"
#include "ui/look/theme.h"

#include <QWidget>

#include <array>

class QLabel;

namespace ui::widgets {

class StateLabel;

class TestStepsView : public QWidget {
    Q_OBJECT
public:
    explicit TestStepsView(const look::Theme &theme, QWidget *parent = nullptr);

    void reset(); // four waiting steps
    void setStep(const gateway::api::ProviderTestStep &step);
    QString problem() const; // of the first failed step, or empty

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row {
        StateLabel *name;
        QLabel *fact;
        QLabel *duration;
        QLabel *problem;
        gateway::api::ProviderTestStep step;
    };
    void showRow(Row &row);

    const look::Theme &m_theme;
    std::array<Row, 4> m_rows{};
};

} // namespace ui::widgets
