#include "gateway/translation/dialects/anthropic_messages/annotation_codec.h"

namespace gateway::translation::anthropic {

namespace {

std::optional<Json> ownCitation(const Json &annotation)
{
    if (textMember(annotation, "dialect") != dialectName(DialectId::AnthropicMessages))
        return std::nullopt;
    Json citation = annotation;
    citation.erase("dialect");
    return citation;
}

} // namespace

Json annotationFromCitation(const Json &citation, DialectId client, std::size_t textBytes)
{
    const std::string_view url = textMember(citation, "url");
    if (client != DialectId::AnthropicMessages && !url.empty()) {
        return Json{{"type", "url_citation"},
                    {"start_index", 0},
                    {"end_index", textBytes},
                    {"url", url},
                    {"title", textMember(citation, "title")}};
    }
    Json annotation = citation.is_object() ? citation : Json::object();
    annotation["dialect"] = dialectName(DialectId::AnthropicMessages);
    return annotation;
}

std::optional<Json> citationForClient(const Json &annotation)
{
    if (auto citation = ownCitation(annotation))
        return citation;
    if (findMember(annotation, "dialect") || textMember(annotation, "type") != "url_citation")
        return std::nullopt;
    return Json{{"type", "web_search_result_location"},
                {"cited_text", ""},
                {"encrypted_index", ""},
                {"title", textMember(annotation, "title")},
                {"url", textMember(annotation, "url")}};
}

std::optional<Json> citationForProvider(const Json &annotation)
{
    auto citation = ownCitation(annotation);
    if (citation && textMember(*citation, "type") == "web_search_result_location"
        && textMember(*citation, "encrypted_index").empty())
        return std::nullopt;
    return citation;
}

} // namespace gateway::translation::anthropic
