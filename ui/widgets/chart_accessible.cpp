#include "ui/widgets/chart_accessible.h"

#include "ui/widgets/readable_chart.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace ui::widgets {

namespace {

// One item. Lives as long as its chart's interface, and is invalid once the chart has fewer items.
class ChartItemAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ChartItemAccessible(ReadableChart *chart, int item) : m_chart(chart), m_item(item) {}

    bool isValid() const override { return m_chart && m_item < m_chart->itemCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_chart); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid())
            return {};
        return m_chart->itemText(m_item).replace(QLatin1Char('\n'), QStringLiteral(", "));
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = m_chart->itemRect(m_item);
        return {m_chart->mapToGlobal(place.topLeft()), place.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        state.focusable = true;
        state.selectable = true;
        state.invisible = !m_chart->isVisible();
        state.focused = m_chart->hasFocus() && m_chart->currentItem() == m_item;
        state.selected = m_chart->currentItem() == m_item;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == pressAction()) {
            m_chart->activate(m_item);
        } else if (name == setFocusAction()) {
            m_chart->setFocus(Qt::OtherFocusReason);
            m_chart->setCurrent(m_item);
        }
    }

private:
    QPointer<ReadableChart> m_chart;
    int m_item;
};

class ChartAccessible : public QAccessibleWidget {
public:
    explicit ChartAccessible(ReadableChart *chart) : QAccessibleWidget(chart, QAccessible::Chart), m_chart(chart) {}
    ~ChartAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_chart->itemCount(); }
    QAccessibleInterface *child(int item) const override
    {
        if (item < 0 || item >= m_chart->itemCount())
            return nullptr;
        if (const auto known = m_items.constFind(item); known != m_items.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *made = new ChartItemAccessible(m_chart, item);
        m_items.insert(item, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    int indexOfChild(const QAccessibleInterface *sought) const override
    {
        for (auto each = m_items.constBegin(); each != m_items.constEnd(); ++each) {
            if (QAccessible::accessibleInterface(each.value()) == sought)
                return each.key();
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = m_chart->mapFromGlobal(QPoint(x, y));
        for (int item = 0; item < m_chart->itemCount(); ++item) {
            if (m_chart->itemRect(item).contains(point))
                return child(item);
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        return m_chart->hasFocus() ? child(m_chart->currentItem()) : nullptr;
    }

private:
    ReadableChart *m_chart;
    mutable QHash<int, QAccessible::Id> m_items; // made when they are first asked for
};

} // namespace

QAccessibleInterface *makeChartAccessible(const QString &, QObject *object)
{
    auto *chart = qobject_cast<ReadableChart *>(object);
    return chart ? new ChartAccessible(chart) : nullptr;
}

} // namespace ui::widgets
