// One bar that splits the time of a request into its parts, with a legend of words and figures.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QWidget>

namespace ui::look {
class Theme;
}

namespace ui::widgets {

struct TimingPart {
    enum class Kind { Queue, FailedTries, Connect, FirstToken, Generation, Overhead };
    Kind kind;
    gateway::api::Microseconds lasted{0};
    bool operator==(const TimingPart &) const = default;
};

// Splits a request by its last try; parts that nothing is known of are left out. Overhead is what the gateway itself
// measured, taken out of the time before the first try.
QList<TimingPart> timingParts(const gateway::api::RequestDetail &detail);
QString timingPartName(TimingPart::Kind kind);

class TimingBar : public QWidget {
    Q_OBJECT
public:
    explicit TimingBar(const look::Theme &theme, QWidget *parent = nullptr); // the theme must outlive it

    void setParts(const QList<TimingPart> &parts);
    const QList<TimingPart> &parts() const { return m_parts; }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override { return {220, heightForWidth(220)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Swatch {
        QColor color;
        bool isHollow;
    };
    Swatch swatch(TimingPart::Kind kind) const;
    int columnsFor(int width) const;
    int lineHeight() const;

    const look::Theme &m_theme;
    QList<TimingPart> m_parts;
};

} // namespace ui::widgets
