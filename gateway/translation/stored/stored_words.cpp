#include "gateway/translation/stored/stored_words.h"

#include "gateway/translation/dialects/dialect_registry.h"

#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

namespace gateway::translation {

namespace {

std::optional<int> digits(std::string_view text, std::size_t offset, std::size_t count)
{
    int number = 0;
    if (text.size() < offset + count)
        return std::nullopt;
    const auto [end, problem] = std::from_chars(text.data() + offset, text.data() + offset + count, number);
    return problem == std::errc() && end == text.data() + offset + count ? std::optional(number) : std::nullopt;
}

} // namespace

Error noSuchAnswer(std::string_view what)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's answer is no " + std::string(what) + ".");
}

Json secondsOf(const Json &object, std::string_view name)
{
    using namespace std::chrono;
    const std::string_view text = textMember(object, name);
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second)
        return nullptr;
    const year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                              std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok())
        return nullptr;
    const auto time = sys_days(date).time_since_epoch() + hours(*hour) + minutes(*minute) + seconds(*second);
    return duration_cast<seconds>(time).count();
}

void takeProviderOff(Json &body, std::string_view providerId)
{
    const std::string_view model = textMember(body, "model");
    if (model.starts_with(providerId) && model.substr(providerId.size()).starts_with('/'))
        body["model"] = std::string(model.substr(providerId.size() + 1));
}

Result<Json> sayBatchedChat(const Json &chat, DialectId dialect, const std::string &pointer, ConversionReport &report)
{
    const ClientDialect *client = findClientDialect(DialectId::OpenAiChat);
    const ProviderDialect *provider = findProviderDialect(dialect);
    const std::string body = dumpJson(chat);
    ClientCall call;
    call.body = body;
    auto asked = client->decodeRequest(call);
    if (!asked)
        return unexpected(invalidMember(pointer, asked.error().message));
    asked->isStream = false;
    ConversionReport own;
    ExchangeState state(*asked, dialect, "batch");
    const auto encoded =
        provider->encodeRequest(*asked, {asked->model, std::string(familyName(familyOf(dialect)))}, state, own);
    if (!encoded)
        return unexpected(invalidMember(pointer, encoded.error().message));
    for (const ConversionNote &note : own.notes()) {
        if (note.kind == ConversionNote::Kind::Dropped)
            report.dropped(pointer + note.pointer, note.reason);
    }
    return parseJson(encoded->body);
}

Json batchedCompletionOf(const Json &answer, DialectId dialect)
{
    const ChatRequest asked; // what the answers are said in
    ExchangeState state(asked, dialect, "batch");
    const auto response = findProviderDialect(dialect)->decodeResponse(dumpJson(answer), state);
    if (!response)
        return nullptr;
    const auto body = parseJson(findClientDialect(DialectId::OpenAiChat)->encodeResponse(*response, state));
    return body ? *body : Json();
}

Json answeredLine(std::string_view customId, std::string_view requestId, Json completion)
{
    Json line{{"id", customId}, {"custom_id", customId}};
    line["response"] = {{"status_code", 200}, {"request_id", requestId}, {"body", std::move(completion)}};
    line["error"] = nullptr;
    return line;
}

Json failedLine(std::string_view customId, std::string_view code, std::string_view words)
{
    Json line{{"id", customId}, {"custom_id", customId}};
    line["response"] = nullptr;
    line["error"] = {{"code", code}, {"message", words}};
    return line;
}

} // namespace gateway::translation
