#include "tools/demo_provider/openai_embeddings_rules.h"

#include "tools/demo_provider/openai_fields.h"

namespace demo_provider::openai {

using namespace kind;

Verdict checkEmbeddings(const Json &body)
{
    static constexpr Field fields[] = {{"input", string | array, true},
                                       {"model", string, true},
                                       {"dimensions", integer},
                                       {"encoding_format", string},
                                       {"user", string}};
    if (auto verdict = check(body, {}, fields)) {
        return verdict;
    }
    const Json &input = body["input"];
    const bool tokens = input.is_array() && !input.empty() && input.front().is_number_integer();
    if (input.empty() || input == Json("")) {
        return refusal("'$.input' is invalid. Please check the API reference: "
                       "https://platform.openai.com/docs/api-reference.",
                       {});
    }
    if (input.is_array() && !tokens) {
        for (std::size_t i = 0; i < input.size(); ++i) {
            const bool isText = input[i].is_string() && input[i] != Json("");
            if (!isText && !(input[i].is_array() && !input[i].empty())) {
                return refusal("'$.input[" + std::to_string(i)
                                   + "]' is invalid. Please check the API reference: "
                                     "https://platform.openai.com/docs/api-reference.",
                               {});
            }
        }
    }
    if (auto verdict = checkRange(body, "dimensions", 1, 3072)) {
        return verdict;
    }
    if (auto verdict = checkOneOf(body, "encoding_format", {}, {"float", "base64"})) {
        return verdict;
    }
    return checkLength(body, "user", {}, 64);
}

} // namespace demo_provider::openai
