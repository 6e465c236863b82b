#include "ui/pages/body_tab.h"

#include "ui/display_format.h"
#include "ui/look/icon_set.h"
#include "ui/look/theme.h"
#include "ui/models/body_text.h"
#include "ui/models/json_tree_model.h"
#include "ui/widgets/detail_delegate.h"
#include "ui/widgets/keyboard_menu.h"
#include "ui/widgets/label_color.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::RequestDetail;
using look::ColorRole;
using look::TextStyle;

namespace {

constexpr int matchLimit = 1'000;
constexpr int deepestExpansion = 64; // levels at one click

} // namespace

BodyTab::BodyTab(const look::Theme &theme, Side side, QWidget *parent)
    : DetailTab(parent)
    , m_theme(theme)
    , m_side(side)
    , m_search(new QLineEdit(this))
    , m_matches(new QLabel(this))
    , m_expand(new QToolButton(this))
    , m_copyAll(new QToolButton(this))
    , m_notice(new QLabel(this))
    , m_loadAll(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new QTreeView(this))
    , m_model(new models::JsonTreeModel(this))
    , m_text(new QPlainTextEdit(this))
    , m_empty(new QLabel(this))
{
    const QString name = side == Side::Request ? QStringLiteral("request") : QStringLiteral("response");
    m_search->setObjectName(name + QStringLiteral("Search"));
    m_tree->setObjectName(name + QStringLiteral("Tree"));
    m_text->setObjectName(name + QStringLiteral("Text"));
    m_notice->setObjectName(name + QStringLiteral("Notice"));
    m_loadAll->setObjectName(name + QStringLiteral("LoadAll"));
    m_expand->setObjectName(name + QStringLiteral("Expand"));
    m_copyAll->setObjectName(name + QStringLiteral("CopyAll"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    makeToolRow(outer);
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(side == Side::Request ? tr("Body of the request") : tr("Body of the answer"));
    m_tree->setItemDelegate(new widgets::DetailDelegate(theme, models::JsonTreeModel::Name, this));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    widgets::openMenuAtCurrentRow(*m_tree);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(models::JsonTreeModel::Name, 240);
    m_text->setProperty("textStyle", QStringLiteral("mono"));
    m_text->document()->setDocumentMargin(12);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(m_tree->accessibleName());
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(24, 24, 24, 24);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    for (QWidget *view :
         {static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_empty)})
        m_stack->addWidget(view);
    outer->addWidget(m_stack, 1);

    auto *copy = new QAction(tr("Copy value"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(copy);
    connect(copy, &QAction::triggered, this, &BodyTab::copyValue);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &BodyTab::openMenu);
    connect(&theme, &look::Theme::changed, this, &BodyTab::applyTheme);
    applyTheme();
}

void BodyTab::makeToolRow(QVBoxLayout *outer)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    m_search->setPlaceholderText(tr("Find in the body"));
    m_search->setAccessibleName(tr("Find in the body"));
    m_search->addAction(look::icon("search"), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(260);
    m_expand->setText(tr("Expand all"));
    m_expand->setAutoRaise(true);
    m_copyAll->setText(tr("Copy all"));
    m_copyAll->setAutoRaise(true);
    m_loadAll->setAccessibleName(tr("Load all of the body"));
    m_loadAll->setAutoRaise(true);
    m_notice->setTextFormat(Qt::PlainText);
    row->addWidget(m_search, 1);
    row->addWidget(m_matches);
    row->addStretch(1);
    row->addWidget(m_notice);
    row->addWidget(m_loadAll);
    row->addWidget(m_expand);
    row->addWidget(m_copyAll);
    outer->addLayout(row);
    connect(m_search, &QLineEdit::textChanged, this, &BodyTab::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { step(1); });
    connect(m_expand, &QToolButton::clicked, this, [this] { m_tree->expandRecursively(QModelIndex(), 6); });
    connect(m_copyAll, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_body)); });
    connect(m_loadAll, &QToolButton::clicked, this, &BodyTab::loadAll);
}

QWidget *BodyTab::focusTarget()
{
    QWidget *shown = m_stack->currentWidget();
    return shown == m_empty ? this : shown;
}

void BodyTab::showDetail(const RequestDetail &detail, bool isSameRequest)
{
    const bool isRequest = m_side == Side::Request;
    const QByteArray &body = isRequest ? detail.requestBody : detail.responseBody;
    if (isSameRequest && body == m_body && !body.isEmpty())
        return; // keep what is open
    m_body = body;
    if (!body.isEmpty())
        return showBody(body, isRequest ? detail.isRequestBodyTruncated : detail.isResponseBodyTruncated,
                        !isRequest && detail.summary.isStream);
    if (!hasEnded(detail.summary.state))
        return showNothing(tr("The body is shown when the request has ended."));
    if (!detail.hasBodies)
        return showNothing(tr("Only totals were stored: the capture level at that time left the bodies out."));
    showNothing(isRequest ? tr("The request had no body.") : tr("The answer had no body."));
}

void BodyTab::showBody(const QByteArray &body, bool isTruncated, bool isStream)
{
    const DisplayFormat format;
    if (body.size() > models::shownBodyLimit) {
        showText(
            models::breakLongLines(models::bodyText(body)),
            tr("The first %1 of %2 are shown.").arg(format.size(models::shownBodyLimit), format.size(body.size())));
        m_loadAll->setText(tr("Load all %1").arg(format.size(body.size())));
        m_loadAll->show();
        return;
    }
    if (showTree())
        return;
    QString notice = tr("This is not valid JSON; it is shown as text.");
    if (isTruncated)
        notice = tr("Only the first %1 were stored.").arg(format.size(body.size()));
    else if (isStream)
        notice = tr("The answer came as a stream; its events are in Stream.");
    showText(models::breakLongLines(models::bodyText(body)), notice);
}

bool BodyTab::showTree()
{
    m_found.clear();
    if (!m_model->setText(m_body))
        return false;
    m_tree->expandToDepth(0);
    m_stack->setCurrentWidget(m_tree);
    m_notice->clear();
    m_loadAll->hide();
    m_expand->show();
    m_search->setEnabled(true);
    m_copyAll->setEnabled(true);
    search();
    return true;
}

void BodyTab::showText(const QString &text, const QString &notice)
{
    m_found.clear();
    m_model->clear();
    m_text->setPlainText(text);
    m_stack->setCurrentWidget(m_text);
    m_notice->setText(notice);
    m_loadAll->hide();
    m_expand->hide();
    m_search->setEnabled(true);
    m_copyAll->setEnabled(true);
    search();
}

void BodyTab::showNothing(const QString &why)
{
    m_found.clear();
    m_model->clear();
    m_text->clear();
    m_empty->setText(why);
    m_stack->setCurrentWidget(m_empty);
    m_notice->clear();
    m_loadAll->hide();
    m_expand->hide();
    m_search->setEnabled(false);
    m_copyAll->setEnabled(false);
    m_matches->clear();
}

void BodyTab::loadAll()
{
    if (!showTree())
        showText(models::breakLongLines(models::bodyText(m_body, -1)), QString());
}

void BodyTab::search()
{
    m_foundAt = -1;
    m_found.clear();
    const QString wanted = m_search->text();
    if (m_stack->currentWidget() == m_tree && !wanted.isEmpty()) {
        m_found = m_model->find(wanted, matchLimit);
        step(1);
    } else if (m_stack->currentWidget() == m_text && !wanted.isEmpty()) {
        m_text->moveCursor(QTextCursor::Start);
        step(1);
    }
    updateMatches();
}

void BodyTab::step(int by)
{
    if (m_stack->currentWidget() == m_text) {
        if (!m_text->find(m_search->text())) {
            m_text->moveCursor(QTextCursor::Start);
            m_text->find(m_search->text());
        }
    } else if (!m_found.isEmpty()) {
        const auto count = static_cast<int>(m_found.size());
        m_foundAt = (m_foundAt + by + count) % count;
        m_tree->setCurrentIndex(m_found[m_foundAt]);
        m_tree->scrollTo(m_found[m_foundAt], QAbstractItemView::PositionAtCenter);
    }
    updateMatches();
}

void BodyTab::updateMatches()
{
    if (m_search->text().isEmpty()) {
        m_matches->clear();
    } else if (m_stack->currentWidget() == m_tree) {
        m_matches->setText(m_found.isEmpty() ? tr("nothing found")
                                             : tr("%1 of %2").arg(m_foundAt + 1).arg(m_found.size()));
    } else {
        m_matches->setText(m_text->textCursor().hasSelection() ? QString() : tr("nothing found"));
    }
}

void BodyTab::copyValue()
{
    if (m_tree->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_model->textAt(m_tree->currentIndex()));
}

void BodyTab::copyPath()
{
    if (m_tree->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_model->pathAt(m_tree->currentIndex()));
}

void BodyTab::openMenu(const QPoint &at)
{
    if (!m_tree->currentIndex().isValid())
        return;
    QMenu menu(this);
    connect(menu.addAction(tr("Copy value")), &QAction::triggered, this, &BodyTab::copyValue);
    connect(menu.addAction(tr("Copy path")), &QAction::triggered, this, &BodyTab::copyPath);
    if (m_model->isContainer(m_tree->currentIndex())) {
        menu.addSeparator();
        const QModelIndex index = m_tree->currentIndex().siblingAtColumn(0);
        connect(menu.addAction(tr("Expand below")), &QAction::triggered, this,
                [this, index] { m_tree->expandRecursively(index, deepestExpansion); });
        connect(menu.addAction(tr("Collapse")), &QAction::triggered, this, [this, index] { m_tree->collapse(index); });
    }
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

void BodyTab::applyTheme()
{
    for (QLabel *quiet : {m_notice, m_matches, m_empty}) {
        widgets::setTextStyle(quiet, quiet == m_empty ? "" : "small");
        widgets::setTone(*quiet, "secondary");
    }
}

} // namespace ui::pages
