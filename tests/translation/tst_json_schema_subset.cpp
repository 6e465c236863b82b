#include "gateway/translation/dialects/json_schema_subset.h"
#include "tests/support/json_comparison.h"

#include <QTest>

#include <algorithm>

using namespace gateway::translation;

namespace {

Json subset(const std::string &schema, ConversionReport &report)
{
    return openApiSubset(*parseJson(schema), "/s", report);
}

QByteArray sorted(const Json &value)
{
    return QByteArray::fromStdString(nlohmann::json::parse(dumpJson(value)).dump());
}

// Members that Gemini's Schema has (ai.google.dev/api/caching#Schema).
bool isGeminiSchema(const Json &schema)
{
    static const std::vector<std::string> words{
        "type",          "format",     "title",    "description",     "nullable",  "enum",
        "maxItems",      "minItems",   "required", "minLength",       "maxLength", "minProperties",
        "maxProperties", "pattern",    "example",  "default",         "minimum",   "maximum",
        "items",         "properties", "anyOf",    "propertyOrdering"};
    if (!schema.is_object())
        return false;
    for (const auto &[name, value] : schema.items()) {
        if (std::find(words.begin(), words.end(), name) == words.end())
            return false;
    }
    if (const Json *alternatives = findArray(schema, "anyOf"))
        return schema.size() == 1 && std::all_of(alternatives->begin(), alternatives->end(), isGeminiSchema);
    if (!schema.contains("type"))
        return false;
    const Json *properties = findMember(schema, "properties");
    if (properties && (properties->empty() || !std::all_of(properties->begin(), properties->end(), isGeminiSchema)))
        return false;
    const Json *items = findMember(schema, "items");
    return schema["type"] == "ARRAY" ? items && isGeminiSchema(*items) : !items;
}

} // namespace

class JsonSchemaSubsetTest : public QObject {
    Q_OBJECT

private slots:
    void narrowsEveryKeyword_data();
    void narrowsEveryKeyword();
    void notesWhatIsLost_data();
    void notesWhatIsLost();
    void cyclesBecomeOpenObjects();
    void doublingReferencesStayBounded();
    void deepSchemasAreCutOff();
    void anyJsonBecomesASchema();
    void tellsStrictSchemas_data();
    void tellsStrictSchemas();
};

void JsonSchemaSubsetTest::narrowsEveryKeyword_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char *name, const char *schema, const char *wanted) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(wanted);
    };
    row("plain", R"({"$schema":"x","$id":"y","type":"string","title":"T","description":"D","default":"a"})",
        R"({"default":"a","description":"D","title":"T","type":"STRING"})");
    row("nullable", R"({"type":["integer","null"],"minimum":0})", R"({"minimum":0,"nullable":true,"type":"INTEGER"})");
    row("only null", R"({"type":"null"})", R"({"nullable":true,"type":"STRING"})");
    row("several types", R"({"type":["string","number","null"],"minLength":1,"maximum":2,"description":"D"})",
        R"({"anyOf":[{"description":"D","minLength":1,"nullable":true,"type":"STRING"},)"
        R"({"description":"D","maximum":2,"nullable":true,"type":"NUMBER"}]})");
    row("const", R"({"const":"a"})", R"({"enum":["a"],"type":"STRING"})");
    row("const number", R"({"const":5,"description":"D."})", R"({"description":"D. One of: 5.","type":"INTEGER"})");
    row("enum", R"({"enum":["a","b",null]})", R"({"enum":["a","b"],"nullable":true,"type":"STRING"})");
    row("empty value", R"({"type":"string","enum":["","a"]})",
        R"({"description":"Or one of: \"\".","enum":["a"],"type":"STRING"})");
    row("known format", R"({"type":"string","format":"date-time"})", R"({"format":"date-time","type":"STRING"})");
    row("other format", R"({"type":"string","format":"uri"})", R"({"type":"STRING"})");
    row("number format", R"({"type":"integer","format":"int64"})", R"({"format":"int64","type":"INTEGER"})");
    row("any value", "{}", R"({"type":"STRING"})");
    row("true", "true", R"({"type":"STRING"})");
    row("closed object",
        R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a","z"],)"
        R"("additionalProperties":false})",
        R"({"properties":{"a":{"type":"STRING"}},"required":["a"],"type":"OBJECT"})");
    row("open object", R"({"type":"object","additionalProperties":{"type":"string"}})", R"({"type":"OBJECT"})");
    row("no properties", R"({"type":"object","properties":{}})", R"({"type":"OBJECT"})");
    row("forbidden property", R"({"properties":{"a":false,"b":true}})",
        R"({"properties":{"b":{"type":"STRING"}},"type":"OBJECT"})");
    row("array", R"({"type":"array","items":{"type":"number"},"minItems":1})",
        R"({"items":{"type":"NUMBER"},"minItems":1,"type":"ARRAY"})");
    row("array of anything", R"({"type":"array"})", R"({"items":{"type":"STRING"},"type":"ARRAY"})");
    row("tuple", R"({"type":"array","prefixItems":[{"type":"string"},{"type":"number"}]})",
        R"({"items":{"anyOf":[{"type":"STRING"},{"type":"NUMBER"}]},"type":"ARRAY"})");
    row("anyOf", R"({"description":"D","anyOf":[{"type":"string"},{"type":"number"},{"type":"null"}]})",
        R"({"anyOf":[{"description":"D","nullable":true,"type":"STRING"},)"
        R"({"description":"D","nullable":true,"type":"NUMBER"}]})");
    row("anyOf with null alone", R"({"anyOf":[{"type":"string"},{"type":"null"}]})",
        R"({"nullable":true,"type":"STRING"})");
    row("oneOf with properties",
        R"({"type":"object","properties":{"k":{"type":"string"}},)"
        R"("oneOf":[{"required":["k"]},{"properties":{"l":{"type":"number"}}}]})",
        R"({"anyOf":[{"properties":{"k":{"type":"STRING"}},"required":["k"],"type":"OBJECT"},)"
        R"({"properties":{"k":{"type":"STRING"},"l":{"type":"NUMBER"}},"type":"OBJECT"}]})");
    row("allOf",
        R"({"allOf":[{"$ref":"#/$defs/a"},{"properties":{"y":{"type":"number"}},"required":["y"]}],)"
        R"("$defs":{"a":{"type":"object","properties":{"x":{"type":"string"}},"required":["x"]}}})",
        R"({"properties":{"x":{"type":"STRING"},"y":{"type":"NUMBER"}},"required":["x","y"],"type":"OBJECT"})");
    row("reference",
        R"({"properties":{"a":{"$ref":"#/$defs/t~1u","description":"D"}},)"
        R"("$defs":{"t/u":{"type":"string","description":"E"}}})",
        R"({"properties":{"a":{"description":"D","type":"STRING"}},"type":"OBJECT"})");
    row("exclusive bounds", R"({"type":"integer","exclusiveMinimum":0,"exclusiveMaximum":10})",
        R"({"maximum":9,"minimum":1,"type":"INTEGER"})");
    row("already narrow", R"({"type":"OBJECT","properties":{"a":{"type":"STRING","nullable":true}}})",
        R"({"properties":{"a":{"nullable":true,"type":"STRING"}},"type":"OBJECT"})");
}

void JsonSchemaSubsetTest::narrowsEveryKeyword()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, wanted);
    ConversionReport report;
    const Json result = subset(schema.toStdString(), report);
    QCOMPARE(sorted(result), wanted);
    QVERIFY(isGeminiSchema(result));
}

void JsonSchemaSubsetTest::notesWhatIsLost_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("pointer");
    QTest::newRow("format") << QByteArray(R"({"properties":{"a":{"type":"string","format":"uri"}}})")
                            << QByteArray("/s/properties/a/format");
    QTest::newRow("additionalProperties")
        << QByteArray(R"({"type":"object","additionalProperties":false})") << QByteArray("/s/additionalProperties");
    QTest::newRow("pattern properties") << QByteArray(R"({"type":"object","patternProperties":{"a":{}}})")
                                        << QByteArray("/s/patternProperties");
    QTest::newRow("not") << QByteArray(R"({"type":"string","not":{"const":"a"}})") << QByteArray("/s/not");
    QTest::newRow("uniqueItems") << QByteArray(R"({"type":"array","items":{"type":"array","uniqueItems":true}})")
                                 << QByteArray("/s/items/uniqueItems");
    QTest::newRow("foreign reference") << QByteArray(R"({"$ref":"https://example.com/s.json"})")
                                       << QByteArray("/s/$ref");
    QTest::newRow("bound") << QByteArray(R"({"type":"number","exclusiveMinimum":0})")
                           << QByteArray("/s/exclusiveMinimum");
    QTest::newRow("numbers") << QByteArray(R"({"enum":[1,2]})") << QByteArray("/s/enum");
}

void JsonSchemaSubsetTest::notesWhatIsLost()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, pointer);
    ConversionReport report;
    QVERIFY(isGeminiSchema(subset(schema.toStdString(), report)));
    const auto &notes = report.notes();
    QVERIFY(std::any_of(notes.begin(), notes.end(),
                        [&](const ConversionNote &note) { return note.pointer == pointer.toStdString(); }));
}

void JsonSchemaSubsetTest::cyclesBecomeOpenObjects()
{
    ConversionReport report;
    const Json result =
        subset(R"({"$ref":"#/$defs/node","$defs":{"node":{"type":"object","properties":{)"
               R"("name":{"type":"string"},"children":{"type":"array","items":{"$ref":"#/$defs/node"}},)"
               R"("self":{"$ref":"#"}}}}})",
               report);
    QVERIFY(isGeminiSchema(result));
    QCOMPARE(result["properties"]["children"]["items"], (Json{{"type", "OBJECT"}}));
    QVERIFY(!report.notes().empty());
    for (const char *schema : {R"({"$ref":"#"})", R"({"allOf":[{"$ref":"#"}]})", R"({"anyOf":[{"$ref":"#"}]})",
                               R"({"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}})"}) {
        ConversionReport other;
        QVERIFY2(isGeminiSchema(subset(schema, other)), schema);
    }
}

void JsonSchemaSubsetTest::doublingReferencesStayBounded()
{
    Json definitions = Json::object();
    for (int i = 0; i < 30; ++i) {
        const Json next{{"$ref", "#/$defs/d" + std::to_string(i + 1)}};
        definitions["d" + std::to_string(i)] = Json{{"type", "object"}, {"properties", Json{{"a", next}, {"b", next}}}};
    }
    definitions["d30"] = Json{{"type", "string"}};
    ConversionReport report;
    const Json result = openApiSubset(Json{{"$ref", "#/$defs/d0"}, {"$defs", definitions}}, "/s", report);
    QVERIFY(isGeminiSchema(result));
    QVERIFY(dumpJson(result).size() < 1'000'000);
    QVERIFY(!report.notes().empty());
}

void JsonSchemaSubsetTest::deepSchemasAreCutOff()
{
    std::string schema;
    for (int i = 0; i < 100; ++i)
        schema += R"({"type":"array","items":)";
    schema += "{}" + std::string(100, '}');
    ConversionReport report;
    QVERIFY(isGeminiSchema(subset(schema, report)));
    QVERIFY(!report.notes().empty());
}

void JsonSchemaSubsetTest::anyJsonBecomesASchema()
{
    const Json schema =
        *parseJson(R"({"type":["object","null"],"$defs":{"a":{"type":"string"}},"required":["p"],)"
                   R"("properties":{"p":{"$ref":"#/$defs/a"},"q":{"anyOf":[{"type":"array","items":{)"
                   R"("enum":["x"]}},{"const":1}]}},"allOf":[{"minProperties":1}],"format":"x",)"
                   R"("exclusiveMinimum":1,"description":"d","additionalProperties":{"type":"number"}})");
    const Json flat = schema.flatten();
    for (const auto &[pointer, value] : flat.items()) {
        for (std::string place = pointer; !place.empty(); place.resize(place.rfind('/'))) {
            for (const Json &wrong : {Json(nullptr), Json(-1.5), Json("#/properties"), Json::array({1, "a", nullptr}),
                                      Json::object({{"a", 1}}), Json(true)}) {
                Json mutated = schema;
                mutated[Json::json_pointer(place)] = wrong;
                ConversionReport report;
                QVERIFY(openApiSubset(mutated, "/s", report).is_object());
                static_cast<void>(isStrictSchema(mutated));
            }
        }
    }
}

void JsonSchemaSubsetTest::tellsStrictSchemas_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<bool>("isStrict");
    QTest::newRow("strict") << QByteArray(R"({"type":"object","properties":{"a":{"type":"string"}},)"
                                          R"("required":["a"],"additionalProperties":false})")
                            << true;
    QTest::newRow("open") << QByteArray(R"({"type":"object","properties":{}})") << false;
    QTest::newRow("optional member") << QByteArray(R"({"type":"object","properties":{"a":{}},"required":[],)"
                                                   R"("additionalProperties":false})")
                                     << false;
    QTest::newRow("open below") << QByteArray(R"({"type":"object","properties":{"a":{"type":"array","items":)"
                                              R"({"type":["object","null"]}}},"required":["a"],)"
                                              R"("additionalProperties":false})")
                                << false;
    QTest::newRow("open definition") << QByteArray(R"({"type":"object","properties":{},"additionalProperties":false,)"
                                                   R"("$defs":{"a":{"type":"object"}}})")
                                     << false;
    QTest::newRow("no object") << QByteArray("true") << false;
}

void JsonSchemaSubsetTest::tellsStrictSchemas()
{
    QFETCH(QByteArray, schema);
    QFETCH(bool, isStrict);
    QCOMPARE(isStrictSchema(*parseJson(schema.toStdString())), isStrict);
}

QTEST_APPLESS_MAIN(JsonSchemaSubsetTest)
#include "tst_json_schema_subset.moc"
