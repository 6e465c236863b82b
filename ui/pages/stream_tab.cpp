#include "ui/pages/stream_tab.h"

#include "ui/look/theme.h"
#include "ui/models/body_text.h"
#include "ui/models/stream_event_model.h"
#include "ui/widgets/detail_delegate.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/titled_width.h"

#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::RequestDetail;
using look::ColorRole;
using models::StreamEventModel;

StreamTab::StreamTab(const look::Theme &theme, QWidget *parent)
    : DetailTab(parent)
    , m_theme(theme)
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView)
    , m_model(new StreamEventModel(this))
    , m_text(new QPlainTextEdit)
    , m_empty(new QLabel)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("streamSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    m_table->setObjectName(QStringLiteral("streamEvents"));
    m_table->setAccessibleName(tr("Events of the stream"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new widgets::DetailDelegate(theme, StreamEventModel::Event, this));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int widths[] = {82, 116, 82, 190};
    for (int column = 0; column < 4; ++column)
        widgets::setTitledWidth(*m_table, column, widths[column]);
    m_text->setObjectName(QStringLiteral("streamEventText"));
    m_text->setAccessibleName(tr("Text of the event"));
    m_text->setProperty("textStyle", QStringLiteral("mono"));
    m_text->document()->setDocumentMargin(8);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setMinimumHeight(48);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(24, 24, 24, 24);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { showEventText(current.row()); });
    connect(&theme, &look::Theme::changed, this, &StreamTab::applyTheme);
    applyTheme();
}

QWidget *StreamTab::focusTarget()
{
    return m_stack->currentIndex() == 0 ? static_cast<QWidget *>(m_table) : this;
}

void StreamTab::showDetail(const RequestDetail &detail, bool isSameRequest)
{
    if (isSameRequest && detail.streamEvents.size() == m_model->rowCount() && m_model->rowCount() > 0)
        return;
    m_model->setEvents(detail.streamEvents);
    m_text->clear();
    m_stack->setCurrentIndex(detail.streamEvents.isEmpty() ? 1 : 0);
    if (!detail.streamEvents.isEmpty())
        m_table->selectRow(0);
    else if (!hasEnded(detail.summary.state))
        m_empty->setText(tr("The events are shown when the request has ended. Conversation follows it live."));
    else if (!detail.summary.isStream)
        m_empty->setText(tr("The answer came in one piece, not as a stream."));
    else if (!detail.hasBodies)
        m_empty->setText(tr("Only totals were stored: the capture level at that time left the events out."));
    else
        m_empty->setText(tr("The stream ended before its first event."));
}

void StreamTab::showEventText(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return m_text->clear();
    m_text->setPlainText(models::breakLongLines(models::indentJson(m_model->event(row).text)));
}

void StreamTab::applyTheme()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight() - 2);
    widgets::setTone(*m_empty, "secondary");
}

} // namespace ui::pages
