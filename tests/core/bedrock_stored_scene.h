// A client of the gateway before Amazon's Bedrock and S3: what it asks, and what each of them is asked then.
#pragma once

#include "gateway/base/s3_place.h"
#include "gateway/config/aws_key.h"
#include "gateway/net/upstream/aws_signature.h"
#include "tests/core/bedrock_batch_service.h"
#include "tests/core/pipeline_scene.h"
#include "tests/support/form_body.h"

#include <QTest>

#include <memory>
#include <string>
#include <vector>

namespace tests::bedrock {

using nlohmann::json;

inline constexpr const char *model = "amazon.nova-micro-v1:0";

inline json chat(const std::string &text)
{
    return {{"model", std::string("bedrock/") + model},
            {"max_tokens", 9},
            {"messages",
             json::array({{{"role", "system"}, {"content", "Brief."}}, {{"role", "user"}, {"content", text}}})}};
}

inline std::string openAiLine(const std::string &id, const std::string &text)
{
    return json{{"custom_id", id}, {"method", "POST"}, {"url", "/v1/chat/completions"}, {"body", chat(text)}}.dump()
           + '\n';
}

inline std::string uploadOf(const std::string &bytes, const std::string &fileName = "in.jsonl",
                            const std::string &purpose = "batch", const std::string &more = {})
{
    return formField("purpose", purpose) + more + formFile("file", fileName, bytes) + formEnd;
}

inline gateway::config::ProviderDefinition provider(const std::string &buckets = "s3://batches/team s3://batches.two",
                                                    const std::string &role = BedrockBatchService::roleArn)
{
    auto key = makeKey("aws", {});
    key.aws = {gateway::SecretString(BedrockBatchService::accessKeyId),
               gateway::SecretString(BedrockBatchService::secretAccessKey),
               {}};
    key.value = gateway::config::packAwsKey(key.aws);
    key.region = "us-east-1";
    key.placeInForce.batchBuckets = buckets;
    key.placeInForce.batchRole = role;
    auto made = makeProvider("bedrock", gateway::translation::DialectFamily::Bedrock, {std::move(key)});
    made.credentialScheme = gateway::config::CredentialScheme::AwsSigV4;
    made.network.baseUrl = "https://bedrock-runtime.{region}.amazonaws.com";
    return made;
}

inline std::string idOf(const std::string &bucket, const std::string &key)
{
    return gateway::s3FileId({bucket, key});
}

struct Scene {
    explicit Scene(gateway::config::ProviderDefinition made = provider()) : scene({std::move(made)}) {}

    BedrockBatchService amazon;
    PipelineScene scene;
    std::unique_ptr<FakeExchange> exchange;
    std::vector<std::string> asked; // "PUT https://host/path"

    // The status that the client gets.
    int ask(const std::string &method, const std::string &path, const std::string &body = {},
            const std::string &type = "application/json")
    {
        return send(std::make_unique<FakeExchange>(method, path, body, gateway::HeaderList{{"Content-Type", type}}));
    }
    int upload(const std::string &form, const std::string &query = "?provider=bedrock")
    {
        return ask("POST", "/v1/files" + query, form, formType);
    }
    int send(std::unique_ptr<FakeExchange> next)
    {
        const std::size_t before = scene.transport.callCount();
        exchange = std::move(next);
        scene.send(*exchange);
        const auto isUnderWay = [this, before] { return exchange->hasEnded || scene.transport.callCount() > before; };
        if (!QTest::qWaitFor(isUnderWay, 10'000)) // a file is prepared in steps
            return 0;
        for (std::size_t index = before; index < scene.transport.callCount(); ++index) {
            const auto call = scene.transport.call(index);
            gateway::net::UpstreamRequest request = call->request;
            gateway::net::signAwsRequest(request, scene.clock.wallNow()); // as the client does that sends it
            asked.push_back(request.method + " https://" + request.route->host + request.target);
            const auto answer = amazon.answer(request);
            const auto length = answer.headers.value("content-length");
            call->head(answer.status, answer.headers,
                       length.empty() ? std::optional<std::uint64_t>() : std::stoull(std::string(length)));
            if (request.method != "HEAD") {
                for (const char byte : answer.body) // in the worst cut
                    call->bytes(std::string_view(&byte, 1));
            }
            call->finish();
            QTest::qWait(0); // what follows is sent by a timer
        }
        return exchange->head ? exchange->head->status : 0;
    }
    json told() const
    {
        json answer = json::parse(exchange->body, nullptr, false);
        if (answer.is_object())
            answer.erase("extra_fields");
        return answer;
    }
    bool says(const std::string &words) const { return exchange->body.find(words) != std::string::npos; }
    std::string textOf(const char *member) const { return told().at(member).get<std::string>(); }
    // The id of a file of three lines.
    std::string uploaded()
    {
        return upload(uploadOf(openAiLine("a", "Hi") + openAiLine("b", "Ho") + openAiLine("c", "Hu"))) == 200
                   ? textOf("id")
                   : std::string();
    }
    int makeBatch(json more = json::object())
    {
        json body{{"model", std::string("bedrock/") + model},
                  {"endpoint", "/v1/chat/completions"},
                  {"completion_window", "24h"}};
        body.update(more);
        return ask("POST", "/v1/batches", body.dump());
    }
};

inline json lineOf(const std::string &text, int number)
{
    std::string rest = text;
    for (; number > 0; --number)
        rest.erase(0, rest.find('\n') + 1);
    return json::parse(rest.substr(0, rest.find('\n')), nullptr, false);
}

} // namespace tests::bedrock
