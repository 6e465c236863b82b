// Messages of a conversation as content parts: the superset of what the six dialects can say.
#pragma once

#include "gateway/translation/canonical/extensions.h"
#include "gateway/translation/canonical/opaque_state.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gateway::translation {

struct Part;

struct TextPart {
    std::string text;
    std::vector<Json> annotations; // citations in OpenAI Responses' form ("url_citation", ...) or a dialect's own:
                                   // each has a member "dialect" only when it is not OpenAI's
    bool operator==(const TextPart &) const = default;
};

enum class MediaKind { Image, Document, Audio, Video };

// Where the bytes are; the reference keeps its original form, nothing is fetched.
struct MediaPart {
    enum class Source { Url, Base64, FileId, PlainText };
    MediaKind kind = MediaKind::Image;
    Source source = Source::Url;
    std::string value;     // the URL (never a data: URL, decoders take those apart), base64, id or text
    std::string mediaType; // "image/png"; empty when unknown
    std::string filename;  // or title
    std::string detail;    // OpenAI's "low", "high", "auto"
    bool operator==(const MediaPart &) const = default;
};

// A call that the model makes. Arguments stay the text that the model wrote: possibly empty, possibly not yet whole.
struct ToolCallPart {
    enum class Kind { Function, Custom }; // Custom: free text input (OpenAI)
    Kind kind = Kind::Function;
    std::string id;            // empty where the dialect has none: encoders ask ExchangeState for one
    std::string name;          // as the client knows it
    std::string arguments;     // JSON text of an object; for Custom the input itself
    std::string toolNamespace; // OpenAI Responses' namespace tools; else empty
    std::string itemId;        // OpenAI Responses: "fc_..."; else empty
    bool operator==(const ToolCallPart &) const = default;
};

struct ToolResultPart {
    std::string callId;
    std::string toolName;      // where known: Gemini needs it; decoders fill it from the call with that id
    std::vector<Part> content; // text, media, opaque
    bool isError = false;
    ToolCallPart::Kind kind = ToolCallPart::Kind::Function;
    bool operator==(const ToolResultPart &) const;
};

// Text may be empty: then only the state counts.
struct ReasoningPart {
    std::string text;
    bool isSummary = false; // OpenAI's summaries, in contrast to the reasoning itself
    bool operator==(const ReasoningPart &) const = default;
};

struct RefusalPart {
    std::string text;
    bool operator==(const RefusalPart &) const = default;
};

// A part that the hub has no word for (built-in tool calls and results, thread markers, ...): goes back to its own
// dialect unchanged and to no other.
struct OpaquePart {
    DialectId dialect = DialectId::OpenAiChat;
    Json json;
    bool operator==(const OpaquePart &) const = default;
};

using PartContent =
    std::variant<TextPart, MediaPart, ToolCallPart, ToolResultPart, ReasoningPart, RefusalPart, OpaquePart>;

// Asks the provider to cache the prompt up to here (Anthropic's cache_control, Bedrock's cachePoint).
struct CacheMarker {
    std::string timeToLive; // "5m", "1h" or empty for the provider's default
    bool operator==(const CacheMarker &) const = default;
};

struct Part {
    PartContent content;
    std::optional<OpaqueState> state; // signature of reasoning; thoughtSignature of any Gemini part
    std::optional<CacheMarker> cacheMarker;
    Extensions extensions;
    // How the request's own dialect wrote what the hub says in its own way: an item's id, a string in place of an array
    // with one text. For the encoder of that dialect alone; it means nothing elsewhere, so leaving it out is no loss.
    Json wireForm = nullptr;

    template <typename T>
    const T *as() const
    {
        return std::get_if<T>(&content);
    }
    template <typename T>
    T *as()
    {
        return std::get_if<T>(&content);
    }
    bool operator==(const Part &) const = default;
};

inline bool ToolResultPart::operator==(const ToolResultPart &other) const
{
    return callId == other.callId && toolName == other.toolName && content == other.content && isError == other.isError
           && kind == other.kind;
}

enum class Role {
    System,
    Developer,
    User,
    Assistant,
    Tool, // holds ToolResultParts and nothing else
};

// Messages keep the client's order, system and developer messages in mid-conversation included. A user turn that mixes
// tool results with other parts (Anthropic, Gemini) is decoded as a Tool message and a User message; encoders join what
// their dialect wants in one turn.
struct Message {
    Role role = Role::User;
    std::vector<Part> parts;
    std::string name;        // OpenAI's participant name
    bool isTopLevel = false; // came from `system`, `instructions` or `systemInstruction`, not from the messages
    Extensions extensions;
    bool operator==(const Message &) const = default;
};

Part makeText(std::string text);

// All text of the parts, joined without separator; other kinds are left out.
std::string joinedText(const std::vector<Part> &parts);

} // namespace gateway::translation
