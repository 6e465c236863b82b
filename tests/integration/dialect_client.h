// Asks in one of four dialects and says, as strictly as an SDK, what the answer is: a success, an error, or neither.
#pragma once

#include "tests/support/gateway_under_test.h"

#include <string>
#include <vector>

namespace tests {

enum class ClientDialectName { Chat, Responses, Messages, Gemini };

struct SeenAnswer {
    enum class Kind {
        Success, // complete, with its end mark
        Failure, // an error in the dialect's shape, as a status or as an event
        Illegal, // anything else; `problem` says what
    };
    Kind kind = Kind::Illegal;
    std::string text;
    std::string problem;
};

const std::vector<ClientDialectName> &allClientDialects();
const char *nameOf(ClientDialectName dialect);

// `fallback` may be empty.
QByteArray pathFor(ClientDialectName dialect, const std::string &model, bool isStream);
QByteArray bodyFor(ClientDialectName dialect, const std::string &model, bool isStream, const std::string &fallback);

SeenAnswer read(ClientDialectName dialect, bool isStream, const ClientAnswer &answer);

} // namespace tests
