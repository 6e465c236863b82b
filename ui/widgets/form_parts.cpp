#include "ui/widgets/form_parts.h"

#include <QAbstractSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/widgets/label_color.h"

namespace ui::widgets {

QFormLayout *newForm(QWidget *section)
{
    auto *form = new QFormLayout(section);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTextStyle(label, "strong");
    return label;
}

QLabel *hint(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTextStyle(label, "small");
    setTone(*label, "secondary");
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *fieldLabel(const QString &text, QWidget *field, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setMinimumWidth(std::max(formLabelWidth, label->sizeHint().width())); // longer words push the field aside
    // As high as a field, so that the words stand on one line with the text in it. One with arrows grows to the height of
    // the others when the style polishes it.
    constexpr int paddingOfFields = 12;
    const bool hasArrows = qobject_cast<const QAbstractSpinBox *>(field) != nullptr;
    const int least = hasArrows ? field->fontMetrics().height() + paddingOfFields : 0;
    label->setFixedHeight(std::max(field->sizeHint().height(), least));
    label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(text);
    return label;
}

QWidget *withHint(QWidget *field, QLabel *below, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(field);
    below->setAlignment(Qt::AlignLeading | Qt::AlignTop); // what a form gives it too much stands below it
    layout->addWidget(below);
    if (field->accessibleDescription().isEmpty())
        field->setAccessibleDescription(below->text());
    return box;
}

namespace {

// A scroll area asks its content for the least height without telling the width, and words that wrap get too little then.
class WrappingArea : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        giveRoom();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isDone = QScrollArea::eventFilter(watched, event);
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            giveRoom();
        return isDone;
    }

private:
    void giveRoom()
    {
        const QLayout *layout = widget() != nullptr ? widget()->layout() : nullptr;
        if (layout != nullptr && layout->hasHeightForWidth())
            widget()->setMinimumHeight(layout->totalHeightForWidth(viewport()->width()));
    }
};

} // namespace

QScrollArea *scrolling(QWidget *content, const char *objectName, QWidget *parent)
{
    auto *area = new WrappingArea(parent);
    area->setObjectName(QLatin1String(objectName));
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setBackgroundRole(QPalette::Base);
    area->setBackgroundRole(QPalette::Base);
    area->setWidget(content);
    return area;
}

QScrollArea *readingArea(QWidget *content, const char *objectName, const QString &accessibleName, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setObjectName(QLatin1String(objectName));
    area->setAccessibleName(accessibleName);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::StrongFocus);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    area->setWidget(content);
    area->viewport()->setBackgroundRole(QPalette::Base);
    auto *outer = new QVBoxLayout(parent);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    return area;
}

void prepareTable(QTableView &table)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setMouseTracking(true);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setMinimumSectionSize(40);
}

} // namespace ui::widgets
