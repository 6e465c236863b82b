#include "ui/pages/route_care_form.h"

#include "ui/widgets/form_parts.h"
#include "ui/widgets/limit_field.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace ui::pages {

using gateway::api::CareView;
using gateway::api::LimitsView;
using gateway::api::Rescue;
using widgets::LimitField;

namespace {

// What the first entry of each box means.
enum Choice { AsForAll, Never, Own, Whole };

QComboBox *choices(const char *objectName, const QList<std::pair<QString, int>> &entries, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(objectName));
    box->setFocusPolicy(Qt::StrongFocus);
    for (const auto &[text, data] : entries)
        box->addItem(text, data);
    return box;
}

QWidget *inRow(QWidget *first, QWidget *second, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(first);
    layout->addWidget(second);
    layout->addStretch(1);
    return row;
}

} // namespace

RouteCareForm::RouteCareForm(QWidget *parent) : QWidget(parent)
{
    auto *form = widgets::newForm(this);
    form->addRow(widgets::heading(tr("Patience and care"), this));
    addLimits(form);
    addCare(form);
}

void RouteCareForm::addLimits(QFormLayout *form)
{
    const QString usual = tr("as usual");
    m_connect = new LimitField("route_connect", usual, this);
    m_head = new LimitField("route_head", usual, this);
    m_firstToken = new LimitField("route_first_token", usual, this);
    m_idle = new LimitField("route_idle", usual, this);
    m_total = new LimitField("route_total", usual, this);
    const QList<std::pair<LimitField *, QString>> fields{{m_connect, tr("Connect within")},
                                                         {m_head, tr("First byte within")},
                                                         {m_firstToken, tr("First token within")},
                                                         {m_idle, tr("Silence at most")},
                                                         {m_total, tr("Whole answer within")}};
    for (const auto &[field, text] : fields) {
        field->setFixedWidth(120);
        form->addRow(widgets::fieldLabel(text, field, this), field);
        connect(field, &QDoubleSpinBox::valueChanged, this, &RouteCareForm::changed);
    }
}

void RouteCareForm::addCare(QFormLayout *form)
{
    const QString asForAll = tr("As for all routes");
    m_rescue = choices("route_rescue",
                       {{asForAll, -1},
                        {tr("Tell the client"), static_cast<int>(Rescue::Off)},
                        {tr("Go on where answers are equal"), static_cast<int>(Rescue::Match)},
                        {tr("Go on in any case"), static_cast<int>(Rescue::MatchAndContinue)}},
                       this);
    m_hedge =
        choices("route_hedge",
                {{asForAll, AsForAll}, {tr("Wait"), Never}, {tr("Start the fallback beside it after"), Own}}, this);
    m_hedgeAfter = new LimitField("route_hedge_after", QString(), this);
    m_hedgeAfter->setRange(0.1, 600);
    m_hedgeAfter->setFixedWidth(96);
    m_hedgeAfter->setAccessibleName(tr("Seconds without a first token before the fallback starts"));
    m_hold = choices("route_hold",
                     {{asForAll, AsForAll},
                      {tr("Send at once"), Never},
                      {tr("Hold back the first tokens:"), Own},
                      {tr("Hold back to the end"), Whole}},
                     this);
    m_heldTokens = new QSpinBox(this);
    m_heldTokens->setObjectName(QStringLiteral("route_held_tokens"));
    m_heldTokens->setRange(1, 1'000'000);
    m_heldTokens->setValue(20);
    m_heldTokens->setFixedWidth(96);
    m_heldTokens->setAlignment(Qt::AlignRight);
    m_heldTokens->setFocusPolicy(Qt::StrongFocus);
    m_heldTokens->setAccessibleName(tr("Tokens that are held back"));
    m_balance = choices(
        "route_balance",
        {{asForAll, AsForAll}, {tr("By weight only"), Never}, {tr("By weight and how targets fare"), Own}}, this);
    form->addRow(widgets::fieldLabel(tr("If a stream breaks"), m_rescue, this), m_rescue);
    form->addRow(widgets::fieldLabel(tr("If a start is slow"), m_hedge, this), inRow(m_hedge, m_hedgeAfter, this));
    form->addRow(widgets::fieldLabel(tr("Streams"), m_hold, this),
                 widgets::withHint(
                     inRow(m_hold, m_heldTokens, this),
                     widgets::hint(tr("What is held back can still come from another target, unseen."), this), this));
    form->addRow(widgets::fieldLabel(tr("Targets are drawn"), m_balance, this), m_balance);
    const auto take = [this] {
        m_hedgeAfter->setVisible(m_hedge->currentData() == Own);
        m_heldTokens->setVisible(m_hold->currentData() == Own);
        emit changed();
    };
    for (QComboBox *box : {m_rescue, m_hedge, m_hold, m_balance})
        connect(box, &QComboBox::currentIndexChanged, this, take);
    connect(m_hedgeAfter, &QDoubleSpinBox::valueChanged, this, &RouteCareForm::changed);
    connect(m_heldTokens, &QSpinBox::valueChanged, this, &RouteCareForm::changed);
    m_hedgeAfter->setVisible(false);
    m_heldTokens->setVisible(false);
}

void RouteCareForm::setValues(const LimitsView &limits, const CareView &care)
{
    m_connect->setLimit(limits.connectMs);
    m_head->setLimit(limits.headMs);
    m_firstToken->setLimit(limits.firstTokenMs);
    m_idle->setLimit(limits.idleMs);
    m_total->setLimit(limits.totalMs);
    const auto choose = [](QComboBox *box, int choice) { box->setCurrentIndex(qMax(0, box->findData(choice))); };
    choose(m_rescue, care.rescue ? static_cast<int>(*care.rescue) : -1);
    choose(m_hedge, !care.slowStartAfterMs ? AsForAll : *care.slowStartAfterMs == 0 ? Never : Own);
    m_hedgeAfter->setLimit(care.slowStartAfterMs.value_or(0) > 0 ? care.slowStartAfterMs : std::optional(10'000));
    const int held = care.heldTokens.value_or(0);
    choose(m_hold, !care.heldTokens ? AsForAll : held == gateway::api::wholeAnswer ? Whole : held == 0 ? Never : Own);
    if (held > 0)
        m_heldTokens->setValue(held);
    choose(m_balance, !care.isBalanced ? AsForAll : *care.isBalanced ? Own : Never);
}

LimitsView RouteCareForm::limits() const
{
    return {m_connect->limit(), m_head->limit(), m_firstToken->limit(), m_idle->limit(), m_total->limit()};
}

CareView RouteCareForm::care() const
{
    CareView care;
    if (const int rescue = m_rescue->currentData().toInt(); rescue >= 0)
        care.rescue = static_cast<Rescue>(rescue);
    if (m_hedge->currentData() == Never)
        care.slowStartAfterMs = 0;
    else if (m_hedge->currentData() == Own)
        care.slowStartAfterMs = m_hedgeAfter->limit();
    switch (m_hold->currentData().toInt()) {
    case Never: care.heldTokens = 0; break;
    case Own: care.heldTokens = m_heldTokens->value(); break;
    case Whole: care.heldTokens = gateway::api::wholeAnswer; break;
    default: break;
    }
    if (m_balance->currentData() != AsForAll)
        care.isBalanced = m_balance->currentData() == Own;
    return care;
}

} // namespace ui::pages
