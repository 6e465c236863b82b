#include "ui/widgets/chart_panel.h"

#include "ui/look/icon_set.h"
#include "ui/look/theme.h"
#include "ui/widgets/eliding_label.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/readable_chart.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/series_legend.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QResizeEvent>
#include <QSaveFile>
#include <QStackedWidget>
#include <QSvgGenerator>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::widgets {

namespace {

constexpr int leastColumn = 78;

QString chosenByDialog(QWidget *parent, const QString &suggestedName)
{
    return QFileDialog::getSaveFileName(parent, ChartPanel::tr("Save chart"), suggestedName,
                                        ChartPanel::tr("Picture (*.png)") + QStringLiteral(";;")
                                            + ChartPanel::tr("Drawing (*.svg)") + QStringLiteral(";;")
                                            + ChartPanel::tr("Comma-separated values (*.csv)"));
}

bool endsWith(const QString &name, const char *ending)
{
    return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
}

} // namespace

ChartPanel::ChartPanel(const look::Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(name)
    , m_chooseFile(chosenByDialog)
    , m_head(new QHBoxLayout)
    , m_title(heading({}, this))
    , m_note(new ElidingLabel(this))
    , m_legend(new SeriesLegend(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableWidget(m_stack))
    , m_menu(new QMenu(this))
{
    setObjectName(name);
    setTextStyle(m_note, "small");
    setTone(*m_note, "secondary");
    m_note->setObjectName(name + QStringLiteral("Note"));
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setObjectName(name + QStringLiteral("Table"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    prepareTable(*m_table);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // eight providers may be wider than a panel
    m_table->setItemDelegate(new RowDelegate(theme, {}, -1, m_table));
    m_table->viewport()->installEventFilter(this);
    m_stack->addWidget(m_table);
    m_stack->setMinimumHeight(200);
    auto *more = new QToolButton(this);
    more->setIcon(look::icon("more"));
    more->setAutoRaise(true);
    more->setProperty("kind", QStringLiteral("flat"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setObjectName(name + QStringLiteral("Menu"));
    more->setAccessibleName(tr("What can be done with this chart"));
    more->setToolTip(more->accessibleName());
    more->setMenu(m_menu);
    m_head->setSpacing(16);
    m_head->addWidget(m_title);
    m_head->addWidget(m_note, 1);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addLayout(m_head, 1);
    top->addWidget(more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 12, 10);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_legend);
    layout->addWidget(m_stack, 1);
    m_legend->hide();
    buildMenu();
}

void ChartPanel::buildMenu()
{
    m_menu->addAction(tr("Copy figures"), this, &ChartPanel::copyFigures)
        ->setObjectName(m_name + QStringLiteral("CopyFigures"));
    m_menu->addAction(tr("Copy picture"), this, &ChartPanel::copyPicture)
        ->setObjectName(m_name + QStringLiteral("CopyPicture"));
    m_menu->addAction(tr("Save…"), this, &ChartPanel::save)->setObjectName(m_name + QStringLiteral("Save"));
}

void ChartPanel::addDrawing(ReadableChart *drawing, const QString &choice)
{
    const int index = static_cast<int>(m_drawings.size());
    m_drawings.append(drawing);
    m_stack->addWidget(drawing);
    drawing->setTitle(m_title->text());
    auto *action = new QAction(choice, m_menu);
    action->setObjectName(drawing->objectName() + QStringLiteral("Choice"));
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, index] {
        setDrawing(index);
        emit drawingChosen(index);
    });
    m_choices.append(action);
    if (index == 1) { // a choice needs two
        QAction *before = m_menu->actions().constFirst();
        m_menu->insertActions(before, m_choices);
        m_menu->insertSeparator(before);
    }
    showStack();
}

void ChartPanel::setDrawing(int drawing)
{
    m_drawing = std::clamp(drawing, 0, static_cast<int>(m_drawings.size()) - 1);
    showStack();
}

void ChartPanel::showStack()
{
    for (int index = 0; index < m_choices.size(); ++index)
        m_choices[index]->setChecked(index == m_drawing);
    m_stack->setCurrentWidget(m_isTable ? static_cast<QWidget *>(m_table) : m_drawings[m_drawing]);
}

void ChartPanel::setTitle(const QString &title)
{
    m_title->setText(title);
    m_table->setAccessibleName(tr("%1, as a table").arg(title));
    for (ReadableChart *drawing : std::as_const(m_drawings))
        drawing->setTitle(title);
}

void ChartPanel::setNote(const QString &note)
{
    m_note->setText(note);
}

void ChartPanel::setSeries(const QStringList &names, bool isLines)
{
    m_legend->setNames(names, isLines);
    m_legend->setVisible(!names.isEmpty());
}

void ChartPanel::setFigures(const models::ChartFigures &figures)
{
    m_figures = figures;
    const auto columns = static_cast<int>(figures.heads.size());
    m_table->clear();
    m_table->setColumnCount(columns);
    m_table->setRowCount(static_cast<int>(figures.rows.size()));
    m_table->setHorizontalHeaderLabels(figures.heads);
    for (int row = 0; row < figures.rows.size(); ++row) {
        for (int column = 0; column < columns; ++column) {
            auto *item = new QTableWidgetItem(figures.rows[row].value(column));
            if (column > 0)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
    fitColumns(*m_table);
}

void ChartPanel::fitColumns(QTableWidget &table)
{
    QHeaderView *header = table.horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (int column = 0; column < table.columnCount(); ++column) {
        if (QTableWidgetItem *head = table.horizontalHeaderItem(column))
            head->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    header->setMinimumSectionSize(std::max(leastColumn, header->sectionSizeHint(0)));
    fitFirstColumn(table);
}

// It takes what is left, but is never narrower than its words: then the table scrolls.
void ChartPanel::fitFirstColumn(QTableWidget &table)
{
    if (table.columnCount() == 0)
        return;
    QHeaderView *header = table.horizontalHeader();
    header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    if (header->length() < table.viewport()->width())
        header->setSectionResizeMode(0, QHeaderView::Stretch);
}

bool ChartPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        const auto *resize = static_cast<QResizeEvent *>(event);
        if (resize->size().width() != resize->oldSize().width()) // a scroll bar changes the height alone
            fitFirstColumn(*m_table);
    }
    return QWidget::eventFilter(watched, event);
}

void ChartPanel::setTableShown(bool isShown)
{
    m_isTable = isShown;
    showStack();
}

QImage ChartPanel::picture() const
{
    QWidget *drawing = currentDrawing();
    QImage image(drawing->size() * 2, QImage::Format_ARGB32_Premultiplied); // sharp also in print
    image.setDevicePixelRatio(2);
    image.fill(m_theme.color(look::ColorRole::Base));
    drawing->render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

QString ChartPanel::saveAs(const QString &name) const
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return tr("The file could not be saved: %1").arg(file.errorString());
    if (endsWith(name, ".png")) {
        picture().save(&file, "PNG");
    } else if (endsWith(name, ".svg")) {
        QWidget *drawing = currentDrawing();
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize(drawing->size());
        generator.setViewBox(drawing->rect());
        generator.setTitle(m_title->text());
        QPainter painter(&generator);
        painter.fillRect(drawing->rect(), m_theme.color(look::ColorRole::Base));
        drawing->render(&painter, {}, {}, QWidget::DrawChildren);
    } else {
        file.write(m_figures.csv);
    }
    return file.commit() ? QString() : tr("The file could not be saved: %1").arg(file.errorString());
}

void ChartPanel::save()
{
    const QString name = m_chooseFile(this, m_title->text() + QStringLiteral(".png"));
    if (!name.isEmpty())
        emit saved(saveAs(name));
}

void ChartPanel::copyPicture() const
{
    QGuiApplication::clipboard()->setImage(picture());
}

// As people and spreadsheets paste it: columns between tabs.
void ChartPanel::copyFigures() const
{
    QStringList lines{m_figures.heads.join(QLatin1Char('\t'))};
    for (const QStringList &row : m_figures.rows)
        lines << row.join(QLatin1Char('\t'));
    auto *copied = new QMimeData;
    copied->setText(lines.join(QLatin1Char('\n')));
    copied->setData(QStringLiteral("text/csv"), m_figures.csv);
    QGuiApplication::clipboard()->setMimeData(copied);
}

} // namespace ui::widgets
