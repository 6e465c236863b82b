// The switch of the Settings page for searching in what requests and answers say.
#include "ui/display_format.h"
#include "ui/models/error_words.h"
#include "ui/pages/settings_page.h"
#include "ui/widgets/settings_list.h"

#include <QCheckBox>
#include <QLabel>
#include <QPointer>
#include <QSignalBlocker>

#include <algorithm>

namespace ui::pages {

using namespace std::chrono_literals;
using gateway::api::BodySearchView;

namespace {

constexpr double nearlyAll = 0.99; // "100%" while others follow would be no sentence

} // namespace

void SettingsPage::buildBodySearch()
{
    m_bodySearch = makeSwitch("setting_body_search", tr("Make prompts and answers searchable"));
    m_bodySearchHint =
        m_list->addRow(tr("Search"), m_bodySearch, QString(), tr("full text, index, find, prompt, body, fts"));
    m_bodySearchHint->setObjectName(QStringLiteral("setting_body_search_hint"));
    m_bodySearchProgress.setInterval(2s);
    connect(m_bodySearch, &QCheckBox::clicked, this, &SettingsPage::switchBodySearch);
    connect(&m_bodySearchProgress, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_surroundings.inspector.lookAtBodySearch();
        else
            m_bodySearchProgress.stop();
    });
}

void SettingsPage::showBodySearch()
{
    const BodySearchView state = m_surroundings.inspector.bodySearch();
    const QSignalBlocker quiet(*m_bodySearch);
    m_bodySearch->setChecked(state.isOn);
    const bool isBuilding = state.isOn && state.share < 1.0;
    if (isBuilding && isVisible())
        m_bodySearchProgress.start();
    else
        m_bodySearchProgress.stop();
    QString text = tr("The filter of the requests then knows text:word. The index takes space in the history; switched "
                      "off again, it is deleted.");
    if (isBuilding)
        text = tr("%1 of the stored requests can be searched; the others follow in the background.")
                   .arg(DisplayFormat().percent(std::min(state.share, nearlyAll)));
    else if (state.isOn)
        text = tr("All stored requests can be searched: text:word in the filter of the requests.");
    widgets::SettingsList::setHint(*m_bodySearchHint, text);
}

void SettingsPage::switchBodySearch(bool isOn)
{
    const QPointer<SettingsPage> guard(this);
    m_surroundings.inspector.setBodySearch(isOn, [guard](const gateway::Result<BodySearchView> &state) {
        if (!guard)
            return;
        guard->showBodySearch();
        if (!state)
            widgets::SettingsList::setHint(*guard->m_bodySearchHint, models::failureText(state.error()));
    });
}

} // namespace ui::pages
