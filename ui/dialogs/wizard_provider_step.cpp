#include "ui/dialogs/wizard_steps.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/dialogs/key_place_fields.h"
#include "ui/models/found_keys.h"
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

// What is asked for beside the key, as KeyPlaceView names it; empty: nothing.
QString placeKind(const ProviderPreset &preset)
{
    if (preset.credential == QLatin1String("azure_key"))
        return QStringLiteral("azure");
    if (preset.credential == QLatin1String("google_cloud"))
        return QStringLiteral("vertex");
    return preset.baseUrl.contains(QLatin1String("{resource}")) ? preset.id : QString();
}

// The first answer comes from a provider that converses, and whose key we can ask for here.
bool isForBeginning(const ProviderPreset &preset)
{
    const bool canBeAsked = preset.credential.isEmpty() || !placeKind(preset).isEmpty();
    return canBeAsked && (preset.requests.isEmpty() || preset.requests.contains(QStringLiteral("chat_completion")));
}

} // namespace

WizardProviderStep::WizardProviderStep(const gateway::api::GatewayFacade &gateway, const look::Theme &theme,
                                       QWidget *parent)
    : QWidget(parent)
    , m_keyLabel(new QLabel(this))
    , m_key(new widgets::SecretLineEdit(this))
    , m_fromEnvironment(new QPushButton(this))
    , m_keyHint(widgets::hint({}, this))
    , m_answer(new QCheckBox(tr("Test it with one short request, which costs less than $0.001"), this))
    , m_problem(widgets::hint({}, this))
{
    auto *tiles = new QWidget(this);
    auto *grid = new QGridLayout(tiles);
    grid->setContentsMargins(4, 4, 8, 4); // the ring of the focus stands around a tile
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
        // Who points can type the key at once; who moves by keyboard stays among the tiles.
        connect(tile, &widgets::PresetTile::pointedAt, this, &WizardProviderStep::focusKey);
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
    m_fromEnvironment->setObjectName(QStringLiteral("wizard_from_environment"));
    m_fromEnvironment->setProperty("kind", QStringLiteral("flat"));
    auto *keyLine = new QHBoxLayout;
    keyLine->addWidget(m_key, 1);
    keyLine->addWidget(m_fromEnvironment);
    m_below = layout;
    layout->addWidget(m_keyLabel);
    layout->addLayout(keyLine);
    layout->addWidget(m_keyHint);
    layout->addWidget(m_problem);
    layout->addSpacing(4);
    layout->addWidget(m_answer);
    connect(m_key, &QLineEdit::textChanged, this, [this] {
        m_problem->hide();
        showKeyHint();
        emit changed();
    });
    connect(m_fromEnvironment, &QPushButton::clicked, this,
            [this] { m_key->setText(QStringLiteral("env.") + m_preset.keyVariable); });
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
    m_fromEnvironment->setText(tr("Use %1").arg(preset.keyVariable));
    m_fromEnvironment->setAccessibleName(tr("Use the key in the environment variable %1").arg(preset.keyVariable));
    m_fromEnvironment->setVisible(preset.needsKey && models::isInEnvironment(preset.keyVariable));
    showPlaceOf(preset);
    showKeyHint();
    m_answer->setText(preset.isLocal || !preset.needsKey
                          ? tr("Test it with one short request")
                          : tr("Test it with one short request, which costs less than $0.001"));
    m_answer->setAccessibleName(m_answer->text());
    m_problem->hide();
    emit changed();
}

// The fields of the host's key, made anew for each host.
void WizardProviderStep::showPlaceOf(const ProviderPreset &preset)
{
    delete m_place;
    delete m_placeRows;
    m_place = nullptr;
    m_placeRows = nullptr;
    gateway::api::ProviderKeyView key;
    key.place.kind = placeKind(preset);
    if (key.place.kind.isEmpty())
        return;
    m_placeRows = new QWidget(this);
    m_placeRows->setObjectName(QStringLiteral("wizard_place"));
    auto *form = new QFormLayout(m_placeRows);
    form->setContentsMargins(0, 4, 0, 0);
    form->setVerticalSpacing(6);
    m_place = new KeyPlaceFields(key, m_placeRows);
    m_place->addTo(*form);
    connect(m_place, &KeyPlaceFields::changed, this, &WizardProviderStep::changed);
    m_below->insertWidget(m_below->indexOf(m_keyHint) + 1, m_placeRows);
}

void WizardProviderStep::showKeyHint()
{
    const ProviderPreset &preset = m_preset;
    const QString place = preset.keyUrl.toHtmlEscaped();
    if (m_key->secret() == QStringLiteral("env.") + preset.keyVariable)
        m_keyHint->setText(tr("It is read from %1 at each start, and not stored.").arg(preset.keyVariable));
    else if (m_place != nullptr && m_place->isForKeyFile())
        m_keyHint->setText(tr("The JSON file of a service account, pasted whole, or an API key."));
    else if (!preset.needsKey)
        m_keyHint->setText(tr("Bilrost calls it at %1.").arg(preset.baseUrl.toHtmlEscaped()));
    else if (place.isEmpty())
        m_keyHint->setText(tr("It goes into the key store of this computer."));
    else
        m_keyHint->setText(tr("Keys are made at %1.")
                               .arg(QStringLiteral("<a href=\"%1\">%2</a>").arg(place, QUrl(preset.keyUrl).host())));
}

ChosenProvider WizardProviderStep::chosen() const
{
    ChosenProvider chosen{m_preset, m_preset.needsKey ? m_key->secret() : QString(), {}, m_answer->isChecked()};
    if (m_place != nullptr)
        m_place->writeTo(chosen.keyPlace);
    return chosen;
}

bool WizardProviderStep::isComplete() const
{
    const bool hasPlace = m_place == nullptr || m_place->isComplete();
    return !m_preset.id.isEmpty() && hasPlace && (!m_preset.needsKey || !m_key->secret().isEmpty());
}

void WizardProviderStep::focusFirst()
{
    for (widgets::PresetTile *tile : std::as_const(m_tiles)) {
        if (tile->isChecked())
            tile->setFocus(Qt::OtherFocusReason);
    }
}

void WizardProviderStep::focusKey()
{
    if (m_key->isVisibleTo(this))
        m_key->setFocus(Qt::OtherFocusReason);
}

void WizardProviderStep::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    focusKey();
    m_key->selectAll();
}

} // namespace ui::dialogs
