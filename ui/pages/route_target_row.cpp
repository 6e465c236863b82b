#include "ui/pages/route_target_row.h"

#include "ui/look/icon_set.h"
#include "ui/models/provider_words.h"
#include "ui/widgets/label_color.h"

#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QShortcut>
#include <QSpinBox>
#include <QToolButton>
#include <QWheelEvent>

namespace ui::pages {

using gateway::api::ProviderKeyView;
using gateway::api::ProviderView;
using gateway::api::RuleFallbackView;
using gateway::api::RuleTargetView;

namespace {

constexpr int numberWidth = 22;
constexpr double longestLimit = 600;

QLabel *smallLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    widgets::setTextStyle(label, "small");
    widgets::setTone(*label, "secondary");
    label->setBuddy(buddy);
    return label;
}

// Choosing by the wheel while scrolling would change rules unseen.
class CalmComboBox : public QComboBox {
public:
    explicit CalmComboBox(QWidget *parent) : QComboBox(parent) { setFocusPolicy(Qt::StrongFocus); }

protected:
    void wheelEvent(QWheelEvent *event) override;
};

void CalmComboBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace

RouteTargetRow::RouteTargetRow(Kind kind, const QList<ProviderView> &providers, bool mayKeep, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_providers(providers)
    , m_mayKeep(mayKeep)
    , m_number(new QLabel(this))
    , m_provider(new CalmComboBox(this))
    , m_model(new QLineEdit(this))
    , m_key(new CalmComboBox(this))
{
    m_number->setObjectName(QStringLiteral("target_number"));
    m_number->setToolTip(tr("Drag it to another place"));
    m_number->setCursor(Qt::OpenHandCursor);
    m_number->installEventFilter(this);
    m_number->setFixedWidth(numberWidth);
    m_number->setAlignment(Qt::AlignCenter);
    widgets::setTone(*m_number, "secondary");
    m_provider->setObjectName(QStringLiteral("target_provider"));
    m_provider->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_provider->setMinimumContentsLength(9);
    m_model->setObjectName(QStringLiteral("target_model"));
    m_model->setPlaceholderText(mayKeep ? tr("model, as asked for") : tr("model"));
    m_key->setObjectName(QStringLiteral("target_key"));
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_key->setMinimumContentsLength(8);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 6, 0, 6);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_number, 0, 0);
    grid->addWidget(m_provider, 0, 1);
    grid->addWidget(m_model, 0, 2);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 3);
    addMenu();
    grid->addWidget(m_menuButton, 0, 3);
    buildSecondLine();
    fillProviders();
    fillKeys();
    connect(m_provider, &QComboBox::currentIndexChanged, this, [this] {
        fillKeys();
        emit changed();
    });
    connect(m_model, &QLineEdit::textChanged, this, &RouteTargetRow::changed);
    connect(m_key, &QComboBox::currentIndexChanged, this, &RouteTargetRow::changed);
    setNumber(1);
}

void RouteTargetRow::addMenu()
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("target_menu"));
    button->setIcon(look::icon("more"));
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setProperty("kind", QStringLiteral("flat"));
    auto *menu = new QMenu(button);
    menu->addAction(look::icon("chevron_up"), tr("Move up\tAlt+Up"), this, [this] { emit moveWanted(-1); });
    menu->addAction(look::icon("chevron_down"), tr("Move down\tAlt+Down"), this, [this] { emit moveWanted(1); });
    menu->addSeparator();
    menu->addAction(look::icon("trash"), tr("Remove"), this, &RouteTargetRow::removeWanted);
    button->setMenu(menu);
    m_menuButton = button;
    const auto addKey = [this](Qt::Key key, int step) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step] { emit moveWanted(step); });
    };
    addKey(Qt::Key_Up, -1);
    addKey(Qt::Key_Down, 1);
}

bool RouteTargetRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_number)
        return QWidget::eventFilter(watched, event);
    const auto isLeft = [event] { return static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton; };
    if (event->type() == QEvent::MouseButtonPress && isLeft()) {
        m_isDragged = true;
        m_number->setCursor(Qt::ClosedHandCursor);
        return true;
    }
    if (event->type() == QEvent::MouseMove && m_isDragged) {
        dragTo(m_number->mapTo(parentWidget(), static_cast<QMouseEvent *>(event)->position().toPoint()).y());
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease && isLeft()) {
        m_isDragged = false;
        m_number->setCursor(Qt::OpenHandCursor);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

// Goes past a neighbour once the pointer is well inside of it.
void RouteTargetRow::dragTo(int y)
{
    constexpr int reach = 24;
    if (y >= geometry().top() - reach && y <= geometry().bottom() + reach)
        return;
    emit moveWanted(y < geometry().top() ? -1 : 1);
    parentWidget()->layout()->activate(); // so that the next movement of the pointer meets the new places
}

void RouteTargetRow::buildSecondLine()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    if (m_kind == Kind::Drawn) {
        m_share = new QSpinBox(this);
        m_share->setObjectName(QStringLiteral("target_share"));
        m_share->setRange(1, 100);
        m_share->setSuffix(tr(" %"));
        m_share->setAlignment(Qt::AlignRight);
        m_share->setFixedWidth(76);
        m_shareLabel = smallLabel(tr("Share"), m_share, this);
        m_limit = new QDoubleSpinBox(this);
        m_limit->setObjectName(QStringLiteral("target_limit"));
        m_limit->setRange(0, longestLimit);
        m_limit->setDecimals(1);
        m_limit->setSuffix(tr(" s"));
        m_limit->setSpecialValueText(tr("no limit"));
        m_limit->setAlignment(Qt::AlignRight);
        m_limit->setFixedWidth(qMax(92, m_limit->fontMetrics().horizontalAdvance(m_limit->specialValueText()) + 44));
        line->addWidget(m_shareLabel);
        line->addWidget(m_share);
        line->addSpacing(6);
        line->addWidget(smallLabel(tr("First token within"), m_limit, this));
        line->addWidget(m_limit);
        line->addSpacing(6);
        connect(m_share, &QSpinBox::valueChanged, this, &RouteTargetRow::changed);
        connect(m_limit, &QDoubleSpinBox::valueChanged, this, &RouteTargetRow::changed);
        for (QAbstractSpinBox *box :
             {static_cast<QAbstractSpinBox *>(m_share), static_cast<QAbstractSpinBox *>(m_limit)})
            box->setFocusPolicy(Qt::StrongFocus);
    }
    line->addStretch(1);
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->addLayout(line, 1, 1, 1, 2);
    m_keyLine = new QWidget(this);
    auto *keyLine = new QHBoxLayout(m_keyLine);
    keyLine->setContentsMargins(0, 0, 0, 0);
    keyLine->setSpacing(6);
    keyLine->addWidget(smallLabel(tr("Key"), m_key, this));
    keyLine->addWidget(m_key, 1);
    grid->addWidget(m_keyLine, 2, 1, 1, 2);
}

void RouteTargetRow::fillProviders()
{
    if (m_mayKeep)
        m_provider->addItem(tr("As asked for"), QString());
    for (const ProviderView &provider : std::as_const(m_providers))
        m_provider->addItem(models::shownTitle(provider), provider.name);
}

// The keys of the provider that is chosen now, and its models for the completion.
void RouteTargetRow::fillKeys()
{
    const QString before = m_key->currentData().toString();
    const QSignalBlocker blocker(m_key);
    m_key->clear();
    m_key->addItem(tr("any"), QString());
    QStringList models;
    for (const ProviderView &provider : std::as_const(m_providers)) {
        if (provider.name != m_provider->currentData().toString())
            continue;
        for (const ProviderKeyView &key : provider.keys) {
            m_key->addItem(key.name, key.id);
            models += key.models;
        }
    }
    models.removeAll(QStringLiteral("*"));
    models.removeDuplicates();
    auto *completer = new QCompleter(models, m_model);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_model->setCompleter(completer);
    m_key->setCurrentIndex(qMax(0, m_key->findData(before)));
    m_keyLine->setVisible(m_key->count() > 2); // with one key there is nothing to choose
}

void RouteTargetRow::setNumber(int number)
{
    m_number->setText(QString::number(number));
    const bool isDrawn = m_kind == Kind::Drawn;
    const QString of = isDrawn ? tr("target %1").arg(number) : tr("fallback %1").arg(number);
    m_provider->setAccessibleName(tr("Provider of %1").arg(of));
    m_model->setAccessibleName(tr("Model of %1").arg(of));
    m_key->setAccessibleName(tr("Key of %1").arg(of));
    m_menuButton->setAccessibleName(tr("Move or remove %1").arg(of));
    m_menuButton->setToolTip(m_menuButton->accessibleName());
    if (isDrawn) {
        m_share->setAccessibleName(tr("Share of %1").arg(of));
        m_limit->setAccessibleName(tr("First token of %1 within").arg(of));
    }
}

void RouteTargetRow::setShareVisible(bool isVisible)
{
    m_shareLabel->setVisible(isVisible);
    m_share->setVisible(isVisible);
}

void RouteTargetRow::setTarget(const RuleTargetView &target, int share)
{
    const QSignalBlocker blocker(this);
    if (m_provider->findData(target.provider) < 0) // not set up, or not any more: kept as it is
        m_provider->addItem(target.provider.isEmpty() ? tr("As asked for") : tr("%1 (not set up)").arg(target.provider),
                            target.provider);
    m_provider->setCurrentIndex(m_provider->findData(target.provider));
    m_model->setText(target.model);
    fillKeys();
    if (m_key->findData(target.keyId) < 0)
        m_key->addItem(tr("a key that is gone"), target.keyId);
    m_key->setCurrentIndex(m_key->findData(target.keyId));
    m_keyLine->setVisible(m_key->count() > 2 || !target.keyId.isEmpty());
    if (m_kind == Kind::Drawn) {
        m_share->setValue(share);
        m_limit->setValue(target.firstTokenLimitMs.value_or(0) / 1'000.0);
    }
    m_given = shown();
    m_given.firstTokenLimitMs = target.firstTokenLimitMs;
}

RuleTargetView RouteTargetRow::shown() const
{
    RuleTargetView target;
    target.provider = m_provider->currentData().toString();
    target.model = m_model->text().trimmed();
    target.keyId = m_key->currentData().toString();
    if (m_kind == Kind::Fallback)
        return target;
    target.weight = m_share->value();
    if (m_limit->value() > 0)
        target.firstTokenLimitMs = qRound(m_limit->value() * 1'000);
    return target;
}

RuleTargetView RouteTargetRow::target() const
{
    RuleTargetView target = shown();
    // A limit of more decimals than the field has, from the management API, stays if it was not edited.
    if (m_kind == Kind::Drawn && m_given.firstTokenLimitMs
        && qAbs(*m_given.firstTokenLimitMs / 1'000.0 - m_limit->value()) < 0.05)
        target.firstTokenLimitMs = m_given.firstTokenLimitMs;
    return target;
}

RuleFallbackView RouteTargetRow::fallback() const
{
    const RuleTargetView target = shown();
    return {target.provider, target.model, target.keyId};
}

bool RouteTargetRow::isComplete() const
{
    const bool hasModel = !m_model->text().trimmed().isEmpty();
    if (m_mayKeep)
        return m_kind == Kind::Drawn || hasModel || !m_provider->currentData().toString().isEmpty();
    return hasModel && m_provider->currentIndex() >= 0;
}

void RouteTargetRow::focusFirstField()
{
    m_provider->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::pages
