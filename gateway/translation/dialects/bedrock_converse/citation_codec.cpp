#include "gateway/translation/dialects/bedrock_converse/citation_codec.h"

namespace gateway::translation::bedrock {

Json annotationFromCitation(const Json &citation, DialectId client, std::size_t textBytes)
{
    if (client != ownDialect) {
        const Json *location = findObject(citation, "location");
        const Json *web = location ? findObject(*location, "web") : nullptr;
        const std::string_view url = web ? textMember(*web, "url") : std::string_view();
        if (!url.empty()) {
            return Json{{"type", "url_citation"},
                        {"start_index", 0},
                        {"end_index", textBytes},
                        {"url", url},
                        {"title", textMember(citation, "title")}};
        }
    }
    Json annotation = citation.is_object() ? citation : Json::object();
    annotation["dialect"] = dialectName(ownDialect);
    return annotation;
}

std::optional<Json> citationFromAnnotation(const Json &annotation)
{
    const std::string_view dialect = textMember(annotation, "dialect");
    if (dialect == dialectName(ownDialect)) {
        Json citation = annotation;
        citation.erase("dialect");
        return citation;
    }
    if (!dialect.empty() || textMember(annotation, "type") != "url_citation")
        return std::nullopt;
    Json citation = {{"location", {{"web", {{"url", textMember(annotation, "url")}}}}}};
    if (const std::string_view title = textMember(annotation, "title"); !title.empty())
        citation["title"] = title;
    return citation;
}

} // namespace gateway::translation::bedrock
