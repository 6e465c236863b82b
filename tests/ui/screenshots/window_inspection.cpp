#include "tests/ui/screenshots/window_inspection.h"

#include "tests/ui/screenshots/pseudo_locale.h"
#include "ui/widgets/preset_tile.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QFontInfo>
#include <QHash>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
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
        checkPlaces(widget);
        // Invented titles are longer than any that a column is made for; the real languages tell.
        if (const auto *header = qobject_cast<const QHeaderView *>(&widget);
            header && header->orientation() == Qt::Horizontal && header->model() && !m_isPseudoLocale)
            checkHeader(*header);
        if (const auto *bar = qobject_cast<const QMenuBar *>(&widget))
            checkLetters(widget, bar->actions());
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
        QString text;
        if (const auto *button = qobject_cast<const QPushButton *>(&widget)) {
            text = button->text();
            needed = button->fontMetrics().size(Qt::TextShowMnemonic, text).width();
        } else if (const auto *tool = qobject_cast<const QToolButton *>(&widget);
                   tool && tool->toolButtonStyle() != Qt::ToolButtonIconOnly) {
            text = tool->text();
            needed = tool->fontMetrics().size(Qt::TextShowMnemonic, text).width();
        } else if (const auto *label = qobject_cast<const QLabel *>(&widget); label && isPlainLine(*label)) {
            text = label->text();
            needed = label->fontMetrics().size(Qt::TextSingleLine, text).width();
        }
        if (needed > widget.contentsRect().width() + 1)
            complain(widget, QStringLiteral("is cut: \"%1\" has %2 of %3 pixels in a window of %4")
                                 .arg(text, QString::number(widget.width()), QString::number(needed),
                                      QString::number(widget.window()->width())));
    }

    // As ControlStyle draws it: in a smaller font, 8 pixels from the edges and 16 from those of the table.
    void checkHeader(const QHeaderView &header)
    {
        QFont font = header.font();
        font.setPixelSize(qRound(QFontInfo(font).pixelSize() * 12.0 / 13.0));
        const QFontMetrics metrics(font);
        int last = header.count() - 1;
        while (last > 0 && header.isSectionHidden(header.logicalIndex(last)))
            --last;
        for (int visual = 0; visual <= last; ++visual) {
            const int section = header.logicalIndex(visual);
            const QString title = header.model()->headerData(section, Qt::Horizontal).toString();
            if (header.isSectionHidden(section) || title.isEmpty())
                continue;
            const int edges = (visual == 0 ? 16 : 8) + (visual == last ? 16 : 8) + 2; // and a pixel of rounding
            const int needed = metrics.horizontalAdvance(title) + edges;
            if (needed > header.sectionSize(section))
                complain(header, QStringLiteral("cuts \"%1\": it has %2 of %3 pixels")
                                     .arg(title)
                                     .arg(header.sectionSize(section))
                                     .arg(needed));
        }
    }

    // What a layout has placed, the layouts inside of it included.
    static void collectPlaced(const QLayout &layout, QList<const QWidget *> &placed)
    {
        for (int index = 0; index < layout.count(); ++index) {
            const QLayoutItem *item = layout.itemAt(index);
            if (const QWidget *widget = const_cast<QLayoutItem *>(item)->widget())
                placed.append(widget);
            else if (const QLayout *inner = const_cast<QLayoutItem *>(item)->layout())
                collectPlaced(*inner, placed);
        }
    }

    // Two neighbours on each other, or one that reaches over the edge of what holds it. A page of a stack lies on the
    // others on purpose; only one of them is visible.
    void checkPlaces(const QWidget &widget)
    {
        if (!widget.layout())
            return;
        QList<const QWidget *> placed;
        collectPlaced(*widget.layout(), placed);
        placed.removeIf(
            [&widget](const QWidget *each) { return !each->isVisibleTo(&widget) || each->size().isEmpty(); });
        for (qsizetype one = 0; one < placed.size(); ++one) {
            const QRect place = placed.at(one)->geometry().adjusted(1, 1, -1, -1);
            if (!widget.rect().contains(place))
                complain(*placed.at(one), QStringLiteral("reaches out of its place"));
            for (qsizetype other = one + 1; other < placed.size(); ++other) {
                if (place.intersects(placed.at(other)->geometry().adjusted(1, 1, -1, -1)))
                    complain(*placed.at(one), QStringLiteral("lies on ") + nameOf(*placed.at(other)));
            }
        }
    }

    // The letter after & opens an entry only where no other entry of the same menu has it.
    void checkLetters(const QWidget &widget, const QList<QAction *> &actions)
    {
        QHash<QChar, QString> taken;
        for (const QAction *action : actions) {
            const QString letters = QKeySequence::mnemonic(action->text()).toString(QKeySequence::PortableText);
            if (!letters.isEmpty() && taken.contains(letters.back()))
                complain(widget, QStringLiteral("has the letter %1 for \"%2\" and for \"%3\"")
                                     .arg(letters.back())
                                     .arg(taken.value(letters.back()), action->text()));
            if (!letters.isEmpty())
                taken.insert(letters.back(), action->text());
            if (action->menu())
                checkLetters(widget, action->menu()->actions());
        }
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

    // The columns of these are providers.
    static bool showsData(const QHeaderView &header)
    {
        const QString table = header.parent()->objectName();
        return table == QLatin1String("usageTable") || table == QLatin1String("usageErrorsTable");
    }

    // Percentiles have one name in all languages.
    static bool isPercentile(const QString &text)
    {
        return text == QLatin1String("p50") || text == QLatin1String("p95") || text == QLatin1String("p99");
    }

    void checkOrigin(const QWidget &widget)
    {
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget); button && !showsData(*button))
            checkText(widget, button->text());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
            for (int index = 0; index < tabs->count(); ++index)
                checkText(widget, tabs->tabText(index));
        } else if (const auto *header = qobject_cast<const QHeaderView *>(&widget);
                   header && header->orientation() == Qt::Horizontal && header->model() && !showsData(*header)) {
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
        if (hasWords && !isPseudo(text) && !isPercentile(text))
            complain(widget, QStringLiteral("shows \"%1\", which nobody can translate").arg(text));
    }

    static QString nameOf(const QWidget &widget)
    {
        return widget.objectName().isEmpty() ? QLatin1String(widget.metaObject()->className()) : widget.objectName();
    }

    void complain(const QWidget &widget, const QString &fault)
    {
        QStringList path;
        for (const QWidget *each = &widget; each && path.size() < 4; each = each->parentWidget())
            path.prepend(nameOf(*each));
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
