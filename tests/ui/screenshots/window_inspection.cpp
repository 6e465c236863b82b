#include "tests/ui/screenshots/window_inspection.h"

#include "tests/ui/screenshots/pseudo_locale.h"
#include "ui/widgets/preset_tile.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>

namespace screenshots {

namespace {

class Inspection {
public:
    explicit Inspection(bool isPseudoLocale) : m_isPseudoLocale(isPseudoLocale) {}

    void look(const QWidget &widget)
    {
        checkName(widget);
        checkWidth(widget);
        if (m_isPseudoLocale)
            checkOrigin(widget);
    }

    QStringList complaints;

private:
    // A part of another control answers through it.
    static bool isPart(const QWidget &widget)
    {
        return widget.objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QHeaderView *>(&widget)
               || qobject_cast<const QComboBox *>(widget.parentWidget())
               || qobject_cast<const QAbstractSpinBox *>(widget.parentWidget())
               || qobject_cast<const QTabBar *>(widget.parentWidget())
               || qobject_cast<const QLineEdit *>(widget.parentWidget())
               || qobject_cast<const QAbstractItemView *>(widget.parentWidget())
               || qobject_cast<const QMenuBar *>(widget.parentWidget());
    }

    static bool isControl(const QWidget &widget)
    {
        return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget)
               || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget)
               || qobject_cast<const QTextEdit *>(&widget) || qobject_cast<const QPlainTextEdit *>(&widget)
               || qobject_cast<const QAbstractItemView *>(&widget) || qobject_cast<const QTabBar *>(&widget)
               || widget.focusPolicy() == Qt::StrongFocus;
    }

    void checkName(const QWidget &widget)
    {
        if (!isControl(widget) || isPart(widget))
            return;
        auto *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
            complain(widget, QStringLiteral("has no accessible name"));
    }

    void checkWidth(const QWidget &widget)
    {
        int needed = 0;
        if (const auto *button = qobject_cast<const QPushButton *>(&widget))
            needed = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
        else if (const auto *tool = qobject_cast<const QToolButton *>(&widget);
                 tool && tool->toolButtonStyle() != Qt::ToolButtonIconOnly)
            needed = tool->fontMetrics().size(Qt::TextShowMnemonic, tool->text()).width();
        else if (const auto *label = qobject_cast<const QLabel *>(&widget); label && isPlainLine(*label))
            needed = label->fontMetrics().size(Qt::TextSingleLine, label->text()).width();
        if (needed > widget.contentsRect().width() + 1)
            complain(widget, QStringLiteral("is cut: it has %1 of %2 pixels").arg(widget.width()).arg(needed));
    }

    static bool isPlainLine(const QLabel &label)
    {
        const bool isElided = label.metaObject()->inherits(&QLabel::staticMetaObject)
                              && qstrcmp(label.metaObject()->className(), "QLabel") != 0;
        return !label.wordWrap() && !isElided && label.textFormat() != Qt::RichText
               && !label.text().contains(QLatin1Char('<')) && !label.text().contains(QLatin1Char('\n'));
    }

    // The id of a request, a provider: words of the user or of the world.
    static bool showsData(const QAbstractButton &button)
    {
        return qobject_cast<const ui::widgets::PresetTile *>(&button)
               || button.objectName() == QLatin1String("detailId")
               || button.objectName().startsWith(QLatin1String("key_provider_"));
    }

    void checkOrigin(const QWidget &widget)
    {
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget); button && !showsData(*button))
            checkText(widget, button->text());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
            for (int index = 0; index < tabs->count(); ++index)
                checkText(widget, tabs->tabText(index));
        } else if (const auto *header = qobject_cast<const QHeaderView *>(&widget);
                   header && header->orientation() == Qt::Horizontal && header->model()) {
            for (int section = 0; section < header->count(); ++section)
                checkText(widget, header->model()->headerData(section, Qt::Horizontal).toString());
        } else if (const auto *bar = qobject_cast<const QMenuBar *>(&widget)) {
            for (const QAction *action : bar->actions())
                checkText(widget, action->text());
        }
    }

    void checkText(const QWidget &widget, const QString &text)
    {
        bool hasWords = false;
        for (const QChar letter : text)
            hasWords |= letter.isLetter();
        if (hasWords && !isPseudo(text))
            complain(widget, QStringLiteral("shows \"%1\", which nobody can translate").arg(text));
    }

    void complain(const QWidget &widget, const QString &fault)
    {
        QStringList path;
        for (const QWidget *each = &widget; each && path.size() < 4; each = each->parentWidget())
            path.prepend(each->objectName().isEmpty() ? QLatin1String(each->metaObject()->className())
                                                      : each->objectName());
        complaints.append(path.join(QLatin1String(" > ")) + QLatin1Char(' ') + fault);
    }

    bool m_isPseudoLocale;
};

} // namespace

QStringList inspectWindow(const QWidget &window, bool isPseudoLocale)
{
    Inspection inspection(isPseudoLocale);
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisibleTo(&window) && widget->window() == window.window())
            inspection.look(*widget);
    }
    return inspection.complaints;
}

} // namespace screenshots
