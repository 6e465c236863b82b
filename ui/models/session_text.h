// Puts what a session came to into words.
#pragma once

#include "gateway/api/session_views.h"
#include "ui/display_format.h"

#include <QString>

namespace ui::models {

QString sessionTitle(const gateway::api::SessionView &session);    // its name, or that there is none
QString sessionHeadline(const gateway::api::SessionView &session); // "Session build"
// "14:02 – 15:41", with days where they are not today.
QString sessionTimes(const gateway::api::SessionView &session, const DisplayFormat &format);
// "$0.42", "at least $0.42" where prices are missing, "no price".
QString sessionCost(const gateway::api::SessionView &session, const DisplayFormat &format);
// "12 requests · 14:02 – 15:41 · 84,212 tokens · $0.42 · 2 failed"
QString sessionFacts(const gateway::api::SessionView &session, const DisplayFormat &format);
// The sentence that a screen reader speaks.
QString spokenSession(const gateway::api::SessionView &session, bool isOpen, const DisplayFormat &format);

} // namespace ui::models
