// What is known about one try at one target.
#pragma once

#include "gateway/metering/cost_meter.h"
#include "gateway/pipeline/follow_up.h"
#include "gateway/pipeline/line_rewriter.h"
#include "gateway/pipeline/operation_exchange.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/pipeline/translated_exchange.h"
#include "gateway/translation/completions/text_completion.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gateway::pipeline {

// Lives on a worker thread, from the choice of the target to the end of the attempt.
struct AttemptContext {
    AttemptContext(RequestContext &owner, routing::RouteTarget chosen) : request(owner), target(std::move(chosen)) {}

    // What the encoding changed: for the record, and for a client that asks.
    void add(translation::ConversionNote note)
    {
        notes.push_back(describeNote(note));
        losses.push_back(std::move(note));
    }

    RequestContext &request; // outlives it
    routing::RouteTarget target;
    bool mustTranslate = false;                     // also between equal dialects: its answer continues a broken one
    bool mustSeeContent = false;                    // its first token counts, also where nobody could take over
    std::string prefill;                            // what the client has of the answer: the target goes on from it
    bool mustWithholdUsageFrame = false;            // we asked for usage, the client did not
    std::unique_ptr<TranslatedExchange> translated; // when the provider speaks another dialect than the client
    metering::OtherUse asked;                       // what a request says of pictures and speech, but not its answer
    std::unique_ptr<OperationExchange> operation;   // of what is no completion and does not simply pass through
    FollowUpSource followUp;                        // where one request may not be enough; else empty
    // What a request still needs before it is sent, in steps that leave the worker to others between them: true when it
    // is done. Null: nothing.
    std::function<Result<bool>(net::UpstreamRequest &)> preparation;
    std::unique_ptr<LineRewriter> lines; // of a body that is said again line by line, however large; else null
    HeaderList answerHeaders;            // of the last answer, for `operation` and `followUp`
    bool refusesRedirects = false;       // where another address would be another owner's
    // Of a text completion that is asked in a chat: the chat, instead of the client's body.
    std::optional<translation::TextCompletionQuestion> chatInstead;
    std::vector<translation::ConversionNote> losses; // of the request, for a client that asks
    std::vector<std::string> notes;                  // what the encoding changed, for the record
};

} // namespace gateway::pipeline
