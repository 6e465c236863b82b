// Builds the parts of the route editor and ties each to what it changes.
#include "ui/pages/route_editor.h"

#include "ui/look/icon_set.h"
#include "ui/pages/route_target_row.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/state_label.h"
#include "ui/widgets/widget_name.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::RoutingRuleView;
using widgets::nameIt;

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

} // namespace ui::pages
