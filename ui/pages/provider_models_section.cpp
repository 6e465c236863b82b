#include "ui/pages/provider_models_section.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/models/provider_model_table.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/titled_width.h"

namespace ui::pages {

using models::ProviderModel;
using models::ProviderModelTable;

namespace {

constexpr int mostRows = 12;   // higher it scrolls by itself
constexpr int leastToFind = 8; // fewer are read at a glance

} // namespace

ProviderModelsSection::ProviderModelsSection(gateway::api::GatewayFacade &gateway,
                                             const gateway::api::ModelFacade *models, const look::Theme &theme,
                                             QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_known(models)
    , m_theme(theme)
    , m_models(new ProviderModelTable(this))
    , m_rows(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("provider_models"));
    m_rows->setSourceModel(m_models);
    m_rows->setSortRole(ProviderModelTable::SortRole);
    m_rows->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_facts = widgets::hint({}, this);
    m_facts->setObjectName(QStringLiteral("model_facts"));
    m_find = new QLineEdit(this);
    m_find->setObjectName(QStringLiteral("find_model"));
    m_find->setAccessibleName(tr("Find a model"));
    m_find->setPlaceholderText(m_find->accessibleName());
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(180);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("model_table"));
    m_table->setAccessibleName(tr("Models"));
    widgets::prepareTable(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_rows);
    m_table->setItemDelegate(new widgets::RowDelegate(theme, {-1, -1, ProviderModelTable::IsOffRole}, -1, this));
    m_table->verticalHeader()->setDefaultSectionSize(theme.rowHeight());
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(ProviderModelTable::Name, QHeaderView::Stretch);
    header->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    for (int column = ProviderModelTable::Context; column < ProviderModelTable::ColumnCount; ++column)
        widgets::setTitledWidth(*m_table, column, 76);
    auto *title = new QHBoxLayout;
    title->addWidget(widgets::heading(tr("Models"), this));
    title->addWidget(m_facts, 1);
    title->addWidget(m_find);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(title);
    layout->addWidget(m_table);
    connect(m_find, &QLineEdit::textChanged, this, &ProviderModelsSection::find);
    connect(&gateway, &gateway::api::GatewayFacade::pricesChanged, this, &ProviderModelsSection::refresh);
    hide();
}

void ProviderModelsSection::showProvider(const gateway::api::ProviderView &provider, bool isNew)
{
    if (provider.name != m_provider.name)
        m_find->clear();
    m_provider = provider;
    setVisible(m_known != nullptr && !isNew);
    refresh();
}

void ProviderModelsSection::refresh()
{
    if (m_known == nullptr || m_provider.name.isEmpty())
        return;
    const QList<ProviderModel> models =
        models::modelsOf(m_provider, m_known->knownModels(), m_gateway.prices(), QDate::currentDate());
    const auto offered = static_cast<int>(
        std::count_if(models.begin(), models.end(), [](const ProviderModel &model) { return model.isOffered; }));
    const auto all = static_cast<int>(models.size());
    m_facts->setText(all == 0         ? tr("A test asks the provider for them.")
                     : offered == all ? tr("%1 known").arg(all)
                                      : tr("%1 known, %2 may be used").arg(all).arg(offered));
    m_models->setModels(models);
    m_table->setVisible(all > 0);
    m_find->setVisible(all > leastToFind);
    fit();
}

void ProviderModelsSection::find(const QString &text)
{
    m_rows->setFilterFixedString(text.trimmed());
}

void ProviderModelsSection::fit()
{
    const int rows = std::clamp(m_models->rowCount(), 1, mostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * m_theme.rowHeight() + 2);
}

} // namespace ui::pages
