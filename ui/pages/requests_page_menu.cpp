// The menu of a row, and copying rows: what can be done with a request or a session, and what of it can be filtered by.
#include "ui/display_format.h"
#include "ui/models/filter_language.h"
#include "ui/models/request_table_model.h"
#include "ui/models/session_text.h"
#include "ui/pages/request_commands.h"
#include "ui/pages/request_toolbar.h"
#include "ui/pages/requests_page.h"
#include "ui/widgets/request_table_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMenu>

#include <algorithm>

namespace ui::pages {

using gateway::FilterField;
using gateway::api::RequestSummary;
using gateway::api::SessionView;
using models::RequestTableModel;

namespace {

constexpr qsizetype longestEntry = 72; // characters; a menu must not be wider than the window

struct CellTerm {
    int column; // of the list, where the value stands
    QString text;
};

// As terms of the filter's language: what others may have in common with this one.
QList<CellTerm> termsOf(const RequestSummary &request)
{
    QList<CellTerm> terms;
    const auto add = [&terms](int column, FilterField field, const QString &value) {
        if (!value.isEmpty())
            terms.append({column, models::filterTermText(field, value)});
    };
    add(RequestTableModel::Client, FilterField::Client, request.client);
    add(RequestTableModel::AskedFor, FilterField::AskedModel, request.askedModel);
    add(RequestTableModel::ServedBy, FilterField::Provider, request.provider);
    add(RequestTableModel::ServedBy, FilterField::Model, request.model);
    add(RequestTableModel::Key, FilterField::Key, request.keyName);
    add(RequestTableModel::Key, FilterField::VirtualKey, request.virtualKeyName);
    add(RequestTableModel::Session, FilterField::Session, request.sessionId);
    add(RequestTableModel::Operation, FilterField::Operation, request.operation);
    terms.append({RequestTableModel::State, models::filterStateText(request.state)});
    if (request.status > 0)
        add(RequestTableModel::Result, FilterField::Status, QString::number(request.status));
    return terms;
}

QString entryOf(const QString &term)
{
    QString text = term;
    if (text.size() > longestEntry)
        text = text.left(longestEntry - 1) + QChar(0x2026);
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

void RequestsPage::openRowMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_model->isSession(index.row())) {
        fillSessionMenu(*menu, index.row());
    } else {
        menu->addActions(m_commands->actions());
        if (m_model->isLoaded(index.row())) {
            menu->addSeparator();
            addFilterMenus(*menu, index);
        }
    }
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void RequestsPage::fillSessionMenu(QMenu &menu, int row)
{
    const QString id = m_model->session(row).id;
    const bool isOpen = m_model->isOpen(row);
    menu.addAction(isOpen ? tr("Close session") : tr("Open session"), this, [this, id, isOpen] {
        const int now = m_model->rowOfSession(id); // others may have come above it
        if (now >= 0)
            openOrClose(now, !isOpen);
    });
    if (!id.isEmpty()) {
        menu.addAction(tr("Show only this session"), this,
                       [this, id] { m_toolbar->narrow(models::filterTermText(FilterField::Session, id), false); });
        menu.addAction(tr("Copy id"), this, [id] { QApplication::clipboard()->setText(id); });
    }
    menu.addSeparator();
    const QList<QAction *> actions = m_commands->actions();
    menu.addAction(actions.constLast()); // Export…
}

// The cell under the pointer comes first.
void RequestsPage::addFilterMenus(QMenu &menu, const QModelIndex &index)
{
    QList<CellTerm> terms = termsOf(m_model->request(index.row()));
    std::stable_partition(terms.begin(), terms.end(),
                          [&index](const CellTerm &term) { return term.column == index.column(); });
    for (const bool isExcluded : {false, true}) {
        QMenu *filters = menu.addMenu(isExcluded ? tr("Hide") : tr("Show only"));
        filters->setObjectName(isExcluded ? QStringLiteral("hideMenu") : QStringLiteral("showOnlyMenu"));
        for (const CellTerm &term : std::as_const(terms))
            filters->addAction(entryOf(term.text), this,
                               [this, text = term.text, isExcluded] { m_toolbar->narrow(text, isExcluded); });
    }
}

void RequestsPage::copyRows()
{
    QStringList lines;
    const QHeaderView *header = m_view->horizontalHeader();
    const DisplayFormat format;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        if (m_model->isSession(index.row())) {
            const SessionView session = m_model->session(index.row());
            lines << models::sessionTitle(session) + QLatin1Char('\t') + models::sessionFacts(session, format);
            continue;
        }
        if (!m_model->isLoaded(index.row()))
            continue;
        QStringList cells;
        for (int visual = 0; visual < header->count(); ++visual) {
            const int column = header->logicalIndex(visual);
            if (header->isSectionHidden(column))
                continue;
            cells << (column == RequestTableModel::Time ? DisplayFormat::iso(m_model->request(index.row()).startedAt)
                                                        : m_model->cellText(index.row(), column));
        }
        lines << cells.join(QLatin1Char('\t')).trimmed();
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace ui::pages
