// One line of words that gives way: what does not fit ends in an ellipsis, and its tip has the whole.
#pragma once

#include <QLabel>

namespace ui::widgets {

class ElidingLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace ui::widgets
