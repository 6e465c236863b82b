// No bytes may crash the scanner, the facts, the editor or the readers of whole bodies; their promises hold for all.
#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/json/json_scanner.h"
#include "gateway/translation/json/request_facts.h"
#include "gateway/translation/json/top_level_editor.h"
#include "gateway/translation/listing/model_list.h"
#include "gateway/translation/passthrough/answer_tap.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdlib>

using namespace gateway;
using namespace gateway::translation;

namespace {

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

void editObject(std::string_view object)
{
    const auto edited = setTopLevelMember(object, "model", "\"new\"");
    require(edited.has_value() && isWellFormedJson(*edited));
    require(*topLevelMember(*edited, "model") == std::optional<std::string>("\"new\""));
    require(readRequestFacts(*edited)->model == "new" || !readRequestFacts(*edited));
    const auto removed = removeTopLevelMember(object, "model");
    require(removed.has_value() && isWellFormedJson(*removed));
    require(!topLevelMember(*removed, "model")->has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    const bool isWellFormed = isWellFormedJson(text);
    // The library refuses some numbers and surrogates that RFC 8259 allows, but nothing that it takes may be refused,
    // apart from a byte order mark, which it skips, and a zero byte, which it takes for the end.
    const bool isComparable = text.substr(0, 3) != "\xEF\xBB\xBF" && text.find('\0') == std::string_view::npos;
    if (!isWellFormed && isComparable && size < 4096)
        require(!nlohmann::json::accept(text));
    const auto facts = readRequestFacts(text);
    require(isWellFormed || !facts);
    if (topLevelMember(text, "model") && size < 4096)
        editObject(text);
    require(isWellFormedJson(quoteJson(text)));
    for (const DialectId dialect : {DialectId::OpenAiChat, DialectId::OpenAiResponses, DialectId::AnthropicMessages}) {
        AnswerTap tap(dialect, true);
        tap.readWholeBody(text);
        const bool isMalformed = tap.readFrame({}, text) == FrameVerdict::Malformed;
        require(isMalformed == (!isWellFormed && size > 0) || text.substr(0, 6) == "[DONE]");
        require(tap.facts().rawUsage.empty() || isWellFormedJson(tap.facts().rawUsage));
    }
    const std::string words = upstreamErrorMessage(text);
    Error error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::Never, words);
    require(isWellFormedJson(renderErrorBody(ErrorShape::Bifrost, error, {})));
    for (const DialectFamily family : {DialectFamily::OpenAi, DialectFamily::Anthropic}) {
        const auto page = readModelList(family, text);
        if (!page)
            continue;
        std::vector<ListedModel> models;
        for (const ModelEntry &entry : page->models)
            models.push_back({"p", entry});
        require(isWellFormedJson(writeBifrostModelList(models)));
        require(isWellFormedJson(writeOpenAiModelList(models, "p")));
        require(isWellFormedJson(writeAnthropicModelList(models, {})));
    }
    return 0;
}
