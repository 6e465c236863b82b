// What a Gemini model's name tells about the request that it takes.
#pragma once

#include "gateway/translation/canonical/chat_request.h"

#include <string>
#include <string_view>

namespace gateway::translation::gemini {

// Google's model names are open-ended, so names that are not known to be older count as the newest kind: aliases such as
// gemini-flash-latest, and versions to come.
struct ModelTraits {
    int major = 0; // 0: not told by the name
    int minor = 0;
    bool isGemini = false;
    bool isGemma = false;
    bool isPro = false;
    bool isFlash = false;
    bool isLite = false;

    bool isGemini3OrNewer() const { return isGemini && (major == 0 || major >= 3); }
    bool isAtLeast(int wantedMajor, int wantedMinor) const;

    // ai.google.dev/gemini-api/docs/thought-signatures: the first functionCall of a step needs one, or it is a 400.
    bool needsSignatures() const { return isGemini3OrNewer(); }
    // Gemma and Gemini 1.x know the OpenAPI subset only.
    bool takesJsonSchemaTools() const { return isGemini && isAtLeast(2, 0); }
    bool takesJsonSchemaOutput() const { return isGemini && isAtLeast(2, 5); }
    // "Function calling with a response mime type: 'application/json' is unsupported" before Gemini 3.
    bool takesOutputSchemaWithTools() const { return isGemini3OrNewer(); }
    bool takesMediaInResults() const { return isGemini3OrNewer(); }
    bool takesSystemInstruction() const { return !isGemma; }
    bool takesPenalties() const { return !(isGemini && major == 2 && minor == 5); }
    bool thinksByLevel() const { return isGemini3OrNewer(); }
    bool thinksByBudget() const { return isGemini && major == 2 && minor >= 5; }
    // The least thinkingLevel: Gemini 3 models cannot stop thinking, and not all know "minimal".
    ReasoningEffort leastLevel() const;
    ReasoningEffort greatestLevel() const;

    std::string name; // in lower case, without "models/"
};

ModelTraits traitsOf(std::string_view model);

} // namespace gateway::translation::gemini
