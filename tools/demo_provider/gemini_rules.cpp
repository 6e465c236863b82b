#include "tools/demo_provider/gemini_rules.h"

#include "tools/demo_provider/gemini_config_rules.h"
#include "tools/demo_provider/gemini_fields.h"
#include "tools/demo_provider/gemini_turn_rules.h"

namespace demo_provider::gemini {

using namespace kind;

namespace {

constexpr Field bodyFields[] = {{"contents", array},
                                {"model", string},
                                {"tools", array},
                                {"toolConfig", object},
                                {"safetySettings", array},
                                {"systemInstruction", object},
                                {"generationConfig", object},
                                {"cachedContent", string},
                                {"serviceTier", string},
                                {"store", boolean}};

Verdict checkSafety(const Json &settings)
{
    static constexpr Field fields[] = {{"category", string, true}, {"threshold", string, true}, {"method", string}};
    for (std::size_t i = 0; i < settings.size(); ++i) {
        const std::string path = indexed({}, "safetySettings", i);
        if (auto verdict = check(settings[i], path, fields)) {
            return verdict;
        }
        if (auto verdict = checkEnum(settings[i], "threshold", path, "SafetySetting.HarmBlockThreshold",
                                     {"HARM_BLOCK_THRESHOLD_UNSPECIFIED", "BLOCK_LOW_AND_ABOVE",
                                      "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF"})) {
            return verdict;
        }
    }
    return std::nullopt;
}

} // namespace

Verdict checkGenerate(const Json &body, bool thinks)
{
    if (auto verdict = check(body, {}, bodyFields)) {
        return verdict;
    }
    if (auto verdict = checkContents(memberOf(body, "contents"), thinks)) {
        return verdict;
    }
    if (body.contains("systemInstruction")) {
        if (auto verdict = checkTextContent(body["systemInstruction"], "system_instruction")) {
            return verdict;
        }
    }
    if (auto verdict = checkTools(memberOf(body, "tools"))) {
        return verdict;
    }
    if (auto verdict = checkToolConfig(memberOf(body, "toolConfig"), memberOf(body, "tools"))) {
        return verdict;
    }
    if (auto verdict = checkGenerationConfig(memberOf(body, "generationConfig"))) {
        return verdict;
    }
    return checkSafety(memberOf(body, "safetySettings"));
}

Verdict checkCountTokens(const Json &body, bool thinks)
{
    static constexpr Field fields[] = {{"contents", array}, {"generateContentRequest", object}};
    if (auto verdict = check(body, {}, fields)) {
        return verdict;
    }
    if (body.contains("contents") == body.contains("generateContentRequest")) {
        return refusal("Exactly one of contents and generate_content_request must be set.");
    }
    return body.contains("contents") ? checkContents(body["contents"], false)
                                     : checkGenerate(body["generateContentRequest"], thinks);
}

} // namespace demo_provider::gemini
