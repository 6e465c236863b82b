// Says what went wrong in the language of the window.
//
// The engine tells in English what happened, for logs and clients; the kind of an error is known by its code and
// status. A window in another language shows the kind in its own words and keeps the English text for a tip or a line
// beneath. An English window shows the engine's text, which is more exact.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/base/error.h"

#include <QString>

namespace ui::models {

struct Problem {
    QString code;         // errorCodeName
    int status = 0;       // of the provider's answer, or ours; 0 if there is none
    QString reportedText; // the engine's
};

// The kind in the language of the window; empty for kinds that have no words, like a provider's own refusal.
QString problemKindText(const Problem &problem);
// What to show first: the kind in the window's language, or the engine's text where that is as good. One line.
QString problemText(const Problem &problem);
// The engine's text where problemText() hides it, else nothing.
QString hiddenProblemText(const Problem &problem);

// The client left, or a person cancelled: nobody failed.
bool endedByClient(const QString &code);

Problem problemOf(const gateway::api::RequestSummary &request);
Problem problemOf(const gateway::api::ProviderView &provider); // of its health

// For a command that failed: what happened, and the engine's text beneath where that is in another language.
QString failureText(const gateway::Error &error);

} // namespace ui::models
