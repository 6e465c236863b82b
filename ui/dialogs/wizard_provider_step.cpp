#include "ui/dialogs/wizard_steps.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/preset_tile.h"
#include "ui/widgets/secret_line_edit.h"

namespace ui::dialogs {

using gateway::api::ProviderPreset;
using gateway::api::ProviderView;

ProviderView providerOf(const ProviderPreset &preset)
{
    ProviderView provider;
    provider.name = preset.id;
    provider.title = preset.title;
    provider.preset = preset.id;
    provider.family = preset.family;
    provider.needsKey = preset.needsKey;
    provider.credential = preset.credential;
    provider.network.baseUrl = preset.baseUrl;
    return provider;
}

namespace {

// The first answer comes from a provider that converses, and whose key is one text.
bool isForBeginning(const ProviderPreset &preset)
{
    const bool hasOneText = preset.credential.isEmpty();
    return hasOneText && (preset.requests.isEmpty() || preset.requests.contains(QStringLiteral("chat_completion")));
}

} // namespace

WizardProviderStep::WizardProviderStep(const gateway::api::GatewayFacade &gateway, const look::Theme &theme,
                                       QWidget *parent)
    : QWidget(parent)
    , m_keyLabel(new QLabel(this))
    , m_key(new widgets::SecretLineEdit(this))
    , m_keyHint(widgets::hint({}, this))
    , m_answer(new QCheckBox(tr("Test it with one short request, which costs less than $0.001"), this))
    , m_problem(widgets::hint({}, this))
{
    auto *tiles = new QWidget(this);
    auto *grid = new QGridLayout(tiles);
    grid->setContentsMargins(1, 1, 8, 1);
    grid->setSpacing(8);
    auto *group = new QButtonGroup(this);
    for (const ProviderPreset &preset : gateway.presets()) {
        if (!isForBeginning(preset))
            continue;
        auto *tile = new widgets::PresetTile(theme, preset, tiles);
        tile->setCheckable(true);
        group->addButton(tile);
        const int place = static_cast<int>(m_tiles.size());
        grid->addWidget(tile, place / 3, place % 3);
        m_tiles.append(tile);
        connect(tile, &widgets::PresetTile::toggled, this, [this, preset](bool isChosen) {
            if (isChosen)
                choose(preset);
        });
    }
    grid->setRowStretch(static_cast<int>(m_tiles.size()) / 3 + 1, 1);
    auto *area = widgets::scrolling(tiles, "wizard_presets", this);
    area->setAccessibleName(tr("Providers"));

    m_key->setObjectName(QStringLiteral("wizard_key"));
    m_key->setAccessibleName(tr("Key"));
    m_keyLabel->setBuddy(m_key);
    m_keyLabel->setProperty("textStyle", QStringLiteral("strong"));
    m_keyHint->setTextFormat(Qt::RichText);
    m_keyHint->setOpenExternalLinks(true);
    m_keyHint->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_keyHint->setObjectName(QStringLiteral("wizard_key_hint"));
    m_keyHint->setAccessibleName(tr("Where keys are made"));
    m_answer->setObjectName(QStringLiteral("wizard_short_answer"));
    m_answer->setAccessibleName(m_answer->text());
    m_answer->setChecked(true);
    widgets::setTone(*m_problem, "error");
    m_problem->setObjectName(QStringLiteral("wizard_problem"));
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area, 1);
    layout->addSpacing(8);
    layout->addWidget(m_keyLabel);
    layout->addWidget(m_key);
    layout->addWidget(m_keyHint);
    layout->addWidget(m_problem);
    layout->addSpacing(4);
    layout->addWidget(m_answer);
    connect(m_key, &QLineEdit::textChanged, this, [this] {
        m_problem->hide();
        emit changed();
    });
    if (!m_tiles.isEmpty())
        m_tiles.first()->setChecked(true);
}

void WizardProviderStep::choose(const ProviderPreset &preset)
{
    if (preset.id != m_preset.id)
        m_key->clearSecret();
    m_preset = preset;
    m_keyLabel->setText(preset.needsKey ? tr("Your key of %1").arg(preset.title)
                                        : tr("%1 needs no key").arg(preset.title));
    m_key->setVisible(preset.needsKey);
    const QString place = preset.keyUrl.toHtmlEscaped();
    if (!preset.needsKey)
        m_keyHint->setText(tr("Bilrost calls it at %1.").arg(preset.baseUrl.toHtmlEscaped()));
    else if (place.isEmpty())
        m_keyHint->setText(tr("It goes into the key store of this computer."));
    else
        m_keyHint->setText(tr("Keys are made at %1.")
                               .arg(QStringLiteral("<a href=\"%1\">%2</a>").arg(place, QUrl(preset.keyUrl).host())));
    m_answer->setText(preset.isLocal || !preset.needsKey
                          ? tr("Test it with one short request")
                          : tr("Test it with one short request, which costs less than $0.001"));
    m_answer->setAccessibleName(m_answer->text());
    m_problem->hide();
    emit changed();
}

ChosenProvider WizardProviderStep::chosen() const
{
    return {m_preset, m_preset.needsKey ? m_key->secret() : QString(), m_answer->isChecked()};
}

bool WizardProviderStep::isComplete() const
{
    return !m_preset.id.isEmpty() && (!m_preset.needsKey || !m_key->secret().isEmpty());
}

void WizardProviderStep::focusFirst()
{
    for (widgets::PresetTile *tile : std::as_const(m_tiles)) {
        if (tile->isChecked())
            tile->setFocus(Qt::OtherFocusReason);
    }
}

void WizardProviderStep::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    if (m_key->isVisibleTo(this)) {
        m_key->setFocus(Qt::OtherFocusReason);
        m_key->selectAll();
    }
}

} // namespace ui::dialogs
