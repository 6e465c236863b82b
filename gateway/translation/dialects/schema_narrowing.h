// Turns one JSON Schema into the OpenAPI 3.0 subset of Gemini; the work behind openApiSubset().
#pragma once

#include "gateway/translation/dialects/json_schema_subset.h"

#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

// Borrows the schema and the report; one for each schema.
class SchemaNarrowing {
public:
    SchemaNarrowing(const Json &root, ConversionReport &report) : m_root(root), m_report(report) {}

    Json narrowed(const Json &schema, const std::string &pointer);

private:
    // What `type` and the alternatives of one schema say about the kinds of its values.
    struct Kinds {
        std::vector<std::string_view> types; // Gemini's words
        std::vector<Json> alternatives;      // of anyOf and oneOf, without null
        bool isNullable = false;
    };

    Json ofReference(const Json &schema, const std::string &reference, const std::string &pointer);
    Json ofKinds(const Json &schema, const Kinds &kinds, const std::string &pointer);
    Json ofAlternatives(Json base, const std::vector<Json> &alternatives, bool isNullable, const std::string &pointer);
    Json ofOneType(const Json &schema, std::string_view type, const std::string &pointer);
    Json flattened(const Json &schema, const std::string &pointer);
    void mergeInto(Json &base, const Json &more, const std::string &pointer);
    void addObject(const Json &schema, Json &result, const std::string &pointer);
    void addArray(const Json &schema, Json &result, const std::string &pointer);
    void addEnum(const Json &schema, std::string_view type, Json &result, const std::string &pointer);
    void addBounds(const Json &schema, std::string_view type, Json &result, const std::string &pointer);
    void noteDropped(const Json &schema, const std::string &pointer);
    Json anyValue(const Json &schema, const std::string &pointer);
    static Kinds kindsOf(const Json &schema);

    const Json &m_root;
    ConversionReport &m_report;
    std::vector<std::string> m_openReferences;
    std::size_t m_nodes = 0;
    int m_depth = 0;
};

} // namespace gateway::translation
