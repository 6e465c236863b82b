#include "ui/pages/route_editor.h"

#include "ui/models/error_words.h"
#include "ui/models/route_words.h"
#include "ui/pages/route_care_form.h"
#include "ui/pages/route_target_row.h"
#include "ui/user_prompt.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/state_label.h"

#include "gateway/base/model_alias.h"
#include "ui/widgets/widget_name.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
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
