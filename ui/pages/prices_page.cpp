#include "ui/pages/prices_page.h"

#include "ui/dialogs/price_dialog.h"
#include "ui/dialogs/price_update_dialog.h"
#include "ui/display_format.h"
#include "ui/look/icon_set.h"
#include "ui/look/theme.h"
#include "ui/models/error_words.h"
#include "ui/models/price_change_model.h"
#include "ui/models/price_table_model.h"
#include "ui/user_prompt.h"
#include "ui/widgets/eliding_label.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/row_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui::pages {

using gateway::Result;
using gateway::api::GatewayFacade;
using gateway::api::PriceChanges;
using gateway::api::PriceOverrideView;
using models::PriceTableModel;

namespace {

// Measured in average letters, so that they follow font and language.
constexpr int charactersOfFind = 24;
constexpr int mostLetters = 28; // of a column beside the name
constexpr int lettersOfAllColumns = 140;
constexpr int lettersWithSource = 105;
const QString urlSetting = QStringLiteral("prices/update_url");

} // namespace

PricesPage::PricesPage(GatewayFacade &gateway, const look::Theme &theme, UserPrompt &prompt, ViewSettings settings,
                       QWidget *parent)
    : Page(parent)
    , m_gateway(gateway)
    , m_theme(theme)
    , m_prompt(prompt)
    , m_settings(std::move(settings))
    , m_model(new PriceTableModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    m_empty = widgets::hint({}, this);
    m_empty->setObjectName(QStringLiteral("pricesEmpty"));
    m_empty->setContentsMargins(16, 0, 16, 8);
    layout->addWidget(m_empty);
    buildTable(theme);
    layout->addWidget(m_table, 1);
    layout->addWidget(buildFoot());
    connect(&gateway, &GatewayFacade::pricesChanged, this, &PricesPage::takePrices);
    takePrices();
}

QWidget *PricesPage::buildHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 10, 16, 10);
    auto *name = new QLabel(title(), header);
    widgets::setTextStyle(name, "page");
    m_facts = new widgets::ElidingLabel(header);
    m_facts->setObjectName(QStringLiteral("priceFacts"));
    widgets::setTextStyle(m_facts, "small");
    widgets::setTone(*m_facts, "secondary");
    m_find = new QLineEdit(header);
    m_find->setObjectName(QStringLiteral("priceFind"));
    m_find->setAccessibleName(tr("Find a price"));
    m_find->setPlaceholderText(tr("Find a model"));
    m_find->setClearButtonEnabled(true);
    m_find->setFixedWidth(m_find->fontMetrics().averageCharWidth() * charactersOfFind);
    m_onlyOwn = new QPushButton(tr("Yours"), header);
    m_onlyOwn->setObjectName(QStringLiteral("priceOnlyOwn"));
    m_onlyOwn->setCheckable(true);
    m_change = new QPushButton(tr("Set own price…"), header);
    m_change->setObjectName(QStringLiteral("priceChange"));
    m_remove = new QPushButton(tr("Back to the list"), header);
    m_remove->setObjectName(QStringLiteral("priceRemove"));
    m_add = new QPushButton(look::icon("plus"), tr("Add a price"), header);
    m_add->setObjectName(QStringLiteral("priceAdd"));
    m_add->setProperty("kind", QStringLiteral("primary"));
    row->addWidget(name);
    row->addSpacing(2);
    row->addWidget(m_facts, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_find, m_onlyOwn, m_change, m_remove, m_add})
        row->addWidget(widget);
    for (QPushButton *button : {m_onlyOwn, m_change, m_remove, m_add})
        button->setAccessibleName(button->text());
    const auto filter = [this] {
        m_model->setFilter(m_find->text(), m_onlyOwn->isChecked());
        showFacts();
    };
    connect(m_find, &QLineEdit::textChanged, this, filter);
    connect(m_onlyOwn, &QPushButton::toggled, this, filter);
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_change, &QPushButton::clicked, this, &PricesPage::editSelected);
    connect(m_remove, &QPushButton::clicked, this, &PricesPage::removeSelected);
    return header;
}

QWidget *PricesPage::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 8, 16, 8);
    m_checked = new widgets::ElidingLabel(foot);
    m_checked->setObjectName(QStringLiteral("pricesChecked"));
    widgets::setTextStyle(m_checked, "small");
    widgets::setTone(*m_checked, "secondary");
    auto *update = new QPushButton(tr("Update prices…"), foot);
    update->setObjectName(QStringLiteral("priceUpdate"));
    update->setAccessibleName(update->text());
    row->addWidget(m_checked, 1);
    row->addWidget(update);
    connect(update, &QPushButton::clicked, this, &PricesPage::updatePrices);
    return foot;
}

void PricesPage::buildTable(const look::Theme &theme)
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("priceTable"));
    m_table->setAccessibleName(title());
    m_table->setModel(m_model);
    m_table->setItemDelegate(new widgets::RowDelegate(theme, {}, -1, this));
    widgets::prepareTable(*m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->setDefaultSectionSize(theme.rowHeight());
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(PriceTableModel::Model, QHeaderView::Stretch);
    const QFontMetrics metrics(theme.font(look::TextStyle::Body));
    const auto set = [this, metrics](int column, const QString &widest) {
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        m_table->setColumnWidth(column,
                                std::max(metrics.horizontalAdvance(widest), metrics.horizontalAdvance(title)) + 28);
    };
    for (const int column :
         {PriceTableModel::Input, PriceTableModel::Cached, PriceTableModel::CacheWrite, PriceTableModel::Output})
        set(column, QStringLiteral("$0.000000"));
    const QString pieces = PriceTableModel::byThePiece();
    if (metrics.horizontalAdvance(pieces) > metrics.horizontalAdvance(QStringLiteral("$0.000000")))
        set(PriceTableModel::Output, pieces);
    const auto widest = [this](int column) {
        QString text;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QString each = m_model->index(row, column).data().toString();
            text = each.size() > text.size() ? each : text;
        }
        return text.left(mostLetters);
    };
    const auto fit = [set, widest] {
        set(PriceTableModel::Valid, widest(PriceTableModel::Valid));
        set(PriceTableModel::Source, widest(PriceTableModel::Source));
    };
    connect(m_model, &QAbstractItemModel::modelReset, m_table, fit);
    fit();
    connect(m_table, &QTableView::activated, this, &PricesPage::editSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PricesPage::showFacts);
    auto *remove = new QShortcut(QKeySequence(QKeySequence::Delete), m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &PricesPage::removeSelected);
    auto *change = new QShortcut(QKeySequence(Qt::Key_F2), m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(change, &QShortcut::activated, this, &PricesPage::editSelected);
}

// Columns leave by what they are worth, never by squeezing the names.
void PricesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const int letters = width() / qMax(1, fontMetrics().averageCharWidth());
    m_table->setColumnHidden(PriceTableModel::CacheWrite, letters < lettersOfAllColumns);
    m_table->setColumnHidden(PriceTableModel::Source, letters < lettersWithSource);
}

void PricesPage::pageShown()
{
    takePrices();
}

void PricesPage::takePrices()
{
    const auto prices = m_gateway.prices();
    m_model->setPrices(prices, m_gateway.priceOverrides());
    QString newest; // days of ISO 8601 compare as texts
    for (const auto &price : prices)
        newest = std::max(newest, price.checkedOn);
    const QDate day = QDate::fromString(newest, Qt::ISODate);
    m_checked->setText(
        day.isValid() ? tr("The list was compared with others on %1.").arg(DisplayFormat().day(day, day.addYears(1)))
                      : QString());
    showFacts();
}

void PricesPage::showFacts()
{
    const DisplayFormat format;
    const int row = m_table->currentIndex().row();
    const bool isOwn = m_model->ownAt(row) != nullptr;
    m_facts->setText(tr("%1 shown, %2 of your own; dollars for a million tokens")
                         .arg(format.exactCount(m_model->shownCount()), format.exactCount(m_model->ownCount())));
    m_change->setEnabled(isOwn || m_model->listedAt(row));
    m_change->setText(isOwn ? tr("Change…") : tr("Set own price…"));
    m_change->setAccessibleName(m_change->text());
    m_remove->setEnabled(isOwn);
    const bool isEmpty = m_model->shownCount() == 0;
    m_empty->setVisible(isEmpty);
    m_empty->setText(!m_find->text().isEmpty() ? tr("No price for “%1”. Add one.").arg(m_find->text())
                     : m_onlyOwn->isChecked()
                         ? tr("You have set no prices: the list counts.")
                         : tr("No price list could be read, so every cost is unknown. Add a price."));
}

void PricesPage::edit(const PriceOverrideView &price)
{
    QStringList providers;
    for (const auto &provider : m_gateway.providers())
        providers.append(provider.name);
    auto *dialog = new dialogs::PriceDialog(price, providers, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::PriceDialog::saveRequested, this, [this, dialog] {
        const QPointer<dialogs::PriceDialog> open(dialog);
        const QPointer<PricesPage> guard(this);
        m_gateway.savePriceOverride(dialog->price(), [open, guard](const Result<PriceOverrideView> &saved) {
            if (!saved && open)
                open->showProblem(models::failureText(saved.error()));
            if (saved && open)
                open->accept();
            if (saved && guard)
                guard->recalculate();
        });
    });
    dialog->open();
}

void PricesPage::editSelected()
{
    const int row = m_table->currentIndex().row();
    if (const PriceOverrideView *own = m_model->ownAt(row)) {
        edit(*own);
        return;
    }
    const auto *listed = m_model->listedAt(row);
    if (!listed)
        return;
    PriceOverrideView price;
    const auto providers = m_gateway.providers();
    const bool isSetUp = std::any_of(providers.begin(), providers.end(),
                                     [listed](const auto &provider) { return provider.name == listed->provider; });
    price.scope = isSetUp ? QStringLiteral("provider") : QStringLiteral("global");
    price.providerId = isSetUp ? listed->provider : QString();
    price.pattern = listed->model;
    price.rates = listed->rates;
    edit(price);
}

void PricesPage::removeSelected()
{
    const PriceOverrideView *own = m_model->ownAt(m_table->currentIndex().row());
    if (!own)
        return;
    const QPointer<PricesPage> guard(this);
    m_gateway.removePriceOverride(own->id, [guard](const Result<PriceOverrideView> &removed) {
        if (guard && !removed)
            guard->m_prompt.ask(guard,
                                {tr("The price was not removed"), models::failureText(removed.error()), {tr("Close")}},
                                [](const Answer &) {});
    });
}

void PricesPage::updatePrices()
{
    auto *dialog = new dialogs::PriceUpdateDialog(m_gateway.priceLists(),
                                                  QString::fromUtf8(m_settings.value(urlSetting)), m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::PriceUpdateDialog::listFound, this,
            [this](const QString &url) { m_settings.keep(urlSetting, url.toUtf8()); });
    connect(dialog, &dialogs::PriceUpdateDialog::takenOver, this, [this](const gateway::api::PriceUpdateView &update) {
        m_outcome = tr("The list was taken over. %1").arg(models::priceUpdateSummary(update));
        emit statusTextChanged();
    });
    dialog->open();
}

void PricesPage::recalculate()
{
    const QPointer<PricesPage> guard(this);
    m_gateway.recalculateCosts([guard](const Result<PriceChanges> &changes) {
        if (!guard)
            return;
        guard->m_outcome = !changes ? models::failureText(changes.error())
                           : changes->priced == 0
                               ? tr("No stored request got a price by it")
                               : tr("%n requests got a price: %1 more", nullptr, static_cast<int>(changes->priced))
                                     .arg(DisplayFormat().moneyTotal(changes->added));
        emit guard->statusTextChanged();
    });
}

QWidget *PricesPage::firstPane()
{
    return m_find;
}

QList<QWidget *> PricesPage::panes()
{
    return {m_find, m_table};
}

} // namespace ui::pages
