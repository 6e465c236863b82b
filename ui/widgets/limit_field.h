// A field for a time in seconds that may be unset.
#pragma once

#include <QDoubleSpinBox>

#include <optional>

namespace ui::widgets {

class LimitField : public QDoubleSpinBox {
    Q_OBJECT
public:
    // `unsetText` is shown where no limit is said: "as usual".
    LimitField(const char *objectName, const QString &unsetText, QWidget *parent = nullptr);

    void setLimit(std::optional<int> milliseconds);
    // A limit of more decimals than the field shows, from the management API, stays if it was not edited.
    std::optional<int> limit() const;

protected:
    void wheelEvent(QWheelEvent *event) override; // scrolling a form must not change it

private:
    std::optional<int> m_given;
};

} // namespace ui::widgets
