// Parts of the hub as parts of a request to Gemini, with notes of what is lost.
#pragma once

#include "gateway/translation/dialects/gemini_generate/encode_context.h"

#include <optional>
#include <string>

namespace gateway::translation::gemini {

// One for each message. `pointer` is the part's place in the client's request, `parts` an array to which is appended.
class RequestPartEncoder {
public:
    explicit RequestPartEncoder(EncodeContext &context) : m_context(context) {}

    void addSystemPart(const Part &part, const std::string &pointer, Json &parts);
    std::optional<Error> addUserPart(const Part &part, const std::string &pointer, Json &parts);
    std::optional<Error> addModelPart(const Part &part, const std::string &pointer, Json &parts);

    // `call` may be null (a result of unknown origin); media that a functionResponse cannot hold goes to `media`.
    void addResult(const Part &part, const ToolCallPart *call, const std::string &pointer, Json &results, Json &media);
    void addOrphanResult(const Part &part, const std::string &pointer, Json &parts);

private:
    void addText(std::string_view text, const Part &part, Json &parts);
    std::optional<Error> addMedia(const MediaPart &media, const Part &part, const std::string &pointer, Json &parts);
    void addReasoning(const ReasoningPart &reasoning, const Part &part, Json &parts);
    void addCall(const ToolCallPart &call, const Part &part, const std::string &pointer, Json &parts);
    void addOpaque(const OpaquePart &opaque, const std::string &pointer, Json &parts);
    Json responseOf(const ToolResultPart &result, const std::string &pointer, Json &responseParts, Json &media);
    void finish(Json json, const Part &part, std::string_view field, Json &parts);
    void addNotes(const Part &part, const std::string &pointer);
    void noteLabels(const MediaPart &media, const std::string &pointer);
    std::string idOf(std::string_view callId) const;
    static std::string signatureOf(const Part &part);

    EncodeContext &m_context;
    std::string m_pendingSignature; // of a reasoning part that belongs to the part after it
};

} // namespace gateway::translation::gemini
