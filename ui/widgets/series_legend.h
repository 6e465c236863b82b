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

    // Lines are told by their markers, bars by colour and pattern.
    void setNames(const QStringList &names, bool isLines = false);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const look::Theme &m_theme;
    QStringList m_names;
    bool m_isLines = false;
};

} // namespace ui::widgets
