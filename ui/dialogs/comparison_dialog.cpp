#include "ui/dialogs/comparison_dialog.h"

#include "ui/display_format.h"
#include "ui/look/theme.h"
#include "ui/models/comparison_model.h"
#include "ui/models/prefix_words.h"
#include "ui/models/request_text.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::dialogs {

using gateway::api::RequestDetail;
using gateway::api::RequestSummary;
using models::ComparisonModel;

namespace {

// "14:31:40.218 · Claude Code · anthropic / claude-sonnet-5-5"
QString headOf(const RequestSummary &request)
{
    const DisplayFormat format;
    QStringList facts{format.moment(request.startedAt, QDateTime::currentDateTime()),
                      models::shortClientName(request.client), models::servedText(request)};
    facts.removeAll(QString());
    return facts.join(QStringLiteral(" · "));
}

// One line of it, so that two excerpts stand one above the other.
QString onOneLine(QString text)
{
    return text.replace(QLatin1Char('\n'), QStringLiteral("⏎"));
}

} // namespace

ComparisonDialog::ComparisonDialog(gateway::api::RequestComparison comparison, const look::Theme &theme,
                                   QWidget *parent)
    : QDialog(parent), m_comparison(std::move(comparison)), m_theme(theme)
{
    setObjectName(QStringLiteral("comparisonDialog"));
    setWindowTitle(tr("Compare two requests"));
    setSizeGripEnabled(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 14, 16, 14);
    outer->setSpacing(10);
    addHeads(*outer);
    addPrefix(*outer);
    addTabs(*outer);
    addButtons(*outer);
    resize(1'000, 680);
    connect(&theme, &look::Theme::changed, this, &ComparisonDialog::applyTheme);
    applyTheme();
    showTab(0);
}

void ComparisonDialog::addHeads(QVBoxLayout &outer)
{
    auto *heads = new QGridLayout;
    heads->setHorizontalSpacing(12);
    heads->setVerticalSpacing(2);
    const std::pair<QString, const RequestDetail *> rows[] = {{tr("Earlier"), &m_comparison.earlier},
                                                              {tr("Later"), &m_comparison.later}};
    int line = 0;
    for (const auto &[name, detail] : rows) {
        auto *facts = new QLabel(headOf(detail->summary), this);
        facts->setTextFormat(Qt::PlainText);
        facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
        facts->setMinimumWidth(0);
        auto *id = new QLabel(detail->summary.id, this);
        id->setTextInteractionFlags(Qt::TextSelectableByMouse);
        widgets::setTextStyle(id, "mono");
        widgets::setTone(*id, "secondary");
        heads->addWidget(widgets::heading(name, this), line, 0);
        heads->addWidget(facts, line, 1);
        heads->addWidget(id, line, 2);
        ++line;
    }
    heads->setColumnStretch(1, 1);
    outer.addLayout(heads);
}

void ComparisonDialog::addPrefix(QVBoxLayout &outer)
{
    const auto &prefix = m_comparison.prefix;
    m_prefix = new QLabel(models::prefixText(prefix), this);
    m_prefix->setObjectName(QStringLiteral("prefixText"));
    m_prefix->setTextFormat(Qt::PlainText);
    m_prefix->setWordWrap(true);
    m_prefix->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_prefix->setContentsMargins(10, 6, 10, 6);
    outer.addWidget(m_prefix);
    const auto excerpt = [&](const char *objectName, const QString &sign, const QString &rest) {
        auto *label = new QLabel(sign + QLatin1Char(' ') + onOneLine(prefix.before) + QStringLiteral("▸")
                                     + (rest.isEmpty() ? tr("(nothing)") : onOneLine(rest)),
                                 this);
        label->setObjectName(QLatin1String(objectName));
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setContentsMargins(10, 4, 10, 4);
        widgets::setTextStyle(label, "mono");
        label->setVisible(prefix.place != gateway::api::PrefixComparison::Place::Nowhere);
        outer.addWidget(label);
        return label;
    };
    m_earlierExcerpt = excerpt("earlierExcerpt", QStringLiteral("−"), prefix.earlier);
    m_laterExcerpt = excerpt("laterExcerpt", QStringLiteral("+"), prefix.later);
    QStringList more = models::cacheObstacles(m_comparison);
    if (!prefix.otherSettings.isEmpty())
        more << tr("Set differently: %1.").arg(prefix.otherSettings.join(QStringLiteral(", ")));
    for (const QString &sentence : std::as_const(more))
        outer.addWidget(widgets::hint(sentence, this));
}

QTableView *ComparisonDialog::addTable(ComparisonModel *model, const QString &title, const char *objectName)
{
    auto *table = new QTableView(this);
    table->setObjectName(QLatin1String(objectName));
    table->setAccessibleName(title);
    table->setModel(model);
    widgets::prepareTable(*table);
    QHeaderView *header = table->horizontalHeader();
    header->setSectionResizeMode(ComparisonModel::Mark, QHeaderView::Fixed);
    table->setColumnWidth(ComparisonModel::Mark, 30);
    header->setSectionResizeMode(ComparisonModel::Name, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ComparisonModel::Earlier, QHeaderView::Stretch);
    header->setSectionResizeMode(ComparisonModel::Later, QHeaderView::Stretch);
    m_tabBar->addTab(title);
    m_tabs->addWidget(table);
    return table;
}

widgets::DiffView *ComparisonDialog::addDiff(const QString &title, const char *objectName)
{
    auto *view = new widgets::DiffView(m_theme, this);
    view->setObjectName(QLatin1String(objectName));
    view->setAccessibleName(title);
    m_tabBar->addTab(title);
    m_tabs->addWidget(view);
    return view;
}

void ComparisonDialog::addTabs(QVBoxLayout &outer)
{
    m_tabBar = new QTabBar(this);
    m_tabBar->setObjectName(QStringLiteral("comparisonTabs"));
    m_tabBar->setAccessibleName(tr("What is compared"));
    m_tabBar->setDocumentMode(true);
    m_tabBar->setExpanding(false);
    m_tabBar->setDrawBase(false);
    m_tabs = new QStackedWidget(this);
    auto *facts = new ComparisonModel(this);
    facts->setFacts(models::comparedFacts(m_comparison));
    addTable(facts, tr("Facts"), "comparedFacts");
    m_body = addDiff(tr("Request"), "comparedBodies");
    auto *headers = new ComparisonModel(this);
    headers->setFacts(models::comparedHeaders(m_comparison.earlier.requestHeaders, m_comparison.later.requestHeaders));
    addTable(headers, tr("Headers"), "comparedHeaders");
    m_answer = addDiff(tr("Answer"), "comparedAnswers");
    outer.addWidget(m_tabBar);
    outer.addWidget(m_tabs, 1);
    connect(m_tabBar, &QTabBar::currentChanged, this, &ComparisonDialog::showTab);
}

void ComparisonDialog::addButtons(QVBoxLayout &outer)
{
    auto *copy = new QPushButton(tr("Copy summary"), this);
    copy->setObjectName(QStringLiteral("copySummary"));
    copy->setAccessibleName(copy->text());
    copy->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeComparison"));
    close->setAccessibleName(close->text());
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    outer.addLayout(buttons);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(summaryText()); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

QString ComparisonDialog::summaryText() const
{
    QStringList lines{tr("Earlier") + QStringLiteral(": ") + m_comparison.earlier.summary.id,
                      tr("Later") + QStringLiteral(": ") + m_comparison.later.summary.id,
                      models::prefixText(m_comparison.prefix)};
    lines += models::cacheObstacles(m_comparison);
    for (const models::ComparedFact &fact : models::comparedFacts(m_comparison)) {
        if (fact.isOfContent && fact.differs())
            lines << tr("%1: %2 → %3", "what, earlier, later").arg(fact.name, fact.earlier, fact.later);
    }
    return lines.join(QLatin1Char('\n'));
}

void ComparisonDialog::showTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
    auto *view = qobject_cast<widgets::DiffView *>(m_tabs->currentWidget());
    if (view == nullptr || !view->toPlainText().isEmpty())
        return;
    const bool isBody = view == m_body;
    const auto textOf = [isBody](const RequestDetail &detail) {
        return isBody ? models::comparableText(detail.requestBody) : models::answerText(detail);
    };
    const models::LineDiff diff = models::lineDiff(textOf(m_comparison.earlier), textOf(m_comparison.later), 3);
    const bool isSame = diff.added == 0 && diff.removed == 0;
    const QString heading = isSame ? tr("No line differs.")
                                   : tr("%1 lines only in the later one, %2 only in the earlier one")
                                         .arg(QString::number(diff.added), QString::number(diff.removed));
    view->setDiffs({{heading, isSame ? models::LineDiff() : diff}});
}

void ComparisonDialog::applyTheme()
{
    const bool isCalm = m_comparison.prefix.problem.isEmpty()
                        && m_comparison.prefix.place == gateway::api::PrefixComparison::Place::Nowhere;
    const bool isProblem = !m_comparison.prefix.problem.isEmpty();
    widgets::setGround(m_prefix, m_theme.color(isProblem ? look::ColorRole::GreyGround
                                               : isCalm  ? look::ColorRole::OkGround
                                                         : look::ColorRole::WarningGround));
    widgets::setGround(m_earlierExcerpt, m_theme.color(look::ColorRole::RemovedGround));
    widgets::setGround(m_laterExcerpt, m_theme.color(look::ColorRole::AddedGround));
}

} // namespace ui::dialogs
