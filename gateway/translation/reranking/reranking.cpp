#include "gateway/translation/reranking/reranking.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/object_writer.h"
#include "gateway/translation/passthrough/forwarded_answer.h"

#include <charconv>
#include <system_error>

namespace gateway::translation {

namespace {

bool isKnownMember(std::string_view name)
{
    return name == "model" || name == "query" || name == "documents" || name == "top_n" || name == "return_documents"
           || name == "fallbacks";
}

Error unreadable()
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's answer is no list of ranked documents.");
}

// Both kinds of models that rank at Bedrock are invoked in Cohere's words, without the model; Cohere's own must be told
// which version of them (docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-rerank.html).
EncodedRequest invokeOfBedrock(Json body, std::string_view model)
{
    body.erase("model");
    if (model.find("cohere.") != std::string_view::npos)
        body["api_version"] = 2;
    EncodedRequest encoded;
    encoded.path = "/model/" + percentEncoded(model) + "/invoke";
    encoded.body = dumpJson(body);
    return encoded;
}

std::string documentObject(const Json &document)
{
    return document.is_object() ? dumpJson(document) : dumpJson(Json{{"text", document}});
}

std::string usageObject(const RerankResponse &response)
{
    const std::int64_t tokens = response.usage.uncachedInput.value_or(0) + response.usage.cacheRead.value_or(0)
                                + response.usage.output.value_or(0);
    ObjectWriter usage;
    usage.addNumber("total_tokens", tokens);
    if (response.usage.webSearches)
        usage.addNumber("search_units", *response.usage.webSearches);
    return usage.finished();
}

std::string metaObject(const RerankResponse &response)
{
    ObjectWriter billed;
    if (response.usage.webSearches)
        billed.addNumber("search_units", *response.usage.webSearches);
    else if (response.usage.uncachedInput)
        billed.addNumber("input_tokens", *response.usage.uncachedInput);
    return ObjectWriter()
        .addRaw("api_version", R"({"version":"2"})")
        .addRaw("billed_units", billed.finished())
        .finished();
}

} // namespace

bool canRerank(DialectFamily family)
{
    return family == DialectFamily::OpenAi || family == DialectFamily::Cohere || family == DialectFamily::Bedrock;
}

std::optional<std::string> documentText(const Json &document)
{
    if (document.is_string())
        return document.get<std::string>();
    const Json *text = document.is_object() ? findMember(document, "text") : nullptr;
    return text && text->is_string() ? std::optional(text->get<std::string>()) : std::nullopt;
}

Result<RerankRequest> readRerankRequest(std::string_view text)
{
    const auto body = parseJson(text);
    if (!body)
        return unexpected(body.error());
    RerankRequest request;
    request.query = textMember(*body, "query");
    if (request.query.empty())
        return unexpected(invalidMember("/query", "query is required for rerank"));
    const Json *documents = findMember(*body, "documents");
    if (!documents || !documents->is_array() || documents->empty())
        return unexpected(invalidMember("/documents", "documents are required for rerank"));
    for (std::size_t index = 0; index < documents->size(); ++index) {
        const Json &document = (*documents)[index];
        if (!documentText(document))
            return unexpected(
                invalidMember("/documents/" + std::to_string(index), "must be a text, or an object with a \"text\"."));
        request.documents.push_back(document);
    }
    request.mostResults = integerMember(*body, "top_n");
    const Json *returns = findMember(*body, "return_documents");
    request.returnsDocuments = returns && returns->is_boolean() && returns->get<bool>();
    for (const auto &[name, value] : body->items()) {
        if (!isKnownMember(name) && !value.is_null())
            request.extras[name] = value;
    }
    return request;
}

EncodedRequest writeRerankRequest(DialectFamily provider, const RerankRequest &request, std::string_view model,
                                  ConversionReport &report)
{
    Json body = Json::object();
    body["model"] = model;
    body["query"] = request.query;
    Json documents = Json::array();
    for (std::size_t index = 0; index < request.documents.size(); ++index) {
        const Json &document = request.documents[index];
        documents.push_back(documentText(document).value_or(std::string()));
        // An id or what else stands beside the text comes back with the answer, from here.
        if (document.is_object() && document.size() > 1)
            report.approximated("/documents/" + std::to_string(index),
                                "The provider ranks texts; what stands beside the text is kept here.");
    }
    body["documents"] = std::move(documents);
    if (request.mostResults)
        body["top_n"] = *request.mostResults;
    for (const auto &[name, value] : request.extras.items()) {
        const bool isShared = name == "max_tokens_per_doc" || name == "priority";
        if (isShared && provider == DialectFamily::Cohere)
            body[name] = value;
        else if (name == "max_tokens_per_doc" && provider == DialectFamily::OpenAi)
            body["truncate_prompt_tokens"] = value; // vLLM's word for it
        else
            report.dropped('/' + name, "The provider's reranking does not know it.");
    }
    if (provider == DialectFamily::Bedrock)
        return invokeOfBedrock(std::move(body), model);
    EncodedRequest encoded;
    encoded.path = provider == DialectFamily::Cohere ? "/v2/rerank" : "/v1/rerank";
    encoded.body = dumpJson(body);
    return encoded;
}

Result<RerankResponse> readRerankResponse(std::string_view body, std::size_t documents)
{
    const JsonValue answer = JsonValue::checked(body);
    if (!answer["results"].isArray())
        return unexpected(unreadable());
    RerankResponse response;
    response.id = answer["id"].text();
    response.model = answer["model"].text();
    AnswerFacts facts;
    readForwardedAnswer(body, facts);
    response.usage = facts.usage;
    response.rawUsage = std::move(facts.rawUsage);
    JsonElements results(answer["results"]);
    while (const auto result = results.next()) {
        const auto index = (*result)["index"].integer();
        const JsonValue score = (*result)["relevance_score"];
        if (!index || *index < 0 || static_cast<std::size_t>(*index) >= documents
            || score.kind() != JsonValue::Kind::Number)
            return unexpected(unreadable());
        response.results.push_back({*index, std::string(score.raw())});
    }
    return response;
}

EncodedRequest writeVertexRerankRequest(const RerankRequest &request, std::string_view model, ConversionReport &report)
{
    Json records = Json::array();
    for (std::size_t index = 0; index < request.documents.size(); ++index) {
        const Json &document = request.documents[index];
        records.push_back({{"id", std::to_string(index)}, {"content", documentText(document).value_or(std::string())}});
        if (document.is_object() && document.size() > 1)
            report.approximated("/documents/" + std::to_string(index),
                                "The provider ranks texts; what stands beside the text is kept here.");
    }
    Json body{{"model", model}, {"query", request.query}, {"records", std::move(records)}};
    body["ignoreRecordDetailsInResponse"] = true; // we have the documents
    if (request.mostResults)
        body["topN"] = *request.mostResults;
    for (const auto &[name, value] : request.extras.items())
        report.dropped('/' + name, "The provider's reranking does not know it.");
    EncodedRequest encoded;
    encoded.path = vertexRankPath;
    encoded.body = dumpJson(body);
    return encoded;
}

Result<RerankResponse> readVertexRerankResponse(std::string_view body, std::size_t documents)
{
    const JsonValue answer = JsonValue::checked(body);
    if (!answer["records"].isArray())
        return unexpected(unreadable());
    RerankResponse response;
    JsonElements records(answer["records"]);
    while (const auto record = records.next()) {
        const std::string id = (*record)["id"].text();
        const JsonValue score = (*record)["score"];
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), index);
        if (error != std::errc() || end != id.data() + id.size() || index >= documents
            || score.kind() != JsonValue::Kind::Number)
            return unexpected(unreadable());
        response.results.push_back({static_cast<std::int64_t>(index), std::string(score.raw())});
    }
    return response;
}

std::string writeRerankResponse(DialectFamily client, const RerankResponse &response, const RerankRequest &request)
{
    std::string results = "[";
    for (const RerankResponse::Result &result : response.results) {
        ObjectWriter each;
        each.addNumber("index", result.index).addRaw("relevance_score", result.score);
        if (request.returnsDocuments)
            each.addRaw("document", documentObject(request.documents[static_cast<std::size_t>(result.index)]));
        results += (results.size() > 1 ? "," : "") + each.finished();
    }
    results += ']';
    ObjectWriter answer;
    answer.add("id", response.id).addRaw("results", results);
    if (client == DialectFamily::Cohere)
        return answer.addRaw("meta", metaObject(response)).finished();
    return answer.add("model", response.model).addRaw("usage", usageObject(response)).finished();
}

} // namespace gateway::translation
