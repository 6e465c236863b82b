#include "ui/pages/request_toolbar.h"

#include "ui/display_format.h"
#include "ui/look/icon_set.h"
#include "ui/look/theme.h"
#include "ui/models/filter_language.h"
#include "ui/widgets/chip_button.h"
#include "ui/widgets/eliding_label.h"
#include "ui/widgets/filter_completion.h"
#include "ui/widgets/label_color.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::RequestState;

RequestToolbar::RequestToolbar(const look::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_live(new QPushButton(this))
    , m_text(new QLineEdit(this))
    , m_echo(new widgets::ElidingLabel(this))
    , m_saved(makeToolButton("savedFiltersButton", tr("Saved filters")))
    , m_group(makeToolButton("groupButton", tr("Group by session")))
    , m_columns(makeToolButton("columnsButton", tr("Columns")))
    , m_place(makeToolButton("detailPlaceButton", tr("Place of the detail (F8)")))
    , m_columnsMenu(new QMenu(this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 8, 12, 7);
    outer->setSpacing(7);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_live);
    row->addWidget(m_text, 1);
    row->addWidget(m_saved);
    row->addWidget(m_group);
    row->addWidget(m_columns);
    row->addWidget(m_place);
    outer->addLayout(row);
    auto *chips = new QHBoxLayout;
    chips->setSpacing(6);
    addChip(
        chips, "chipErrors", tr("Errors"), RequestState::UpstreamError,
        {RequestState::ClientError, RequestState::UpstreamError, RequestState::Blocked, RequestState::BrokenStream});
    addChip(chips, "chipRateLimited", tr("Rate limited"), RequestState::RateLimited, {RequestState::RateLimited});
    m_running = addChip(chips, "chipRunning", tr("Running"), RequestState::Streaming,
                        {RequestState::InFlight, RequestState::Streaming});
    addChip(chips, "chipCancelled", tr("Cancelled"), RequestState::Cancelled, {RequestState::Cancelled});
    chips->addSpacing(8);
    chips->addWidget(m_echo, 1);
    outer->addLayout(chips);
    m_echo->setObjectName(QStringLiteral("filterEcho"));
    m_echo->setTextFormat(Qt::PlainText);
    widgets::setTextStyle(m_echo, "small");
    widgets::setTone(*m_echo, "secondary");

    m_live->setObjectName(QStringLiteral("liveButton"));
    m_text->setObjectName(QStringLiteral("requestFilter"));
    m_text->setAccessibleName(tr("Filter the requests"));
    m_text->setPlaceholderText(tr("Filter, for example  cost>5c provider:anthropic"));
    m_text->setToolTip(tr("Filter the requests (Ctrl+F): words, or conditions such as cost>5c, state:error, "
                          "is:fallback, joined by and, or, not and brackets"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_columns->setMenu(m_columnsMenu);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columnsMenu->setObjectName(QStringLiteral("columnsMenu"));
    connect(m_live, &QPushButton::clicked, this, &RequestToolbar::liveClicked);
    connect(m_text, &QLineEdit::textChanged, this, &RequestToolbar::takeText);
    connect(m_place, &QToolButton::clicked, this, &RequestToolbar::detailPlaceClicked);
    connect(&theme, &look::Theme::changed, this, &RequestToolbar::applyTheme);
    m_searchMark = m_text->addAction(look::icon("search"), QLineEdit::LeadingPosition);
    applyTheme();
}

QToolButton *RequestToolbar::makeToolButton(const char *objectName, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(objectName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

widgets::ChipButton *RequestToolbar::addChip(QHBoxLayout *row, const char *objectName, const QString &text,
                                             RequestState shape, const QSet<RequestState> &states)
{
    auto *button = new widgets::ChipButton(m_theme, shape, text, this);
    button->setObjectName(QLatin1String(objectName));
    connect(button, &QAbstractButton::toggled, this, &RequestToolbar::filterChanged);
    row->addWidget(button);
    m_chips << Chip{button, states};
    return button;
}

models::RequestFilter RequestToolbar::filter() const
{
    models::RequestFilter filter = m_written;
    for (const Chip &chip : m_chips) {
        if (chip.button->isChecked())
            filter.states.unite(chip.states);
    }
    return filter;
}

void RequestToolbar::setKnownValues(std::function<QStringList(const QString &fieldName)> values)
{
    new widgets::FilterCompletion(*m_text, std::move(values)); // the field's child
}

void RequestToolbar::takeText()
{
    models::ParsedFilter parsed = models::parseFilter(m_text->text());
    const bool asksForBodies = models::asksForBodies(parsed.term);
    if (parsed.problem.isEmpty() && asksForBodies && !m_bodySearch.isOn)
        parsed.problem = tr("What was said is not searched. Settings, “Storage and privacy”, switches that on.");
    const bool isWrong = !parsed.problem.isEmpty();
    if (!isWrong) {
        m_written = {};
        m_written.text = parsed.onlyText;
        if (parsed.onlyText.isEmpty() && parsed.term != gateway::FilterTerm())
            m_written.condition = parsed.term;
    }
    QString echo = m_written.condition ? models::filterEcho(parsed.term) : QString();
    if (asksForBodies && m_bodySearch.share < 1.0)
        echo += tr(" (%1 of the stored requests are searched so far)").arg(DisplayFormat().percent(m_bodySearch.share));
    m_echo->setText(isWrong ? parsed.problem : echo);
    m_echo->setToolTip(m_echo->text());
    widgets::setTone(*m_echo, isWrong ? "error" : "secondary");
    emit filterChanged();
}

void RequestToolbar::setBodySearch(const gateway::api::BodySearchView &state)
{
    m_bodySearch = state;
    if (models::asksForBodies(models::parseFilter(m_text->text()).term))
        takeText();
}

void RequestToolbar::setFilterText(const QString &text)
{
    m_text->setText(text);
}

// Into the field, as if it had been typed: it can be seen, changed, and taken back there.
void RequestToolbar::narrow(const QString &term, bool isExcluded)
{
    const QString added = isExcluded ? QLatin1Char('-') + term : term;
    const models::ParsedFilter now = models::parseFilter(m_text->text());
    QString before = m_text->text().trimmed();
    if (now.term.kind == gateway::FilterTerm::Kind::Any)
        before = QLatin1Char('(') + before + QLatin1Char(')');
    m_text->selectAll();
    m_text->insert(before.isEmpty() ? added : before + QLatin1Char(' ') + added);
}

void RequestToolbar::clearFilter()
{
    setFilter({}, {});
}

QString RequestToolbar::filterText() const
{
    return m_text->text();
}

QStringList RequestToolbar::checkedStates() const
{
    QStringList names;
    for (const Chip &chip : m_chips) {
        if (chip.button->isChecked())
            names << chip.button->objectName();
    }
    return names;
}

void RequestToolbar::setFilter(const QString &text, const QStringList &states)
{
    // One change, not five.
    {
        const QSignalBlocker blocker(this);
        m_text->setText(text);
        for (const Chip &chip : std::as_const(m_chips))
            chip.button->setChecked(states.contains(chip.button->objectName()));
    }
    emit filterChanged();
}

void RequestToolbar::setSavedFiltersMenu(QMenu *menu)
{
    m_saved->setMenu(menu);
    m_saved->setPopupMode(QToolButton::InstantPopup);
}

void RequestToolbar::setGroupAction(QAction *action)
{
    m_group->setCheckable(true);
    m_group->setChecked(action->isChecked());
    connect(action, &QAction::toggled, m_group, &QToolButton::setChecked);
    connect(m_group, &QToolButton::toggled, action, &QAction::setChecked);
}

QWidget *RequestToolbar::filterField() const
{
    return m_text;
}

void RequestToolbar::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void RequestToolbar::showLive(bool isPaused, int heldCount, bool isByTime)
{
    m_isPaused = isPaused;
    m_heldCount = heldCount;
    m_isByTime = isByTime;
    updateLiveButton();
}

void RequestToolbar::updateLiveButton()
{
    const bool isBehind = m_isPaused || m_heldCount > 0;
    QString text = m_isPaused ? tr("Paused") : tr("Live");
    if (m_heldCount > 0)
        text = tr("%1 new", "requests that arrived meanwhile").arg(DisplayFormat().count(m_heldCount));
    if (!m_isByTime)
        text = tr("By time", "the order of the list that a click brings back");
    m_live->setIcon(look::icon(isBehind || !m_isByTime ? "play" : "pause"));
    m_live->setText(text);
    m_live->setToolTip(m_isByTime ? tr("Pause or resume the list (Space)")
                                  : tr("The list is sorted by a column. Back to the newest requests (End)"));
    m_live->setAccessibleName(!m_isByTime  ? tr("Show the newest requests: %1").arg(text)
                              : m_isPaused ? tr("Resume the list: %1").arg(text)
                              : isBehind   ? tr("Show the newest requests: %1").arg(text)
                                           : tr("Pause the list"));
    // The widest text keeps the place of what stands beside it.
    const QFontMetrics metrics(m_live->font());
    const int widest = std::max(
        {metrics.horizontalAdvance(tr("Paused")), metrics.horizontalAdvance(tr("Live")),
         metrics.horizontalAdvance(tr("By time", "the order of the list that a click brings back")),
         metrics.horizontalAdvance(tr("%1 new", "requests that arrived meanwhile").arg(QStringLiteral("99")))});
    m_live->setMinimumWidth(widest + 44);
}

void RequestToolbar::setRunningCount(int count)
{
    m_running->setCount(count);
}

bool RequestToolbar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        if (m_text->text().isEmpty())
            emit listWanted();
        else
            m_text->clear();
        return true;
    }
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        emit listWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RequestToolbar::applyTheme()
{
    m_saved->setIcon(look::icon("filter"));
    m_group->setIcon(look::icon("group"));
    m_columns->setIcon(look::icon("columns"));
    m_place->setIcon(look::icon("detail_below"));
    m_searchMark->setIcon(look::icon("search"));
    updateLiveButton();
}

} // namespace ui::pages
