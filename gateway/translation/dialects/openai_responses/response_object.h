// The Response object of an answer: what was answered, and what of the request SDKs expect beside it.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/chat_response.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gateway::translation::openai_responses {

class ResponseObject {
public:
    // Names the answer; echoes the request, which is written once.
    void begin(const ChatRequest &request, std::string id, std::string model, std::int64_t createdAt,
               std::string_view serviceTier);
    void addItem(const std::string &item) { m_items += (m_items.empty() ? "" : ",") + item; }

    // JSON texts.
    std::string inProgress() const { return write("in_progress", {}, "null", "null"); }
    std::string ended(FinishReason reason, bool hasRefusal, const TokenUsage &usage) const;
    std::string failed(std::string_view code, std::string_view message, const TokenUsage &usage) const;

private:
    std::string write(std::string_view status, std::string_view incompleteReason, std::string_view rawError,
                      std::string_view rawUsage) const;

    std::string m_head; // id, object, created_at, model
    std::string m_echo;
    std::string m_items;
};

} // namespace gateway::translation::openai_responses
