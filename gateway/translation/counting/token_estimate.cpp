#include "gateway/translation/counting/token_estimate.h"

#include "gateway/base/overload.h"
#include "gateway/translation/json/utf8.h"

#include <cmath>

namespace gateway::translation {

namespace {

constexpr double tokensOfAMessage = 4; // its role and its borders
constexpr double tokensOfATool = 8;
constexpr double tokensOfAnImage = 1'000;
constexpr double leastOfADocument = 300;
constexpr double bytesOfADocumentToken = 60;
constexpr double bytesOfARecordingToken = 500;

enum class Script {
    Space,
    LineBreak,
    Digit,
    Lower,
    Upper,
    Punctuation,
    Latin,      // letters beyond ASCII
    Cyrillic,   // and Greek
    Alphabetic, // Hebrew, Arabic, Indic, ...
    Ideograph,  // Chinese, Japanese, Korean: nearly a token each
    Symbol,     // emoji and what is rarer
};

Script scriptOf(char32_t point)
{
    if (point < 0x80) {
        const auto character = static_cast<char>(point);
        if (character == '\n' || character == '\r')
            return Script::LineBreak;
        if (character <= ' ')
            return Script::Space;
        if (character >= '0' && character <= '9')
            return Script::Digit;
        if (character >= 'a' && character <= 'z')
            return Script::Lower;
        if (character >= 'A' && character <= 'Z')
            return Script::Upper;
        return Script::Punctuation;
    }
    if (point < 0x370)
        return point < 0xC0 ? Script::Punctuation : Script::Latin;
    if (point >= 0x1E00 && point < 0x1F00)
        return Script::Latin;
    if (point < 0x530)
        return Script::Cyrillic;
    if (point < 0x1100 || (point >= 0x1200 && point < 0x2000))
        return Script::Alphabetic;
    if (point < 0x2E80)
        return point < 0x2000 ? Script::Ideograph : Script::Punctuation;
    if (point < 0x3040)
        return point >= 0x3000 ? Script::Punctuation : Script::Ideograph;
    if (point < 0xFE00)
        return point >= 0xE000 && point < 0xF900 ? Script::Symbol : Script::Ideograph;
    return point >= 0xFF00 && point < 0xFFF0 ? Script::Punctuation : Script::Symbol;
}

char32_t codePoint(std::string_view character)
{
    const auto byte = [&](std::size_t index) {
        return static_cast<char32_t>(static_cast<unsigned char>(character[index]));
    };
    switch (character.size()) {
    case 2: return ((byte(0) & 0x1Fu) << 6u) | (byte(1) & 0x3Fu);
    case 3: return ((byte(0) & 0x0Fu) << 12u) | ((byte(1) & 0x3Fu) << 6u) | (byte(2) & 0x3Fu);
    case 4:
        return ((byte(0) & 0x07u) << 18u) | ((byte(1) & 0x3Fu) << 12u) | ((byte(2) & 0x3Fu) << 6u) | (byte(3) & 0x3Fu);
    default: return byte(0);
    }
}

// Adds up runs of one script. A capital begins a word, capitals among themselves are one.
class RunCounter {
public:
    void add(Script script)
    {
        const bool continues =
            script == m_script || (m_script == Script::Upper && script == Script::Lower && m_length == 1)
            || (isWord(m_script)
                && (script == Script::Latin || (m_script == Script::Latin && script == Script::Lower)));
        if (!continues) {
            close();
            m_isBehindPunctuation = m_script == Script::Punctuation;
            if (m_isBehindPunctuation && m_length == 1 && isWord(script))
                m_tokens -= 0.3; // "(self" and "_name" are often one token
            m_wasSpace = m_script == Script::Space && m_length == 1;
            m_length = 0;
            m_foreign = 0;
        }
        m_script = script;
        ++m_length;
        m_foreign += script == Script::Latin ? 1 : 0;
    }

    double finish()
    {
        close();
        return m_tokens;
    }

private:
    static bool isWord(Script script)
    {
        return script == Script::Lower || script == Script::Upper || script == Script::Latin;
    }

    void close()
    {
        const auto length = static_cast<double>(m_length);
        if (m_length == 0)
            return;
        switch (m_script) {
        case Script::Space: m_tokens += m_length > 1 ? 1 : 0; break; // one space belongs to the word behind it
        case Script::LineBreak: m_tokens += m_isBehindPunctuation ? 0 : 1; break; // ";\n" is one token
        case Script::Digit: m_tokens += std::ceil(length / 3) + (m_wasSpace ? 1 : 0); break;
        case Script::Lower:
        case Script::Upper:
        case Script::Latin: m_tokens += wordTokens(length); break;
        case Script::Punctuation: m_tokens += std::ceil(length / 3); break;
        case Script::Cyrillic: m_tokens += std::max(1.0, length / 4.4); break;
        case Script::Alphabetic: m_tokens += std::max(1.0, length / 3); break;
        case Script::Ideograph: m_tokens += length * 0.68; break;
        case Script::Symbol: m_tokens += length * 1.6; break;
        }
    }

    double wordTokens(double length) const
    {
        const double common = m_script == Script::Upper && m_length > 1 ? 2.5 : 8; // letters that one token takes
        return std::max(1.0, length / common) + 0.5 * static_cast<double>(m_foreign);
    }

    Script m_script = Script::Space;
    std::size_t m_length = 0;
    std::size_t m_foreign = 0; // letters beyond ASCII
    bool m_wasSpace = false;
    bool m_isBehindPunctuation = false;
    double m_tokens = 0;
};

double ofText(std::string_view text)
{
    RunCounter counter;
    const char *position = text.data();
    const char *const end = position + text.size();
    while (position < end) {
        const std::size_t length = utf8CharacterLength(position, end);
        if (length == 0) { // broken text: each byte for itself
            counter.add(Script::Symbol);
            ++position;
            continue;
        }
        counter.add(scriptOf(codePoint({position, length})));
        position += length;
    }
    return counter.finish();
}

double ofJson(const Json &json)
{
    return json.is_null() ? 0 : ofText(dumpJson(json));
}

double ofMedia(const MediaPart &media)
{
    const bool isInline = media.source == MediaPart::Source::Base64;
    const auto bytes = isInline ? static_cast<double>(media.value.size()) * 0.75 : 0.0;
    switch (media.kind) {
    case MediaKind::Image: return tokensOfAnImage;
    case MediaKind::Document:
        if (media.source == MediaPart::Source::PlainText)
            return ofText(media.value);
        return std::max(leastOfADocument, bytes / bytesOfADocumentToken);
    case MediaKind::Audio:
    case MediaKind::Video: return std::max(leastOfADocument, bytes / bytesOfARecordingToken);
    }
    return 0;
}

double ofParts(const std::vector<Part> &parts);

double ofPart(const Part &part)
{
    return std::visit(
        Overload{
            [](const TextPart &text) { return ofText(text.text); },
            [](const MediaPart &media) { return ofMedia(media); },
            [](const ToolCallPart &call) { return ofText(call.name) + ofText(call.arguments) + tokensOfATool; },
            [](const ToolResultPart &result) { return ofParts(result.content) + tokensOfATool; },
            [](const ReasoningPart &reasoning) { return ofText(reasoning.text); },
            [](const RefusalPart &refusal) { return ofText(refusal.text); },
            [](const OpaquePart &opaque) { return ofJson(opaque.json); },
        },
        part.content);
}

double ofParts(const std::vector<Part> &parts)
{
    double tokens = 0;
    for (const Part &part : parts)
        tokens += ofPart(part);
    return tokens;
}

double ofTool(const Tool &tool)
{
    return tokensOfATool + ofText(tool.name) + ofText(tool.description) + ofJson(tool.inputSchema) + ofJson(tool.raw);
}

} // namespace

std::int64_t estimateTokens(std::string_view text)
{
    return std::llround(ofText(text));
}

std::int64_t estimateInputTokens(const ChatRequest &request)
{
    double tokens = tokensOfAMessage;
    for (const Message &message : request.messages)
        tokens += tokensOfAMessage + ofParts(message.parts);
    for (const Tool &tool : request.tools)
        tokens += ofTool(tool);
    if (request.outputFormat.kind == OutputFormat::Kind::JsonSchema)
        tokens += ofJson(request.outputFormat.schema);
    return std::llround(std::ceil(tokens));
}

} // namespace gateway::translation
