// Tool results where chats want them: each behind the call that it answers.
#pragma once

#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/canonical/message.h"

#include <string>
#include <vector>

namespace gateway::translation {

struct Turn {
    Message message;
    std::string pointer; // of the client's message
};

// Chats refuse a call without a result, a result without a call, and two calls with one id. So results move behind the
// assistant turn that called, before what stands between; a call without a result gets an empty one; a result without a
// call is said as text; calls without an id of their own get one by their position. Assistant turns that follow each
// other must have been joined. What was changed is reported.
std::vector<Turn> withSettledResults(std::vector<Turn> turns, ConversionReport &report);

} // namespace gateway::translation
