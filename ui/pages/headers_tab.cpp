#include "ui/pages/headers_tab.h"

#include "ui/look/theme.h"
#include "ui/models/header_table_model.h"
#include "ui/widgets/detail_delegate.h"
#include "ui/widgets/label_color.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::RequestDetail;
using look::TextStyle;

namespace {

constexpr int narrowWidth = 680;

} // namespace

HeadersTab::HeadersTab(const look::Theme &theme, QWidget *parent)
    : DetailTab(parent)
    , m_theme(theme)
    , m_splitter(new QSplitter(this))
    , m_request(makeSide(tr("Request"), "requestHeaders"))
    , m_response(makeSide(tr("Answer"), "responseHeaders"))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_splitter);
    m_splitter->setObjectName(QStringLiteral("headersSplitter"));
    m_splitter->setChildrenCollapsible(false);
    connect(&theme, &look::Theme::changed, this, &HeadersTab::applyTheme);
    applyTheme();
}

HeadersTab::Side HeadersTab::makeSide(const QString &title, const char *objectName)
{
    auto *side = new QWidget;
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    Side made{new QLabel(title), new QTableView, new models::HeaderTableModel(this)};
    made.title->setContentsMargins(16, 8, 16, 6);
    made.table->setObjectName(QLatin1String(objectName));
    made.table->setAccessibleName(tr("Headers: %1").arg(title));
    made.table->setModel(made.model);
    made.table->setItemDelegate(new widgets::DetailDelegate(m_theme, models::HeaderTableModel::Value, this));
    made.table->setShowGrid(false);
    made.table->setWordWrap(false);
    made.table->setFrameShape(QFrame::NoFrame);
    made.table->setTabKeyNavigation(false);
    made.table->setSelectionBehavior(QAbstractItemView::SelectRows);
    made.table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    made.table->verticalHeader()->hide();
    made.table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    made.table->horizontalHeader()->setHighlightSections(false);
    made.table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    made.table->horizontalHeader()->setStretchLastSection(true);
    made.table->setColumnWidth(models::HeaderTableModel::Name, 190);
    auto *copy = new QAction(tr("Copy"), made.table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    made.table->addAction(copy);
    made.table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, [table = made.table] {
        const QModelIndex index = table->currentIndex();
        if (!index.isValid())
            return;
        const QString name = index.siblingAtColumn(models::HeaderTableModel::Name).data().toString();
        const QString value = index.siblingAtColumn(models::HeaderTableModel::Value).data().toString();
        QGuiApplication::clipboard()->setText(name + QStringLiteral(": ") + value);
    });
    layout->addWidget(made.title);
    layout->addWidget(made.table);
    m_splitter->addWidget(side);
    return made;
}

QWidget *HeadersTab::focusTarget()
{
    return m_request.table;
}

void HeadersTab::showDetail(const RequestDetail &detail, bool)
{
    m_request.model->setHeaders(detail.requestHeaders);
    m_response.model->setHeaders(detail.responseHeaders);
    // The head of the answer is known only when it has come.
    m_response.title->setText(detail.responseHeaders.isEmpty() ? tr("Answer: no headers")
                                                               : tr("Answer: status %1").arg(detail.summary.status));
}

void HeadersTab::resizeEvent(QResizeEvent *event)
{
    DetailTab::resizeEvent(event);
    m_splitter->setOrientation(width() < narrowWidth ? Qt::Vertical : Qt::Horizontal);
}

void HeadersTab::applyTheme()
{
    for (const Side &side : {m_request, m_response}) {
        widgets::setTextStyle(side.title, "strong");
        side.table->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight() - 2);
    }
}

} // namespace ui::pages
