#include "ui/dialogs/key_models_dialog.h"

#include <algorithm>

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>

#include "ui/models/error_words.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

namespace ui::dialogs {

using gateway::api::ProviderKeyView;
using gateway::api::ProviderTestReport;
using gateway::api::ProviderTestStep;
using gateway::api::ProviderView;

namespace {

constexpr QLatin1String anyModel("*");

} // namespace

KeyModelsDialog::KeyModelsDialog(gateway::api::GatewayFacade &gateway, const ProviderView &provider,
                                 const ProviderKeyView &key, QWidget *parent)
    : FormDialog(parent)
    , m_gateway(gateway)
    , m_key(key)
    , m_rule(new QComboBox(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_state(widgets::hint(tr("Asking the provider for its models…"), this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(QStringLiteral("key_models_dialog"));
    setWindowTitle(tr("Models of the key “%1”").arg(key.name));
    m_rule->setObjectName(QStringLiteral("models_rule"));
    m_rule->addItem(tr("All models but those without a tick"), AllButUnticked);
    m_rule->addItem(tr("Only models with a tick"), OnlyTicked);
    m_rule->setCurrentIndex(key.models.contains(anyModel) ? AllButUnticked : OnlyTicked);
    m_search->setObjectName(QStringLiteral("models_search"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("models_list"));
    m_list->setAccessibleName(tr("Models"));
    m_list->setMinimumHeight(260);
    m_state->setObjectName(QStringLiteral("models_state"));
    addField(tr("Used for"), m_rule);
    addField(tr("Search"), m_search);
    form().addRow(m_list);
    form().addRow(m_state);
    finish(m_save, "models");
    setMinimumWidth(440);
    connect(m_search, &QLineEdit::textChanged, this, &KeyModelsDialog::search);
    connect(m_rule, &QComboBox::currentIndexChanged, this, &KeyModelsDialog::refresh);
    connect(m_list, &QListWidget::itemChanged, this, &KeyModelsDialog::refresh);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    for (const QString &name : key.models) {
        if (name != anyModel)
            addModel(name, true);
    }
    for (const QString &name : key.blacklistedModels)
        addModel(name, false);
    fetch(provider);
    refresh();
}

KeyModelsDialog::~KeyModelsDialog()
{
    if (m_ticket != 0)
        m_gateway.cancelProviderTest(m_ticket);
}

// The free part of a test: address, key, list.
void KeyModelsDialog::fetch(const ProviderView &provider)
{
    gateway::api::TestProvider question;
    question.provider = provider;
    question.keyId = m_key.id;
    const QPointer<KeyModelsDialog> self(this);
    m_ticket = m_gateway.testProvider(question, [self](const gateway::Result<ProviderTestReport> &result) {
        if (self)
            self->takeReport(result);
    });
}

void KeyModelsDialog::takeReport(const gateway::Result<ProviderTestReport> &result)
{
    m_ticket = 0;
    QString problem = result ? QString() : models::failureText(result.error());
    if (result) {
        for (const ProviderTestStep &step : result->steps)
            problem = step.problem.isEmpty() ? problem : step.problem;
        QStringList names = result->models;
        names.sort(Qt::CaseInsensitive);
        for (const QString &name : std::as_const(names))
            addModel(name, isTickedAtFirst(name));
    }
    const int listed = result ? static_cast<int>(result->models.size()) : 0;
    m_state->setText(!problem.isEmpty() ? problem
                     : listed == 0      ? tr("The provider does not list its models.")
                     : listed == 1      ? tr("The provider lists 1 model.")
                                        : tr("The provider lists %n models.", nullptr, listed));
    widgets::setTone(*m_state, problem.isEmpty() ? "secondary" : "error");
    search(m_search->text());
    refresh();
}

bool KeyModelsDialog::isTickedAtFirst(const QString &model) const
{
    return m_rule->currentData().toInt() == AllButUnticked && !m_key.blacklistedModels.contains(model);
}

void KeyModelsDialog::addModel(const QString &name, bool isTicked)
{
    if (!m_list->findItems(name, Qt::MatchExactly | Qt::MatchCaseSensitive).isEmpty())
        return;
    auto *item = new QListWidgetItem(name);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
    m_list->addItem(item);
}

void KeyModelsDialog::search(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->setRowHidden(row, !m_list->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive));
}

QStringList KeyModelsDialog::named(bool isTicked) const
{
    QStringList names;
    for (int row = 0; row < m_list->count(); ++row) {
        if ((m_list->item(row)->checkState() == Qt::Checked) == isTicked)
            names.append(m_list->item(row)->text());
    }
    return names;
}

void KeyModelsDialog::refresh()
{
    const bool isOnly = m_rule->currentData().toInt() == OnlyTicked;
    m_save->setEnabled(!isOnly || !named(true).isEmpty()); // a key for no model serves nothing
}

ProviderKeyView KeyModelsDialog::key() const
{
    ProviderKeyView key = m_key;
    const bool isOnly = m_rule->currentData().toInt() == OnlyTicked;
    key.models = isOnly ? named(true) : QStringList{QString(anyModel)};
    key.blacklistedModels = isOnly ? QStringList() : named(false);
    return key;
}

} // namespace ui::dialogs
