// The widgets of the Usage page; what they show is in usage_page.cpp.
#include "ui/pages/usage_page.h"

#include "ui/look/icon_set.h"
#include "ui/look/theme.h"
#include "ui/models/usage_table_model.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/eliding_label.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/row_delegate.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::pages {

using models::UsageTableModel;

namespace {

QWidget *section(QWidget *parent, QVBoxLayout **layout)
{
    auto *made = new QWidget(parent);
    *layout = new QVBoxLayout(made);
    (*layout)->setContentsMargins(16, 12, 16, 12);
    (*layout)->setSpacing(6);
    return made;
}

QLabel *quietLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    widgets::setTextStyle(label, "small");
    widgets::setTone(*label, "secondary");
    return label;
}

} // namespace

void UsagePage::addChoices(QHBoxLayout &row, QButtonGroup &group, const QStringList &names, const char *objectName)
{
    for (int index = 0; index < names.size(); ++index) {
        auto *button = new QPushButton(names[index], this);
        button->setCheckable(true);
        button->setAccessibleName(names[index]);
        button->setObjectName(QString::fromLatin1(objectName) + QString::number(index));
        group.addButton(button, index);
        row.addWidget(button);
    }
    group.setExclusive(true);
    group.button(0)->setChecked(true);
}

QWidget *UsagePage::buildHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    m_title = new QLabel(title(), header);
    widgets::setTextStyle(m_title, "page");
    m_span = new widgets::ElidingLabel(header);
    widgets::setTextStyle(m_span, "small");
    widgets::setTone(*m_span, "secondary");
    m_span->setObjectName(QStringLiteral("usageSpan"));
    m_title->setContentsMargins(0, 0, 6, 0);
    row->addWidget(m_title);
    row->addWidget(m_span, 1);
    m_before = new QPushButton(look::icon("chevron_left"), {}, header);
    m_before->setObjectName(QStringLiteral("usageBefore"));
    m_before->setAccessibleName(tr("The span before"));
    m_before->setToolTip(tr("The span before ([)"));
    m_after = new QPushButton(look::icon("chevron_right"), {}, header);
    m_after->setObjectName(QStringLiteral("usageAfter"));
    m_after->setAccessibleName(tr("The span after"));
    m_after->setToolTip(tr("The span after (])"));
    m_kinds = new QButtonGroup(this);
    row->addWidget(m_before);
    addChoices(*row, *m_kinds, {tr("Day"), tr("Week"), tr("Month"), tr("Year"), tr("All"), tr("Dates…")}, "usageKind");
    row->addWidget(m_after);
    row->addSpacing(4);
    m_measures = new QButtonGroup(this);
    addChoices(*row, *m_measures, {tr("Cost"), tr("Tokens"), tr("Requests")}, "usageMeasure");
    row->addSpacing(4);
    m_asTable = new QPushButton(look::icon("columns"), tr("Table"), header);
    m_asTable->setObjectName(QStringLiteral("usageAsTable"));
    m_asTable->setToolTip(tr("The figures of the charts (T)"));
    m_asTable->setCheckable(true);
    m_save = new QPushButton(look::icon("export"), tr("Save CSV…"), header);
    m_save->setToolTip(tr("Save the figures as CSV"));
    m_save->setObjectName(QStringLiteral("usageSave"));
    m_asTable->setAccessibleName(m_asTable->text());
    m_save->setAccessibleName(m_save->text());
    row->addWidget(m_asTable);
    row->addWidget(m_save);
    return header;
}

// In a narrow window two buttons keep their icons only, the title goes that the navigation shows, too, and all move
// together, so that every choice stays readable.
void UsagePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
    m_asTable->setText(m_asTable->accessibleName());
    m_save->setText(m_save->accessibleName());
    m_title->show();
    placeHeader(16, 3);
    const int span = m_span->fontMetrics().horizontalAdvance(m_range.title(QLocale(), m_report.firstHour, today()));
    const auto hasRoom = [this, span] {
        return m_asTable->parentWidget()->minimumSizeHint().width() + span <= width();
    };
    if (hasRoom())
        return;
    m_asTable->setText({});
    m_save->setText({});
    m_title->setVisible(hasRoom());
    if (!hasRoom())
        placeHeader(8, 0);
}

void UsagePage::placeHeader(int margin, int spacing)
{
    QLayout *row = m_asTable->parentWidget()->layout();
    row->setContentsMargins(margin, 10, margin, 10);
    row->setSpacing(spacing);
}

UsagePage::Figure UsagePage::addFigure(QHBoxLayout &row, const QString &name, const char *objectName)
{
    if (row.count() > 0)
        row.addWidget(widgets::divider(Qt::Vertical, this));
    auto *block = new QWidget(this);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(16, 0, 16, 0);
    column->setSpacing(1);
    Figure figure;
    figure.value = new QLabel(block);
    figure.value->setObjectName(QLatin1String(objectName));
    figure.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    widgets::setTextStyle(figure.value, "title");
    figure.below = new QLabel(block); // in a second line where a language needs it
    figure.below->setWordWrap(true);
    figure.below->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    QSizePolicy policy = figure.below->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored); // six equal parts, whatever stands in them
    figure.below->setSizePolicy(policy);
    widgets::setTextStyle(figure.below, "small");
    widgets::setTone(*figure.below, "secondary");
    figure.below->setObjectName(QString::fromLatin1(objectName) + QStringLiteral("Below"));
    column->addWidget(quietLabel(name, block));
    column->addWidget(figure.value);
    column->addWidget(figure.below);
    column->addStretch(1);
    row.addWidget(block, 1);
    return figure;
}

QWidget *UsagePage::buildFigures()
{
    auto *figures = new QWidget(this);
    auto *row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 10, 0, 10);
    row->setSpacing(0);
    m_spend = addFigure(*row, tr("Spend"), "usageSpend");
    m_requests = addFigure(*row, tr("Requests"), "usageRequests");
    m_tokens = addFigure(*row, tr("Tokens"), "usageTokens");
    m_saved = addFigure(*row, tr("Saved by caching"), "usageSaved");
    m_failed = addFigure(*row, tr("Failed"), "usageFailed");
    m_unpriced = addFigure(*row, tr("No price"), "usageUnpriced");
    return figures;
}

QTableView *UsagePage::makeTable(UsageTableModel *model, const char *objectName, const QString &accessibleName,
                                 QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QLatin1String(objectName));
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    table->setItemDelegate(new widgets::RowDelegate(m_theme, {}, -1, table));
    widgets::prepareTable(*table);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(UsageTableModel::Name, QHeaderView::Stretch);
    header->setMinimumSectionSize(78);
    header->setHighlightSections(false);
    return table;
}

// As high as its rows: the page scrolls, not its parts.
void UsagePage::fitTable(QTableView *table) const
{
    const int rows = table->model()->rowCount();
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height()
                          + rows * table->verticalHeader()->defaultSectionSize() + 2);
}

QWidget *UsagePage::buildTables()
{
    auto *tables = new QWidget(this);
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight, tables);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_tablesRow = row;
    const auto add = [&](const QString &heading, const QString &hint, UsageTableModel *model, const char *name) {
        QVBoxLayout *layout = nullptr;
        QWidget *half = section(tables, &layout);
        auto *head = new QHBoxLayout;
        head->addWidget(widgets::heading(heading, half));
        head->addWidget(quietLabel(hint, half));
        head->addStretch(1);
        QTableView *table = makeTable(model, name, heading, half);
        layout->addLayout(head);
        layout->addWidget(table);
        layout->addStretch(1);
        row->addWidget(half, 1);
        return table;
    };
    m_byAsked = new UsageTableModel(tr("Alias or model"), this);
    m_byProvider = new UsageTableModel(tr("Provider"), this);
    m_askedTable = add(tr("By configured model"), tr("what your tools asked for"), m_byAsked, "usageByAsked");
    m_sameTotal = quietLabel({}, tables);
    m_sameTotal->setObjectName(QStringLiteral("usageSameTotal"));
    m_sameTotal->setAlignment(Qt::AlignCenter);
    row->addWidget(m_sameTotal);
    m_providerTable = add(tr("By provider"), tr("who was paid"), m_byProvider, "usageByProvider");
    return tables;
}

QWidget *UsagePage::buildMore()
{
    QVBoxLayout *layout = nullptr;
    QWidget *more = section(this, &layout);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    m_moreChoice = new QButtonGroup(this);
    addChoices(*head, *m_moreChoice, {tr("By model"), tr("By key"), tr("By virtual key"), tr("By client")},
               "usageMoreChoice");
    head->addStretch(1);
    m_more = new UsageTableModel(tr("Model"), this);
    m_moreTable = makeTable(m_more, "usageMore", tr("By model"), more);
    layout->addLayout(head);
    layout->addWidget(m_moreTable);
    layout->addStretch(1);
    return more;
}

QWidget *UsagePage::buildEmpty()
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    m_emptyText = new QLabel(empty);
    m_emptyText->setObjectName(QStringLiteral("usageEmpty"));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    widgets::setTone(*m_emptyText, "secondary");
    layout->addWidget(m_emptyText);
    return empty;
}

UsagePage::UsagePage(gateway::api::GatewayFacade &gateway, const look::Theme &theme, ViewSettings settings,
                     QWidget *parent)
    : Page(parent)
    , m_gateway(gateway)
    , m_theme(theme)
    , m_settings(std::move(settings))
    , m_range(models::UsageRange::Kind::Month, QDate::currentDate())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(widgets::divider(Qt::Horizontal, this));
    m_stack = new QStackedWidget(this);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildFigures());
    column->addWidget(widgets::divider(Qt::Horizontal, content));
    column->addWidget(buildCharts(), 1);
    column->addWidget(widgets::divider(Qt::Horizontal, content));
    column->addWidget(buildTables());
    column->addWidget(widgets::divider(Qt::Horizontal, content));
    column->addWidget(buildLatency());
    column->addWidget(widgets::divider(Qt::Horizontal, content));
    column->addWidget(buildKinds());
    column->addWidget(widgets::divider(Qt::Horizontal, content));
    column->addWidget(buildMore());
    auto *frame = new QWidget(m_stack);
    m_area = widgets::readingArea(content, "usageArea", title(), frame);
    m_stack->addWidget(frame);
    m_stack->addWidget(buildEmpty());
    layout->addWidget(m_stack, 1);
    connectParts();
}

} // namespace ui::pages
