// What a client has in the end, read as strictly as its SDKs read it and told in no dialect's words: to compare a streamed
// answer, a whole one, and what the provider said.
#pragma once

#include "gateway/translation/canonical/chat_response.h"

#include <string>
#include <string_view>
#include <vector>

namespace tests {

struct ToldAnswer {
    std::string problem; // the first rule that was broken; empty when all were kept
    std::string failure; // what the client is told in place of an end
    std::string text;    // with the refusals where the dialect has no place of their own for them
    std::string refusal;
    std::string reasoning;
    std::vector<std::string> calls; // name and arguments, one text each
    std::string ending;             // the word for why it ended
    std::string usage;              // the counts: "input output cached", in the dialect's own way to count
    // Everything else that the client sees, as text: citations, media, probabilities, signatures (also unpacked).
    std::string others;
};

ToldAnswer toldByStream(gateway::translation::DialectId client, std::string_view wire);
ToldAnswer toldByWhole(gateway::translation::DialectId client, std::string_view body);

} // namespace tests
