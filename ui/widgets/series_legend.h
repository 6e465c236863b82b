// The names of a chart's series beside their colours.
#pragma once

#include <QStringList>
#include <QWidget>

namespace ui::look {
class Theme;
}

namespace ui::widgets {

class SeriesLegend : public QWidget {
    Q_OBJECT
public:
    // The theme must outlive it.
    explicit SeriesLegend(const look::Theme &theme, QWidget *parent = nullptr);

    void setNames(const QStringList &names);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const look::Theme &m_theme;
    QStringList m_names;
};

} // namespace ui::widgets
