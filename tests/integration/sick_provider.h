// An OpenAI provider that fails in every way that a provider can: the way is the first segment of its address.
#pragma once

#include "tests/support/fake_upstream.h"

#include <string>
#include <string_view>
#include <vector>

namespace tests {

inline constexpr std::string_view wholeText = "Alpha beta gamma delta epsilon zeta eta theta.";

enum class AfterFault {
    Failure, // without a fallback the client hears an error
    Success, // harmless: the answer is complete all the same
    Either,  // a cut: an error, or a success where all of the answer had come
};

struct Fault {
    const char *name;
    AfterFault whole;  // what a whole answer comes to
    AfterFault stream; // what a stream comes to
};

// Refusals of a connection and silences are not among them: the test makes those itself.
const std::vector<Fault> &faults();
constexpr int cutPlaces = 16; // faults "cut-0" to "cut-15" break the answer at so many sixteenths of its bytes

// The script of such a provider. Answers the dialects Chat and Responses, whole and streamed; each whole answer and
// each stream that is not broken says wholeText.
void playFault(FakePeer &peer, const ReceivedRequest &request);
// A healthy provider of Anthropic's dialect that says wholeText.
void playWell(FakePeer &peer, const ReceivedRequest &request);

} // namespace tests
