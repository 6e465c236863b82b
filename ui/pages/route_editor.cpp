#include "ui/pages/route_editor.h"

#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/route_words.h"
#include "ui/pages/route_care_form.h"
#include "ui/pages/route_target_row.h"
#include "ui/user_prompt.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/state_label.h"

#include "gateway/base/model_alias.h"
#include "ui/widgets/widget_name.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace ui::pages {

using gateway::RequestState;
using gateway::api::RoutingRuleView;
using gateway::api::RuleFallbackView;
using gateway::api::RuleTargetView;
using widgets::nameIt;

namespace {

// Whole percents that add up to 100, each at least 1.
QList<int> percentsOf(const QList<RuleTargetView> &targets)
{
    double total = 0;
    for (const RuleTargetView &target : targets)
        total += target.weight;
    QList<int> percents;
    for (const RuleTargetView &target : targets)
        percents.append(total > 0 ? qMax(1, qRound(100 * target.weight / total)) : 1);
    return percents;
}

} // namespace

RouteEditor::RouteEditor(gateway::api::GatewayFacade &gateway, const look::Theme &theme, UserPrompt &prompt,
                         QWidget *parent)
    : QWidget(parent), m_gateway(gateway), m_theme(theme), m_prompt(prompt)
{
    setObjectName(QStringLiteral("route_editor"));
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    m_banner = new widgets::Banner(theme, content);
    nameIt(m_banner, "route_banner", {});
    m_banner->setActions({}, {});
    column->addWidget(buildHead());
    column->addWidget(m_banner);
    column->addWidget(buildWhen());
    column->addWidget(buildTargets());
    column->addWidget(buildFallbacks());
    m_care = new RouteCareForm(content);
    column->addWidget(m_care);
    connect(m_care, &RouteCareForm::changed, this, &RouteEditor::takeEdit);
    column->addWidget(buildMore());
    column->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(widgets::scrolling(content, "route_editor_area", this), 1);
    layout->addWidget(buildFoot());
    auto *saveKey = new QShortcut(QKeySequence::Save, this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QShortcut::activated, this, &RouteEditor::save);
    startAlias();
}

QWidget *RouteEditor::buildHead()
{
    auto *head = new QWidget(this);
    m_title = new QLabel(head);
    m_title->setObjectName(QStringLiteral("route_title"));
    m_title->setTextFormat(Qt::PlainText);
    widgets::setTextStyle(m_title, "page");
    m_kind = new QLabel(head);
    widgets::setTone(*m_kind, "secondary");
    m_isOn = new QCheckBox(tr("On"), head);
    nameIt(m_isOn, "route_is_on", tr("The rule is on"));
    m_remove = new QPushButton(look::icon("trash"), QString(), head);
    nameIt(m_remove, "route_remove", tr("Remove"));
    m_remove->setProperty("kind", QStringLiteral("flat"));
    m_remove->setToolTip(tr("Remove"));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_kind, 1);
    layout->addWidget(m_isOn);
    layout->addSpacing(8);
    layout->addWidget(m_remove);
    connect(m_isOn, &QCheckBox::toggled, this, &RouteEditor::takeEdit);
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeWanted(m_opened.id); });
    return head;
}

QWidget *RouteEditor::buildWhen()
{
    auto *section = new QWidget(this);
    m_alias = new QLineEdit(section);
    m_alias->setObjectName(QStringLiteral("route_alias"));
    m_alias->setPlaceholderText(tr("medium"));
    m_name = new QLineEdit(section);
    m_name->setObjectName(QStringLiteral("route_name"));
    m_name->setPlaceholderText(tr("Near the budget, go small"));
    m_expression = new widgets::ExpressionEdit(m_theme, section);
    nameIt(m_expression, "route_expression", tr("Expression"));
    m_expression->setPlaceholderText(tr("empty: every request"));
    m_expression->setVariables(m_gateway.ruleVariables());
    m_expression->setCheck([this](const QString &text) { return m_gateway.checkRuleExpression(text); });
    m_check = new widgets::StateLabel(m_theme, section);
    m_check->setObjectName(QStringLiteral("expression_check"));
    m_check->setTextStyle(look::TextStyle::Small);
    m_problem = widgets::hint({}, section);
    m_problem->setObjectName(QStringLiteral("expression_problem"));
    m_asRule = new QPushButton(tr("Edit as a rule"), section);
    nameIt(m_asRule, "route_as_rule", m_asRule->text());
    m_asRule->setProperty("kind", QStringLiteral("link"));
    m_asRule->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);

    m_aliasBox = widgets::withHint(
        m_alias,
        widgets::hint(tr("Tools that ask for this name get a target below. It is in the lists of models."), section),
        section);
    m_expressionBox = new QWidget(section);
    auto *below = new QVBoxLayout(m_expressionBox);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(4);
    below->addWidget(m_expression);
    below->addWidget(m_check);
    below->addWidget(m_problem);
    m_whenForm = widgets::newForm(section);
    m_whenForm->addRow(widgets::fieldLabel(tr("Alias"), m_alias, section), m_aliasBox);
    m_whenForm->addRow(widgets::fieldLabel(tr("Name"), m_name, section), m_name);
    m_whenForm->addRow(widgets::fieldLabel(tr("When"), m_expression, section), m_expressionBox);
    m_whenForm->labelForField(m_expressionBox)->setFixedHeight(m_alias->sizeHint().height());
    m_whenForm->addRow(QString(), m_asRule);
    for (QLineEdit *field : {m_alias, m_name})
        connect(field, &QLineEdit::textChanged, this, &RouteEditor::takeEdit);
    connect(m_expression, &widgets::ExpressionEdit::checked, this, &RouteEditor::takeEdit);
    connect(m_asRule, &QPushButton::clicked, this, [this] {
        const RoutingRuleView rule = collected();
        m_isFilling = true;
        m_name->setText(rule.name);
        m_expression->setPlainText(rule.expression);
        m_isFilling = false;
        arrangeFor(false);
        takeEdit();
        m_expression->setFocus(Qt::OtherFocusReason);
    });
    return section;
}

QWidget *RouteEditor::buildTargets()
{
    auto *section = new QWidget(this);
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(widgets::heading(tr("Goes to"), section));
    m_targetHint = widgets::hint(tr("One of them is drawn for each request, by its share."), section);
    column->addWidget(m_targetHint);
    m_targetColumn = new QVBoxLayout;
    m_targetColumn->setSpacing(0);
    column->addLayout(m_targetColumn);
    auto *add = new QPushButton(look::icon("plus"), tr("Add target"), section);
    nameIt(add, "add_target", add->text());
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        const int share = m_targets.isEmpty() ? 100 : qMax(1, 100 / static_cast<int>(m_targets.size() + 1));
        RouteTargetRow *row = addTarget({}, share);
        takeEdit();
        row->focusFirstField();
    });
    return section;
}

QWidget *RouteEditor::buildFallbacks()
{
    auto *section = new QWidget(this);
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(widgets::heading(tr("If that fails"), section));
    column->addWidget(widgets::hint(tr("Asked one after the other, before the client hears of a failure."), section));
    m_fallbackColumn = new QVBoxLayout;
    m_fallbackColumn->setSpacing(0);
    column->addLayout(m_fallbackColumn);
    auto *add = new QPushButton(look::icon("plus"), tr("Add fallback"), section);
    nameIt(add, "add_fallback", add->text());
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        RouteTargetRow *row = addFallback({});
        takeEdit();
        row->focusFirstField();
    });
    return section;
}

QWidget *RouteEditor::buildMore()
{
    m_more = new QWidget(this);
    m_chain = new QComboBox(m_more);
    m_chain->setObjectName(QStringLiteral("route_chain"));
    m_chain->addItem(tr("Look no further"), false);
    m_chain->addItem(tr("Ask the rules again with the new names"), true);
    m_scope = new QComboBox(m_more);
    m_scope->setObjectName(QStringLiteral("route_scope"));
    m_scope->addItem(tr("Everyone"), QStringLiteral("global"));
    m_scope->addItem(tr("A virtual key"), QStringLiteral("virtual_key"));
    m_scope->addItem(tr("A team"), QStringLiteral("team"));
    m_scope->addItem(tr("A customer"), QStringLiteral("customer"));
    m_scopeId = new QLineEdit(m_more);
    m_scopeId->setObjectName(QStringLiteral("route_scope_id"));
    m_scopeId->setPlaceholderText(tr("its id"));
    m_note = new QLineEdit(m_more);
    m_note->setObjectName(QStringLiteral("route_note"));
    auto *form = widgets::newForm(m_more);
    form->addRow(widgets::heading(tr("More"), m_more));
    form->addRow(widgets::fieldLabel(tr("After a match"), m_chain, m_more), m_chain);
    form->addRow(widgets::fieldLabel(tr("For"), m_scope, m_more), m_scope);
    form->addRow(widgets::fieldLabel(tr("Id"), m_scopeId, m_more), m_scopeId);
    form->addRow(widgets::fieldLabel(tr("Note"), m_note, m_more), m_note);
    for (QComboBox *box : {m_chain, m_scope})
        connect(box, &QComboBox::currentIndexChanged, this, &RouteEditor::takeEdit);
    for (QLineEdit *field : {m_scopeId, m_note})
        connect(field, &QLineEdit::textChanged, this, &RouteEditor::takeEdit);
    return m_more;
}

QWidget *RouteEditor::buildFoot()
{
    m_foot = new QWidget(this);
    auto *line = new QFrame(m_foot);
    line->setFrameShape(QFrame::HLine);
    m_missing = new QLabel(m_foot);
    m_missing->setObjectName(QStringLiteral("route_missing"));
    m_missing->setWordWrap(true);
    widgets::setTone(*m_missing, "secondary");
    m_discard = new QPushButton(tr("Discard"), m_foot);
    nameIt(m_discard, "route_discard", m_discard->text());
    m_save = new QPushButton(tr("Save"), m_foot);
    nameIt(m_save, "route_save", m_save->text());
    m_save->setProperty("kind", QStringLiteral("primary"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(8);
    row->addWidget(m_missing, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    auto *column = new QVBoxLayout(m_foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addLayout(row);
    connect(m_discard, &QPushButton::clicked, this, &RouteEditor::discard);
    connect(m_save, &QPushButton::clicked, this, &RouteEditor::save);
    return m_foot;
}

void RouteEditor::openRule(const RoutingRuleView &rule)
{
    present(rule, models::aliasOf(rule).has_value());
}

void RouteEditor::startAlias()
{
    RoutingRuleView rule;
    rule.targets = {RuleTargetView{}};
    present(rule, true);
}

void RouteEditor::startRule()
{
    RoutingRuleView rule;
    rule.targets = {RuleTargetView{}};
    present(rule, false);
}

void RouteEditor::present(const RoutingRuleView &rule, bool isAlias)
{
    m_opened = rule;
    m_banner->showMessage(RequestState::UpstreamError, {}, {});
    m_remove->setVisible(!rule.id.isEmpty());
    fill(rule, isAlias);
    m_shown = collected();
    takeEdit();
}

void RouteEditor::resume(const Unsaved &unsaved)
{
    present(unsaved.opened, unsaved.isAlias);
    fill(unsaved.fields, unsaved.isAlias);
    takeEdit();
}

void RouteEditor::fill(const RoutingRuleView &rule, bool isAlias)
{
    m_isFilling = true;
    m_isOn->setChecked(rule.isEnabled);
    m_alias->setText(isAlias ? models::aliasOf(rule).value_or(QString()) : QString());
    m_name->setText(rule.name);
    m_expression->setPlainText(rule.expression);
    m_chain->setCurrentIndex(rule.continuesChain ? 1 : 0);
    m_scope->setCurrentIndex(qMax(0, m_scope->findData(rule.scope)));
    m_scopeId->setText(rule.scopeId);
    m_care->setValues(rule.limits, rule.care);
    m_note->setText(rule.description);
    arrangeFor(isAlias);
    fillTargets(rule);
    m_isFilling = false;
}

void RouteEditor::arrangeFor(bool isAlias)
{
    const bool kindChanged = m_isAlias != isAlias;
    m_isAlias = isAlias;
    const auto setRow = [this](QWidget *field, bool isVisible) {
        field->setVisible(isVisible);
        m_whenForm->labelForField(field)->setVisible(isVisible);
    };
    setRow(m_aliasBox, isAlias);
    setRow(m_name, !isAlias);
    setRow(m_expressionBox, !isAlias);
    m_asRule->setVisible(isAlias);
    m_more->setVisible(!isAlias);
    m_kind->setText(isAlias ? tr("alias") : tr("rule"));
    if (kindChanged && !m_isFilling) { // of a rule provider and model may stay as they were asked for
        RoutingRuleView rule = collected();
        fillTargets(rule);
    }
}

void RouteEditor::fillTargets(const RoutingRuleView &rule)
{
    for (QList<RouteTargetRow *> *rows : {&m_targets, &m_fallbacks}) {
        for (RouteTargetRow *row : std::as_const(*rows)) {
            row->hide();
            row->deleteLater();
        }
        rows->clear();
    }
    const QList<int> percents = percentsOf(rule.targets);
    for (qsizetype index = 0; index < rule.targets.size(); ++index)
        addTarget(rule.targets.at(index), percents.at(index));
    for (const RuleFallbackView &fallback : rule.fallbacks)
        addFallback({fallback.provider, fallback.model, fallback.keyId, 1.0, {}});
    numberRows();
}

RouteTargetRow *RouteEditor::addTarget(const RuleTargetView &target, int share)
{
    auto *row = new RouteTargetRow(RouteTargetRow::Kind::Drawn, m_gateway.providers(), !m_isAlias, this);
    const bool isNew = target == RuleTargetView{};
    if (!isNew || !m_isAlias) // a new one of an alias begins with the first provider
        row->setTarget(target, share);
    else
        row->setTarget(
            {m_gateway.providers().isEmpty() ? QString() : m_gateway.providers().first().name, {}, {}, 1, {}}, share);
    m_targetColumn->addWidget(row);
    row->show(); // at once, or the keyboard would skip it until the next turn of the loop
    m_targets.append(row);
    watch(row, m_targets);
    return row;
}

RouteTargetRow *RouteEditor::addFallback(const RuleTargetView &target)
{
    auto *row = new RouteTargetRow(RouteTargetRow::Kind::Fallback, m_gateway.providers(), !m_isAlias, this);
    row->setTarget(target.provider.isEmpty() && m_isAlias && !m_gateway.providers().isEmpty()
                       ? RuleTargetView{m_gateway.providers().last().name, target.model, target.keyId, 1, {}}
                       : target,
                   100);
    m_fallbackColumn->addWidget(row);
    row->show();
    m_fallbacks.append(row);
    watch(row, m_fallbacks);
    return row;
}

void RouteEditor::watch(RouteTargetRow *row, QList<RouteTargetRow *> &rows)
{
    connect(row, &RouteTargetRow::changed, this, &RouteEditor::takeEdit);
    connect(row, &RouteTargetRow::removeWanted, this, [this, row, &rows] { removeRow(row, rows); });
    connect(row, &RouteTargetRow::moveWanted, this, [this, row, &rows](int step) { moveRow(row, step, rows); });
}

void RouteEditor::removeRow(RouteTargetRow *row, QList<RouteTargetRow *> &rows)
{
    rows.removeOne(row);
    row->hide();
    row->deleteLater();
    takeEdit();
}

// Beyond the last target begin the fallbacks, and back: an order is one list for people.
void RouteEditor::moveRow(RouteTargetRow *row, int step, QList<RouteTargetRow *> &rows)
{
    const qsizetype from = rows.indexOf(row);
    const qsizetype to = from + step;
    if (to < 0 || to >= rows.size())
        return;
    rows.move(from, to);
    QVBoxLayout *column = &rows == &m_targets ? m_targetColumn : m_fallbackColumn;
    column->removeWidget(row);
    column->insertWidget(static_cast<int>(to), row);
    takeEdit();
}

void RouteEditor::numberRows()
{
    for (qsizetype index = 0; index < m_targets.size(); ++index) {
        m_targets.at(index)->setNumber(static_cast<int>(index) + 1);
        m_targets.at(index)->setShareVisible(m_targets.size() > 1);
    }
    for (qsizetype index = 0; index < m_fallbacks.size(); ++index)
        m_fallbacks.at(index)->setNumber(static_cast<int>(index) + 1);
    m_targetHint->setVisible(m_targets.size() > 1);
}

RoutingRuleView RouteEditor::collected() const
{
    RoutingRuleView rule = m_opened;
    rule.isEnabled = m_isOn->isChecked();
    if (m_isAlias) {
        const QString alias = m_alias->text().trimmed();
        const bool hadOwnName = !m_opened.name.isEmpty() && m_opened.name != models::aliasOf(m_opened);
        rule.name = hadOwnName ? m_opened.name : alias;
        // An expression that was written in another way stays as it is while it says the same.
        if (models::aliasOf(m_opened) != alias)
            rule.expression = QString::fromStdString(gateway::expressionOfAlias(alias.toStdString()));
    } else {
        rule.name = m_name->text().trimmed();
        rule.expression = m_expression->toPlainText();
        rule.continuesChain = m_chain->currentData().toBool();
        rule.scope = m_scope->currentData().toString();
        rule.scopeId = rule.scope == QLatin1String("global") ? QString() : m_scopeId->text().trimmed();
        rule.description = m_note->text();
    }
    rule.limits = m_care->limits();
    rule.care = m_care->care();
    rule.targets.clear();
    QList<int> shares;
    for (const RouteTargetRow *row : m_targets) {
        rule.targets.append(row->target());
        shares.append(qRound(rule.targets.last().weight));
    }
    // Shares of a fraction of a percent, from the management API, stay if they were not edited.
    const bool areAsBefore = shares == percentsOf(m_opened.targets);
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (qsizetype index = 0; index < rule.targets.size(); ++index)
        rule.targets[index].weight = areAsBefore ? m_opened.targets.at(index).weight : shares.at(index) / total;
    rule.fallbacks.clear();
    for (const RouteTargetRow *row : m_fallbacks)
        rule.fallbacks.append(row->fallback());
    return rule;
}

QString RouteEditor::whatIsMissing() const
{
    if (m_isAlias && m_alias->text().trimmed().isEmpty())
        return tr("The alias needs a name.");
    if (!m_isAlias && m_name->text().trimmed().isEmpty())
        return tr("The rule needs a name.");
    if (!m_isAlias && m_expression->problem())
        return tr("The expression is not complete.");
    if (m_targets.isEmpty())
        return tr("It needs a target.");
    const auto isIncomplete = [](const RouteTargetRow *row) { return !row->isComplete(); };
    if (std::any_of(m_targets.begin(), m_targets.end(), isIncomplete))
        return tr("A target needs its model.");
    if (std::any_of(m_fallbacks.begin(), m_fallbacks.end(), isIncomplete))
        return tr("A fallback needs its model.");
    if (!m_isAlias && m_scope->currentIndex() > 0 && m_scopeId->text().trimmed().isEmpty())
        return tr("Say for whom the rule is.");
    for (const RoutingRuleView &other : m_gateway.routingRules()) {
        if (m_isAlias && other.id != m_opened.id && other.isEnabled && other.scope == m_opened.scope
            && models::aliasOf(other) == m_alias->text().trimmed())
            return tr("There is an alias of this name already.");
    }
    return {};
}

void RouteEditor::takeEdit()
{
    if (m_isFilling)
        return;
    numberRows();
    showCheck();
    m_scopeId->setVisible(m_scope->currentIndex() > 0);
    static_cast<QFormLayout *>(m_more->layout())->labelForField(m_scopeId)->setVisible(m_scope->currentIndex() > 0);
    const QString alias = m_alias->text().trimmed();
    const QString name = m_isAlias ? alias : m_name->text().trimmed();
    m_title->setText(!name.isEmpty() ? name : m_isAlias ? tr("New alias") : tr("New rule"));
    const bool isNew = m_opened.id.isEmpty();
    const QString missing = whatIsMissing();
    m_foot->setVisible(hasChanges());
    m_missing->setText(!missing.isEmpty() ? missing : isNew ? tr("Not saved yet") : tr("Changes not saved"));
    m_save->setEnabled(missing.isEmpty());
}

void RouteEditor::showCheck()
{
    const auto &problem = m_expression->problem();
    m_check->setState(problem ? RequestState::ClientError : RequestState::Succeeded,
                      !problem            ? tr("Valid")
                      : problem->line > 1 ? tr("Line %1, character %2").arg(problem->line).arg(problem->column)
                                          : tr("Character %1").arg(problem->column));
    m_problem->setVisible(problem.has_value());
    m_problem->setText(problem ? problem->message : QString());
}

bool RouteEditor::hasChanges() const
{
    return m_opened.id.isEmpty() || isEdited();
}

bool RouteEditor::isEdited() const
{
    return collected() != m_shown;
}

void RouteEditor::discard()
{
    if (!m_opened.id.isEmpty())
        openRule(m_opened);
    emit discarded();
}

void RouteEditor::save()
{
    if (!hasChanges() || !whatIsMissing().isEmpty())
        return;
    m_save->setEnabled(false);
    const QPointer<RouteEditor> guard(this);
    m_gateway.saveRoutingRule({collected()}, [guard](const gateway::Result<RoutingRuleView> &result) {
        if (!guard)
            return;
        if (!result) {
            guard->failed(result.error());
            return;
        }
        guard->openRule(*result);
        emit guard->saved(result->id);
    });
}

void RouteEditor::failed(const gateway::Error &error)
{
    m_save->setEnabled(true);
    m_banner->showMessage(RequestState::UpstreamError, tr("The rule was not saved"), models::failureText(error));
}

void RouteEditor::takeRules()
{
    if (m_opened.id.isEmpty() || hasChanges()) {
        takeEdit();
        return;
    }
    const QList<RoutingRuleView> rules = m_gateway.routingRules();
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [this](const RoutingRuleView &each) { return each.id == m_opened.id; });
    if (found != rules.end() && *found != m_opened)
        openRule(*found);
}

void RouteEditor::focusFirstField()
{
    (m_isAlias ? m_alias : m_name)->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::pages
