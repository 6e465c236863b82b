#include "ui/pages/clients_page.h"

#include <algorithm>
#include <utility>

#include <QClipboard>
#include <QDir>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/look/icon_set.h"
#include "ui/models/client_list_model.h"
#include "ui/models/error_words.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/eliding_label.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/state_label.h"

namespace ui::pages {

using gateway::api::GatewayFacade;
using gateway::api::GovernanceFacade;
using models::ClientListModel;

namespace {

constexpr int listWidth = 300;

QPushButton *button(const QString &text, const char *name, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(text);
    return made;
}

QLabel *paragraph(const char *name, const char *tone, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    widgets::setTone(*label, tone);
    return label;
}

// "~/.codex/config.toml"
QString shownPath(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size())
                                                    : QDir::toNativeSeparators(path);
}

} // namespace

ClientsPage::ClientsPage(GatewayFacade &gateway, ClientSetup &setup, const look::Theme &theme, QWidget *parent)
    : Page(parent), m_gateway(gateway), m_setup(setup), m_theme(theme), m_model(new ClientListModel(this))
{
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::VLine);
    auto *panes = new QHBoxLayout;
    panes->setSpacing(0);
    panes->addWidget(buildList());
    panes->addWidget(line);
    panes->addWidget(buildTool(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addLayout(panes, 1);
    connect(&gateway, &GatewayFacade::statusChanged, this, &ClientsPage::takeStatus);
    connect(&gateway.governance(), &GovernanceFacade::governanceChanged, this, &ClientsPage::showPlan);
    m_baseUrl = gateway.status().baseUrl;
    refresh();
    m_list->setCurrentIndex(m_model->index(0));
}

// --- building

QWidget *ClientsPage::buildHeader()
{
    auto *header = new QWidget(this);
    auto *name = new QLabel(title(), header);
    widgets::setTextStyle(name, "page");
    m_facts = new QLabel(header);
    m_facts->setObjectName(QStringLiteral("client_facts"));
    widgets::setTextStyle(m_facts, "small");
    widgets::setTone(*m_facts, "secondary");
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 14, 16, 14);
    row->addWidget(name);
    row->addSpacing(2);
    row->addWidget(m_facts, 1);
    return header;
}

QWidget *ClientsPage::buildList()
{
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("client_list"));
    m_list->setAccessibleName(tr("Programs"));
    m_list->setModel(m_model);
    widgets::RowRoles roles;
    roles.subtitle = ClientListModel::StateTextRole;
    roles.subtitleState = ClientListModel::ShapeRole;
    roles.isOff = ClientListModel::IsOffRole;
    roles.lineHeight = m_theme.twoLineRowHeight();
    m_list->setItemDelegate(new widgets::RowDelegate(m_theme, roles, 0, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setFixedWidth(listWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_isRestoring = false;
        m_footHint->clear();
        showTool();
    });
    return m_list;
}

QWidget *ClientsPage::buildTool()
{
    auto *tool = new QWidget(this);
    m_name = new QLabel(tool);
    m_name->setObjectName(QStringLiteral("client_name"));
    widgets::setTextStyle(m_name, "page");
    m_state = new widgets::StateLabel(m_theme, tool);
    m_state->setBadge(true);
    m_place = new widgets::ElidingLabel(tool);
    widgets::setTextStyle(m_place, "small");
    widgets::setTone(*m_place, "secondary");
    m_copy = button(tr("Copy snippet"), "copy_snippet", tool);
    m_copy->setIcon(look::icon("copy"));
    m_restore = button(tr("Restore…"), "start_restore", tool);
    m_restore->setProperty("kind", QStringLiteral("flat"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_name);
    head->addWidget(m_state);
    head->addWidget(m_place, 1);
    head->addWidget(m_restore);
    head->addWidget(m_copy);

    m_keyRow = new QWidget(tool);
    m_key = new QLineEdit(m_keyRow);
    m_key->setObjectName(QStringLiteral("client_key"));
    m_key->setAccessibleName(tr("Key"));
    m_key->setMaximumWidth(320);
    m_keyHint = widgets::hint({}, m_keyRow);
    m_keyHint->setObjectName(QStringLiteral("client_key_hint"));
    auto *label = new QLabel(tr("Key"), m_keyRow);
    label->setBuddy(m_key);
    auto *keys = new QHBoxLayout(m_keyRow);
    keys->setContentsMargins(0, 0, 0, 0);
    keys->addWidget(label);
    keys->addWidget(m_key, 1);
    keys->addWidget(m_keyHint, 2);

    m_warning = paragraph("client_warning", "warning", tool);
    m_problem = paragraph("client_problem", "error", tool);
    m_diff = new widgets::DiffView(m_theme, tool);
    m_diff->setObjectName(QStringLiteral("client_diff"));
    m_diff->setAccessibleName(tr("What would be written"));
    auto *content = new QVBoxLayout;
    content->setContentsMargins(16, 12, 16, 12);
    content->setSpacing(12);
    content->addLayout(head);
    content->addWidget(m_keyRow);
    content->addWidget(m_warning);
    content->addWidget(m_problem);
    content->addWidget(m_diff, 1);
    auto *layout = new QVBoxLayout(tool);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(content, 1);
    layout->addWidget(buildFoot());
    connect(m_copy, &QPushButton::clicked, this, &ClientsPage::copySnippet);
    connect(m_restore, &QPushButton::clicked, this, &ClientsPage::startRestore);
    connect(m_key, &QLineEdit::textChanged, this, &ClientsPage::showPlan);
    auto *save =
        new QShortcut(QKeySequence(QKeySequence::Save), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, this, [this] {
        if (m_apply->isVisible() && m_apply->isEnabled())
            apply();
    });
    return tool;
}

QWidget *ClientsPage::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *line = new QFrame(foot);
    line->setFrameShape(QFrame::HLine);
    m_footHint = widgets::hint({}, foot);
    m_footHint->setObjectName(QStringLiteral("client_foot"));
    m_back = button(tr("Back"), "leave_restore", foot);
    m_apply = button({}, "apply_client", foot);
    m_apply->setProperty("kind", QStringLiteral("primary"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 16, 8);
    row->addWidget(m_footHint, 1);
    row->addWidget(m_back);
    row->addWidget(m_apply);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(line);
    layout->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, &ClientsPage::leaveRestore);
    connect(m_apply, &QPushButton::clicked, this, &ClientsPage::apply);
    return foot;
}

// --- what is there

const ClientTool *ClientsPage::selected() const
{
    return m_model->toolAt(m_list->currentIndex().row());
}

void ClientsPage::refresh()
{
    const QList<ClientTool> tools = m_setup.tools(m_baseUrl);
    m_model->setTools(tools);
    const int found = m_model->foundCount();
    m_facts->setText(found == 0 ? tr("No known program on this computer")
                                : tr("%1 of %2 found programs connected").arg(m_model->connectedCount()).arg(found));
    // One that Bilrost connected and that now asks another address may ask a port where nobody listens.
    const bool needsAttention = std::any_of(tools.begin(), tools.end(), [](const ClientTool &tool) {
        return tool.hasSafetyCopy && tool.state == ClientState::Elsewhere;
    });
    if (std::exchange(m_needsAttention, needsAttention) != needsAttention)
        emit attentionChanged();
    showTool();
}

void ClientsPage::takeStatus()
{
    const QString baseUrl = m_gateway.status().baseUrl;
    if (std::exchange(m_baseUrl, baseUrl) != baseUrl)
        refresh();
}

QString ClientsPage::key() const
{
    return m_key->text().trimmed().isEmpty() ? QStringLiteral("bilrost") : m_key->text().trimmed();
}

void ClientsPage::showTool()
{
    const ClientTool *tool = selected();
    if (tool == nullptr)
        return;
    m_name->setText(tool->name);
    m_state->setState(models::clientShape(*tool), models::clientStateText(*tool));
    m_place->setText(tool->foundAt.isEmpty() ? QString() : shownPath(tool->foundAt));
    m_copy->setText(tr("Copy snippet"));
    m_restore->setVisible(tool->hasSafetyCopy && !m_isRestoring);
    showPlan();
}

// --- what would be written

void ClientsPage::showPlan()
{
    const ClientTool *tool = selected();
    if (tool == nullptr)
        return;
    const bool needsKey = m_gateway.governance().requiresVirtualKey();
    m_key->setPlaceholderText(needsKey ? QString() : QStringLiteral("bilrost"));
    m_keyHint->setText(needsKey ? tr("Every tool needs a virtual key. Paste the value of one.")
                                : tr("Any word will do. The value of a virtual key tells tools apart."));
    m_keyRow->setVisible(!m_isRestoring);
    m_plan = m_isRestoring ? m_setup.restorePlan(tool->id) : m_setup.connectPlan(tool->id, m_baseUrl, key());
    const bool hasAddress = !m_baseUrl.isEmpty() || m_isRestoring;
    const bool hasKey = !needsKey || !m_key->text().trimmed().isEmpty() || m_isRestoring;
    if (!hasAddress)
        m_plan = {{}, false, tr("The gateway has no address yet. Start it first."), {}};
    m_problem->setText(m_plan.problem);
    m_problem->setVisible(!m_plan.problem.isEmpty());
    m_warning->setText(m_plan.warnings.join(QLatin1Char('\n')));
    m_warning->setVisible(!m_plan.warnings.isEmpty());
    QList<widgets::ShownDiff> diffs;
    for (const FileEdit &edit : std::as_const(m_plan.files)) {
        const models::LineDiff diff = models::lineDiff(edit.before, edit.after);
        const QString facts =
            edit.isRemoved ? tr("goes again")
            : !edit.exists
                ? tr("new file")
                : tr("%1 lines added, %2 removed; all else stays byte for byte").arg(diff.added).arg(diff.removed);
        diffs.append({tr("%1: %2", "file, what happens to it").arg(shownPath(edit.path), facts), diff});
    }
    m_diff->setDiffs(diffs);
    m_diff->setPlaceholderText(m_plan.problem.isEmpty() ? tr("Nothing is left to write.") : QString());
    m_apply->setText(m_isRestoring ? tr("Restore %1").arg(tool->name) : tr("Apply to %1").arg(tool->name));
    m_apply->setAccessibleName(m_apply->text());
    m_apply->setEnabled(hasKey && m_plan.problem.isEmpty() && (!m_plan.files.isEmpty() || m_isRestoring));
    m_back->setVisible(m_isRestoring);
    if (m_footHint->text().isEmpty())
        m_footHint->setText(tr("Nothing is written before you apply it. A safety copy is kept."));
}

void ClientsPage::startRestore()
{
    m_isRestoring = true;
    m_footHint->setText(tr("This brings the files back as they were before Bilrost changed them."));
    showTool();
    m_apply->setFocus(Qt::OtherFocusReason);
}

void ClientsPage::leaveRestore()
{
    m_isRestoring = false;
    m_footHint->clear();
    showTool();
}

void ClientsPage::apply()
{
    const ClientTool *tool = selected();
    if (tool == nullptr)
        return;
    const QString name = tool->name;
    const auto applied = m_setup.apply(tool->id, m_plan);
    const bool wasRestoring = m_isRestoring;
    m_isRestoring = m_isRestoring && !applied;
    m_footHint->setText(!applied       ? models::failureText(applied.error())
                        : wasRestoring ? tr("Restored. %1 notices at its next start.").arg(name)
                                       : tr("Written. %1 picks it up at its next start.").arg(name));
    refresh();
}

void ClientsPage::copySnippet()
{
    if (const ClientTool *tool = selected()) {
        QGuiApplication::clipboard()->setText(m_setup.snippet(tool->id, m_baseUrl, key()));
        m_copy->setText(tr("Copied"));
    }
}

QWidget *ClientsPage::firstPane()
{
    return m_list;
}

QList<QWidget *> ClientsPage::panes()
{
    return {m_list, m_key, m_diff, m_apply};
}

} // namespace ui::pages
