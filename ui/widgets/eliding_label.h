// One line of words that gives way: what does not fit ends in an ellipsis, and its tip has the whole.
#pragma once

#include <QLabel>

namespace ui::widgets {

class ElidingLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;

    // Said instead where the text does not fit.
    void setShorterText(const QString &text);
    QString shownText() const; // as it is drawn

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool fits(const QString &text) const;

    QString m_shorter;
};

} // namespace ui::widgets
