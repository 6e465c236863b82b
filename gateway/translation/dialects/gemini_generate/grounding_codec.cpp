#include "gateway/translation/dialects/gemini_generate/grounding_codec.h"

#include <algorithm>
#include <cstdint>

namespace gateway::translation::gemini {

namespace {

bool beginsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::int64_t charactersBefore(std::string_view text, std::int64_t byte)
{
    const auto end = static_cast<std::size_t>(std::clamp<std::int64_t>(byte, 0, std::ssize(text)));
    const std::string_view before = text.substr(0, end);
    return std::count_if(before.begin(), before.end(), beginsCharacter);
}

std::int64_t bytesBefore(std::string_view text, std::int64_t character)
{
    std::int64_t seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (beginsCharacter(text[i]) && seen++ == character)
            return static_cast<std::int64_t>(i);
    }
    return std::ssize(text);
}

Json citationOf(const Json &chunk, std::int64_t start, std::int64_t end)
{
    const Json *page = findObject(chunk, "web");
    for (const char *kind : {"retrievedContext", "maps"}) {
        if (!page)
            page = findObject(chunk, kind);
    }
    if (!page || textMember(*page, "uri").empty())
        return {};
    return Json{{"type", "url_citation"},
                {"start_index", start},
                {"end_index", end},
                {"url", textMember(*page, "uri")},
                {"title", textMember(*page, "title")}};
}

void addCitation(std::vector<Json> &citations, Json citation)
{
    if (!citation.is_null() && std::find(citations.begin(), citations.end(), citation) == citations.end())
        citations.push_back(std::move(citation));
}

void addSupport(const Json &support, const Json &chunks, std::string_view text, std::vector<Json> &citations)
{
    const Json *segment = findObject(support, "segment");
    const Json *indexes = findArray(support, "groundingChunkIndices");
    if (!segment || !indexes)
        return;
    const std::int64_t start = charactersBefore(text, integerMember(*segment, "startIndex").value_or(0));
    const std::int64_t end = charactersBefore(text, integerMember(*segment, "endIndex").value_or(std::ssize(text)));
    for (const Json &index : *indexes) {
        if (!index.is_number_integer())
            continue;
        const auto place = index.get<std::int64_t>();
        if (place >= 0 && place < std::ssize(chunks))
            addCitation(citations, citationOf(chunks[static_cast<std::size_t>(place)], start, std::max(start, end)));
    }
}

} // namespace

std::vector<Json> citationsFrom(const Json &grounding, std::string_view text, ConversionReport &report)
{
    std::vector<Json> citations;
    const Json nothing = Json::array();
    const Json *told = findArray(grounding, "groundingChunks");
    const Json &chunks = told ? *told : nothing;
    if (const Json *supports = findArray(grounding, "groundingSupports")) {
        for (const Json &support : *supports)
            addSupport(support, chunks, text, citations);
    }
    if (citations.empty()) {
        for (const Json &chunk : chunks)
            addCitation(citations, citationOf(chunk, 0, charactersBefore(text, std::ssize(text))));
    }
    for (const Json &chunk : chunks) {
        if (citationOf(chunk, 0, 0).is_null())
            report.dropped("answer/candidates/groundingMetadata/groundingChunks",
                           "A citation of something without a page.");
    }
    for (const char *name : {"searchEntryPoint", "webSearchQueries", "imageSearchQueries", "retrievalMetadata",
                             "googleMapsWidgetContextToken"}) {
        if (findMember(grounding, name))
            report.dropped(std::string("answer/candidates/groundingMetadata/") + name,
                           "Other dialects have no place for what was searched.");
    }
    return citations;
}

Json groundingFrom(const std::vector<Json> &annotations, std::string_view text, ConversionReport &report)
{
    Json chunks = Json::array();
    Json supports = Json::array();
    for (const Json &annotation : annotations) {
        const std::string_view url = textMember(annotation, "url");
        if (findMember(annotation, "dialect") || textMember(annotation, "type") != "url_citation" || url.empty()) {
            report.dropped("answer/content/annotations", "Gemini has a form for citations of pages only.");
            continue;
        }
        Json chunk{{"web", Json{{"uri", url}, {"title", textMember(annotation, "title")}}}};
        const auto known = std::find(chunks.begin(), chunks.end(), chunk);
        const auto index = known - chunks.begin();
        if (known == chunks.end())
            chunks.push_back(std::move(chunk));
        const std::int64_t start = bytesBefore(text, integerMember(annotation, "start_index").value_or(0));
        const std::int64_t end = std::max(start, bytesBefore(text, integerMember(annotation, "end_index").value_or(0)));
        Json segment{{"startIndex", start}, {"endIndex", end}};
        segment["text"] = text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
        supports.push_back(Json{{"segment", std::move(segment)}, {"groundingChunkIndices", Json::array({index})}});
    }
    if (chunks.empty())
        return {};
    return Json{{"groundingChunks", std::move(chunks)}, {"groundingSupports", std::move(supports)}};
}

} // namespace gateway::translation::gemini
