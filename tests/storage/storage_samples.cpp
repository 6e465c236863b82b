#include "tests/storage/storage_samples.h"

#include <fstream>
#include <sstream>

namespace samples {

using namespace gateway;
using namespace std::chrono_literals;

RequestRecord plainRecord(const std::string &id)
{
    RequestRecord record;
    record.id.value = id;
    record.startedAt = WallTime(std::chrono::seconds(1'800'000'000));
    record.duration = 1500us;
    record.state = RequestState::Succeeded;
    record.method = "POST";
    record.path = "/v1/chat/completions";
    record.provider = "openai";
    record.model = "gpt-4o-mini";
    record.status = 200;
    return record;
}

RequestRecord fullRecord(const std::string &id)
{
    RequestRecord record = plainRecord(id);
    record.startedAt += 123456us;
    record.state = RequestState::BrokenStream;
    record.operation = "chat_completion_stream";
    record.dialect = "openai_chat";
    record.client = "Claude Code";
    record.peerAddress = "127.0.0.1";
    record.sessionId = "session-7";
    record.askedModel = "openai/gpt-4o-mini";
    record.keyName = "work";
    record.keyId = "id-of-work";
    record.virtualKeyName = "tool";
    record.virtualKeyId = "id-of-tool";
    record.answeredModel = "gpt-4o-mini-2024-07-18";
    record.finishReason = "length";
    record.errorCode = "upstream_reset";
    record.errorText = "The connection to \"openai\" was lost.\nTry again: \xC3\xA4 \xE2\x82\xAC";
    record.isStream = true;
    record.firstByteAt = 321us;
    record.overhead = 45us;
    record.usage = {11, 0, 22, 33, 44};
    record.rawUsage = R"({"prompt_tokens":33})";
    record.requestBytes = 1001;
    record.responseBytes = 2002;
    record.attempts = {
        {"anthropic", "claude", "spare", 529, "upstream_status", "overloaded", "", 10us, 20us, {}, 30us, {}, {}, {}},
        {"openai", "gpt-4o-mini", "work", 200, "", "", "Retry 1 at once.", 31us, 32us, 300us, 1400us, {}, {}, {}}};
    record.notes = {"max_tokens was renamed", "a \"quoted\" note"};
    record.requestHeaders = {{"content-type", "application/json"},
                             {"x-odd", std::string("latin-1: \xE4\xFF \"", 14)},
                             {"x-odd", "a second\tvalue \\ with escapes"}};
    record.responseHeaders = {{"server", "upstream"}, {"x-empty", ""}};
    record.requestBody = std::make_shared<const std::string>(std::string("{\0binary\xFF}", 10));
    std::string answer;
    for (int event = 0; event < 500; ++event)
        answer += "data: {\"choices\":[{\"delta\":{\"content\":\"word " + std::to_string(event) + "\"}}]}\n\n";
    record.responseBody = std::make_shared<const std::string>(std::move(answer));
    record.isResponseBodyTruncated = true;
    record.streamMarks = {{321us, 57}, {321us, 114}, {2'000'000'000us, 5'000'000'000ull}};
    return record;
}

config::ProviderDefinition fullProvider(const std::string &id, const std::string &secret)
{
    config::ProviderDefinition provider;
    provider.id.value = id;
    provider.title = "Provider \xC3\xA4";
    provider.preset = "anthropic";
    provider.family = translation::DialectFamily::Anthropic;
    provider.credentialScheme = config::CredentialScheme::XApiKey;
    provider.isCustom = true;
    provider.isEnabled = false;
    provider.network.baseUrl = "https://example.test/api";
    provider.network.totalTimeout = 1234ms;
    provider.network.connectTimeout = 2345ms;
    provider.network.streamIdleTimeout = 3456ms;
    provider.network.headTimeout = 4567ms;
    provider.network.firstTokenTimeout = 5678ms;
    provider.network.streamTimeout = 6789ms;
    provider.network.modelLimits = {{"o3*", {1ms, 2ms, 3ms, 4ms, 5ms}}, {"gpt \"5\"", {{}, {}, 30ms, {}, {}}}};
    provider.network.maxRetries = 4;
    provider.network.firstBackoff = std::chrono::milliseconds(250);
    provider.network.longestBackoff = std::chrono::milliseconds(9000);
    provider.network.extraHeaders = {{"x-team", "blue"}, {"x-team", "green"}};
    provider.network.proxy = {config::ProxyKind::Socks5, "socks5://proxy.test:1080", "user", SecretString(secret),
                              true};
    provider.network.caCertificatePem = "-----BEGIN CERTIFICATE-----\n";
    provider.network.skipTlsVerification = true;
    provider.network.allowHttp2 = false;
    provider.extraJson = R"({"concurrency":{"buffer_size":7}})";
    provider.allowedRequests = {"chat_completion", "embedding"};
    provider.pathOverrides = {{"chat_completion", "/ask"}, {"embedding", "https://other.test/embed"}};
    config::ProviderKey stored;
    stored.id.value = id + "-key-1";
    stored.name = id + " first";
    stored.lastFour = "9876";
    stored.models = {"a", "b"};
    stored.blacklistedModels = {"c"};
    stored.weight = 0.25;
    stored.isEnabled = false;
    stored.useForBatchApi = true;
    stored.value = SecretString(secret);
    stored.valueProblem = "only for now";
    stored.region = "europe-west4";
    stored.place = {"https://it.test",    "2025-01-01", "project",  "tenant",   "client",  "scope",
                    "https://token.test", "team",       "arn:role", "external", "session", "EcsContainer",
                    "s3://files/batches", "arn:jobs",   true};
    stored.aliases = {{"gpt-5", "our deployment \xC3\xA4"}};
    config::ProviderKey environment;
    environment.id.value = id + "-key-0";
    environment.name = id + " second";
    environment.source = config::KeySource::EnvironmentVariable;
    environment.environmentVariable = "SOME_API_KEY";
    environment.value = SecretString(secret);
    provider.keys = {stored, environment};
    return provider;
}

std::string allBytesOf(const std::filesystem::path &folder)
{
    std::string bytes;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ostringstream content;
        content << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        bytes += content.str();
    }
    return bytes;
}

} // namespace samples
