// The table of keys in the essentials of a provider.
#include "ui/pages/provider_essentials_form.h"
#include "ui/pages/provider_models_section.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTableView>

#include "ui/dialogs/key_dialog.h"
#include "ui/dialogs/key_models_dialog.h"
#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/provider_key_model.h"
#include "ui/user_prompt.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/titled_width.h"

namespace ui::pages {

using gateway::api::ProviderKeyView;
using models::ProviderKeyModel;

QWidget *ProviderEssentialsForm::buildKeys()
{
    m_keySection = new QWidget(this);
    // The place stays when a new provider has no table yet, so that its fields are as wide as everywhere.
    QSizePolicy policy = m_keySection->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_keySection->setSizePolicy(policy);
    m_keyTable = new QTableView(m_keySection);
    m_keyTable->setObjectName(QStringLiteral("key_table"));
    m_keyTable->setAccessibleName(tr("Keys"));
    widgets::prepareTable(*m_keyTable);
    m_keyTable->setModel(m_keys);
    m_keyTable->setItemDelegate(
        new widgets::RowDelegate(m_theme, {ProviderKeyModel::StateRole, -1, -1}, ProviderKeyModel::Name, this));
    m_keyTable->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight() + 5);
    m_keyTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_keyTable->horizontalHeader()->setSectionResizeMode(ProviderKeyModel::State, QHeaderView::Stretch);
    m_keyTable->horizontalHeader()->setSectionResizeMode(ProviderKeyModel::Name, QHeaderView::Stretch);
    widgets::setTitledWidth(*m_keyTable, ProviderKeyModel::EndsIn, 72);
    widgets::setTitledWidth(*m_keyTable, ProviderKeyModel::Models, 72);
    widgets::setTitledWidth(*m_keyTable, ProviderKeyModel::Weight, 0);
    const auto button = [this](const QString &text, const char *name, void (ProviderEssentialsForm::*method)()) {
        auto *made = new QPushButton(text, m_keySection);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(text);
        connect(made, &QPushButton::clicked, this, method);
        return made;
    };
    m_addKey = button(tr("Add key…"), "add_key", &ProviderEssentialsForm::addKey);
    m_addKey->setIcon(look::icon("plus"));
    m_editKey = button(tr("Edit…"), "edit_key", &ProviderEssentialsForm::editKey);
    m_keyModels = button(tr("Models…"), "key_models_button", &ProviderEssentialsForm::chooseModels);
    m_toggleKey = button(tr("Turn off"), "toggle_key", &ProviderEssentialsForm::toggleKey);
    m_removeKey = button(tr("Remove"), "remove_key", &ProviderEssentialsForm::removeKey);
    for (QPushButton *flat : {m_editKey, m_keyModels, m_toggleKey, m_removeKey})
        flat->setProperty("kind", QStringLiteral("flat"));
    m_keyProblem = widgets::hint({}, m_keySection);
    m_keyProblem->setObjectName(QStringLiteral("key_problem"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_addKey);
    buttons->addStretch(1);
    buttons->addWidget(m_editKey);
    buttons->addWidget(m_keyModels);
    buttons->addWidget(m_toggleKey);
    buttons->addWidget(m_removeKey);
    auto *title = new QHBoxLayout;
    title->addWidget(widgets::heading(tr("Keys"), m_keySection));
    title->addWidget(widgets::hint(tr("first match by model, then by weight"), m_keySection), 1);
    auto *layout = new QVBoxLayout(m_keySection);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addLayout(title);
    layout->addWidget(m_keyTable);
    layout->addLayout(buttons);
    layout->addWidget(m_keyProblem);
    layout->addSpacing(12);
    m_models = new ProviderModelsSection(m_gateway, m_known, m_theme, m_keySection);
    layout->addWidget(m_models);
    layout->addStretch(1);
    connect(m_keyTable, &QTableView::activated, this, &ProviderEssentialsForm::editKey);
    connect(m_keyTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ProviderEssentialsForm::refreshKeyButtons);
    return m_keySection;
}

void ProviderEssentialsForm::setKeys(const QList<ProviderKeyView> &keys)
{
    m_stored.keys = keys;
    m_keys->setKeys(keys);
    const int header = m_keyTable->horizontalHeader()->sizeHint().height();
    const int rows = qBound(1, m_keys->rowCount(), 8);
    m_keyTable->setFixedHeight(header + rows * (m_theme.rowHeight() + 5) + 2);
    if (selectedKey() == nullptr && !keys.isEmpty())
        m_keyTable->selectRow(0);
    refreshKeyButtons();
}

const ProviderKeyView *ProviderEssentialsForm::selectedKey() const
{
    const QModelIndexList rows = m_keyTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_keys->keyAt(rows.first().row());
}

void ProviderEssentialsForm::refreshKeyButtons()
{
    const ProviderKeyView *key = selectedKey();
    for (QPushButton *button : {m_editKey, m_keyModels, m_toggleKey, m_removeKey})
        button->setEnabled(key != nullptr);
    m_toggleKey->setText(key == nullptr || key->isEnabled ? tr("Turn off") : tr("Turn on"));
    m_toggleKey->setAccessibleName(m_toggleKey->text());
}

void ProviderEssentialsForm::showKeyProblem(const QString &text)
{
    m_keyProblem->setText(text);
    widgets::setTone(*m_keyProblem, "error");
    m_keyProblem->setVisible(!text.isEmpty());
}

// What people call the variable with a key of this provider.
QString ProviderEssentialsForm::usualVariable() const
{
    const auto presets = m_gateway.presets();
    for (const auto &preset : presets) {
        if (preset.id == m_stored.preset)
            return preset.keyVariable;
    }
    return {};
}

void ProviderEssentialsForm::addKey()
{
    ProviderKeyView key = models::newProviderKey(tr("key %1").arg(m_stored.keys.size() + 1));
    key.place.kind = m_stored.credential == QLatin1String("azure_key")      ? QStringLiteral("azure")
                     : m_stored.credential == QLatin1String("google_cloud") ? QStringLiteral("vertex")
                                                                            : m_stored.preset;
    auto *dialog = new dialogs::KeyDialog(key, true, this, m_stored.family, usualVariable());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::KeyDialog::accepted, this,
            [this, dialog] { sendKey(dialog->key(), dialog->value(), dialog->aws()); });
    dialog->open();
}

void ProviderEssentialsForm::editKey()
{
    const ProviderKeyView *key = selectedKey();
    if (key == nullptr)
        return;
    auto *dialog = new dialogs::KeyDialog(*key, false, this, m_stored.family, usualVariable());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::KeyDialog::accepted, this,
            [this, dialog] { sendKey(dialog->key(), dialog->value(), dialog->aws()); });
    dialog->open();
}

void ProviderEssentialsForm::chooseModels()
{
    const ProviderKeyView *key = selectedKey();
    if (key == nullptr)
        return;
    auto *dialog = new dialogs::KeyModelsDialog(m_gateway, m_stored, *key, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::KeyModelsDialog::accepted, this, [this, dialog] { sendKey(dialog->key(), {}); });
    dialog->open();
}

void ProviderEssentialsForm::toggleKey()
{
    const ProviderKeyView *selected = selectedKey();
    if (selected == nullptr)
        return;
    ProviderKeyView key = *selected;
    key.isEnabled = !key.isEnabled;
    sendKey(key, {});
}

void ProviderEssentialsForm::sendKey(const ProviderKeyView &key, const QString &value,
                                     const gateway::api::AwsKeyInput &aws)
{
    gateway::api::SaveProviderKey command;
    command.provider = m_stored.name;
    command.key = key;
    command.aws = aws;
    if (!value.isEmpty())
        command.value = value;
    else if (!key.environmentVariable.isEmpty() && aws.isEmpty())
        command.value = QStringLiteral("env.") + key.environmentVariable;
    const QPointer<ProviderEssentialsForm> self(this);
    m_gateway.saveProviderKey(command, [self](const gateway::Result<ProviderKeyView> &result) {
        if (self)
            self->showKeyProblem(result ? QString() : models::failureText(result.error()));
    });
}

void ProviderEssentialsForm::removeKey()
{
    const ProviderKeyView *selected = selectedKey();
    if (selected == nullptr)
        return;
    const QPointer<ProviderEssentialsForm> self(this);
    m_removals.remove({gateway::api::RemovableKind::ProviderKey, selected->id, m_stored.name},
                      [self](const gateway::Result<gateway::api::RemovedView> &result) {
                          if (self)
                              self->showKeyProblem(result ? QString() : models::failureText(result.error()));
                      });
}

} // namespace ui::pages
