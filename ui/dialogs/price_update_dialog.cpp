#include "ui/dialogs/price_update_dialog.h"

#include "ui/look/theme.h"
#include "ui/models/error_words.h"
#include "ui/models/price_change_model.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/row_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::dialogs {

using gateway::Result;
using gateway::api::PriceUpdateView;
using models::PriceChangeModel;

namespace {

constexpr int marginOfColumn = 28;
constexpr int mostLetters = 40; // of a column; the rest is in its tool tip

} // namespace

PriceUpdateDialog::PriceUpdateDialog(gateway::api::PriceListFacade &prices, const QString &url,
                                     const look::Theme &theme, QWidget *parent)
    : QDialog(parent), m_prices(prices), m_changes(new PriceChangeModel(this))
{
    setObjectName(QStringLiteral("priceUpdateDialog"));
    setWindowTitle(tr("Update prices"));
    setSizeGripEnabled(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 16, 16, 16);
    outer->setSpacing(10);
    outer->addWidget(widgets::hint(tr("A list in the form of docs/prices.md, by https, or by http from this computer. "
                                      "Nothing changes before you take it over, and prices of your own stay."),
                                   this));
    outer->addWidget(buildAddress(url));
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("priceUpdateState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setWordWrap(true);
    outer->addWidget(m_state);
    buildTable(theme);
    outer->addWidget(m_table, 1);
    outer->addWidget(buildButtons());
    resize(860, 520);
    connect(m_url, &QLineEdit::textChanged, this, &PriceUpdateDialog::forgetFound);
    forgetFound();
}

QWidget *PriceUpdateDialog::buildAddress(const QString &url)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_url = new QLineEdit(url, row);
    m_url->setObjectName(QStringLiteral("priceUpdateUrl"));
    m_url->setPlaceholderText(QStringLiteral("https://example.org/prices.json"));
    m_look = new QPushButton(tr("Look for changes"), row);
    m_look->setObjectName(QStringLiteral("priceUpdateLook"));
    m_look->setAccessibleName(m_look->text());
    m_look->setDefault(true);
    layout->addWidget(widgets::fieldLabel(tr("Address"), m_url, row));
    layout->addWidget(m_url, 1);
    layout->addWidget(m_look);
    connect(m_look, &QPushButton::clicked, this, &PriceUpdateDialog::look);
    return row;
}

void PriceUpdateDialog::buildTable(const look::Theme &theme)
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("priceUpdateTable"));
    m_table->setAccessibleName(tr("What the list would change"));
    m_table->setModel(m_changes);
    m_table->setItemDelegate(new widgets::RowDelegate(theme, {}, -1, this));
    widgets::prepareTable(*m_table);
    m_table->verticalHeader()->setDefaultSectionSize(theme.rowHeight());
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(PriceChangeModel::Model, QHeaderView::Stretch);
    const QFontMetrics metrics(theme.font(look::TextStyle::Body));
    const auto fit = [this, metrics] {
        for (int column = 0; column < PriceChangeModel::ColumnCount; ++column) {
            int width = metrics.horizontalAdvance(m_changes->headerData(column, Qt::Horizontal).toString());
            for (int row = 0; row < m_changes->rowCount(); ++row)
                width = std::max(width, metrics.horizontalAdvance(m_changes->index(row, column).data().toString()));
            const int most = metrics.averageCharWidth() * mostLetters;
            m_table->setColumnWidth(column, std::min(width, most) + marginOfColumn);
        }
    };
    connect(m_changes, &QAbstractItemModel::modelReset, m_table, fit);
    fit();
}

QWidget *PriceUpdateDialog::buildButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *leave = new QPushButton(tr("Leave as it is"), row);
    leave->setObjectName(QStringLiteral("priceUpdateLeave"));
    leave->setAutoDefault(false);
    m_take = new QPushButton(tr("Take over"), row);
    m_take->setObjectName(QStringLiteral("priceUpdateTake"));
    m_take->setProperty("kind", QStringLiteral("primary"));
    m_take->setAutoDefault(false);
    for (QPushButton *button : {leave, m_take})
        button->setAccessibleName(button->text());
    layout->addStretch(1);
    layout->addWidget(leave);
    layout->addWidget(m_take);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &PriceUpdateDialog::takeOver);
    return row;
}

void PriceUpdateDialog::setWaiting(bool isWaiting)
{
    m_url->setEnabled(!isWaiting);
    m_look->setEnabled(!isWaiting && !m_url->text().trimmed().isEmpty());
    m_take->setEnabled(!isWaiting && m_hasChanges);
}

void PriceUpdateDialog::showState(const QString &text, const char *tone)
{
    widgets::setTone(*m_state, tone);
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
}

void PriceUpdateDialog::forgetFound()
{
    m_hasChanges = false;
    m_changes->setChanges({});
    showState({}, "secondary");
    setWaiting(false);
}

void PriceUpdateDialog::look()
{
    forgetFound();
    showState(tr("Fetching the list…"), "secondary");
    setWaiting(true);
    const QPointer<PriceUpdateDialog> guard(this);
    m_prices.lookForPrices(m_url->text().trimmed(), [guard](const Result<PriceUpdateView> &found) {
        if (!guard)
            return;
        if (found)
            guard->showFound(*found);
        else
            guard->showState(models::failureText(found.error()), "error");
        guard->setWaiting(false);
    });
}

void PriceUpdateDialog::showFound(const PriceUpdateView &update)
{
    m_hasChanges = !update.changes.isEmpty();
    m_changes->setChanges(update.changes);
    showState(models::priceUpdateSummary(update), "secondary");
    emit listFound(m_url->text().trimmed());
}

void PriceUpdateDialog::takeOver()
{
    setWaiting(true);
    const QPointer<PriceUpdateDialog> guard(this);
    m_prices.takeOverPrices([guard](const Result<PriceUpdateView> &taken) {
        if (!guard)
            return;
        if (taken) {
            emit guard->takenOver(*taken);
            guard->accept();
            return;
        }
        guard->m_hasChanges = false; // it has to be looked for again
        guard->showState(models::failureText(taken.error()), "error");
        guard->setWaiting(false);
    });
}

} // namespace ui::dialogs
