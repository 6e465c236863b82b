// Reads what a record needs of answers that are no completions: usage in all its words, models, errors.
#pragma once

#include "gateway/translation/passthrough/answer_facts.h"

#include <string_view>

namespace gateway::translation {

// Pictures are counted, and seconds of sound read where they are told (usage.seconds, duration).
// A whole answer; nothing is read of one that is no JSON. Usage is OpenAI's input_tokens/output_tokens (images,
// transcriptions) or prompt_tokens/completion_tokens (moderations, rerankers of vLLM and Jina, which may tell the total
// alone), Cohere's meta.billed_units with its search_units, Mistral's usage_info.
void readForwardedAnswer(std::string_view body, AnswerFacts &facts);

// One event of a stream: image_generation.completed, speech.audio.done, transcript.text.done tell the usage and are the
// end; "error" tells why there is no more.
void readForwardedEvent(std::string_view event, std::string_view data, AnswerFacts &facts);

} // namespace gateway::translation
