// Puts a request into words: its result, its headline and the sentence that a screen reader speaks.
#pragma once

#include "gateway/api/gateway_views.h"
#include "ui/display_format.h"

#include <QString>

namespace ui::models {

bool hasFailedUnanswered(gateway::RequestState state); // its row tells the error where others have figures
// A name of ours that stands for a model, like “medium”.
bool hasAskedForAlias(const gateway::api::RequestSummary &request);
bool hasFallenBack(const gateway::api::RequestSummary &request);

// "OpenAI Python" for "OpenAI SDK (Python)": what tells clients apart fits into a column.
QString shortClientName(const QString &client);

// "200 · stop", "429 · Quota per minute reached", "waiting for first token".
QString resultText(const gateway::api::RequestSummary &request);
// Who answered, or why nobody did: "Answered by bedrock after 2 failed tries".
QString headlineText(const gateway::api::RequestSummary &request);
QString errorText(const gateway::api::RequestSummary &request);  // empty when nothing went wrong
QString servedText(const gateway::api::RequestSummary &request); // "openai / gpt-5.4", or "not sent"
// "Rate limited. 14:31:33. Gemini CLI asked gemini-3.1-pro-preview. 429, quota reached. 2 tries, 0.38 s."
QString spokenText(const gateway::api::RequestSummary &request, const DisplayFormat &format);

} // namespace ui::models
