#include "gateway/translation/completions/text_completion.h"

#include "gateway/translation/json/json_document.h"

#include <array>

namespace gateway::translation {

namespace {

// They mean the same in both.
constexpr std::array<std::string_view, 13> sharedMembers{
    "model", "max_tokens",       "temperature",       "top_p",     "n", "stream", "stream_options", "stop", "seed",
    "user",  "presence_penalty", "frequency_penalty", "logit_bias"};

Result<std::string> promptOf(const Json &body)
{
    const Json *prompt = findMember(body, "prompt");
    if (!prompt)
        return unexpected(invalidMember("/prompt", "prompt is required for text completion"));
    if (prompt->is_string())
        return prompt->get<std::string>();
    if (prompt->is_array() && prompt->size() == 1 && prompt->front().is_string())
        return prompt->front().get<std::string>();
    return unexpected(invalidMember("/prompt", "must be one text: the model is asked as in a chat, which takes neither "
                                               "several prompts nor tokens."));
}

// Token by token beside each other, as completions have them; chat has one object for each token.
Json logprobsOf(const Json &chat)
{
    const Json *content = chat.is_object() ? findMember(chat, "content") : nullptr;
    if (!content || !content->is_array())
        return nullptr;
    Json all{{"tokens", Json::array()},
             {"token_logprobs", Json::array()},
             {"top_logprobs", Json::array()},
             {"text_offset", Json::array()}};
    std::size_t offset = 0;
    for (const Json &each : *content) {
        const std::string token(textMember(each, "token"));
        all["tokens"].push_back(token);
        all["token_logprobs"].push_back(each.value("logprob", Json()));
        all["text_offset"].push_back(offset);
        offset += token.size();
        Json top = Json::object();
        if (const Json *others = findMember(each, "top_logprobs"); others && others->is_array()) {
            for (const Json &other : *others)
                top[std::string(textMember(other, "token"))] = other.value("logprob", Json());
        }
        all["top_logprobs"].push_back(std::move(top));
    }
    return all;
}

// What is known when only the text came over: a completion has no words for refusals and calls.
std::string textOf(const Json &message)
{
    std::string text(textMember(message, "content"));
    return text.empty() ? std::string(textMember(message, "refusal")) : text;
}

Json choiceOf(const Json &chat, std::string_view echo, bool isChunk)
{
    const Json *message = findMember(chat, isChunk ? "delta" : "message");
    Json choice{
        {"text", std::string(isChunk ? std::string_view() : echo) + (message ? textOf(*message) : std::string())},
        {"index", integerMember(chat, "index").value_or(0)},
        {"logprobs", logprobsOf(chat.value("logprobs", Json()))},
        {"finish_reason", chat.value("finish_reason", Json())}};
    return choice;
}

} // namespace

Result<TextCompletionQuestion> chatOfTextCompletion(std::string_view text, ConversionReport &report)
{
    const auto body = parseJson(text);
    if (!body)
        return unexpected(body.error());
    auto prompt = promptOf(*body);
    if (!prompt)
        return unexpected(prompt.error());
    Json chat = Json::object();
    for (const std::string_view name : sharedMembers) {
        if (const Json *value = findMember(*body, name))
            chat[std::string(name)] = *value;
    }
    chat["messages"] = Json::array({Json{{"role", "user"}, {"content", *prompt}}});
    if (const auto count = integerMember(*body, "logprobs")) {
        chat["logprobs"] = true;
        if (*count > 0)
            chat["top_logprobs"] = *count;
    }
    if (!chat.contains("max_tokens"))
        chat["max_tokens"] = 16; // what a completion means without it; chats go on to their end
    for (const std::string_view name : {"suffix", "best_of"}) {
        const Json *value = findMember(*body, name);
        if (value && *value != Json(1) && *value != Json(""))
            report.dropped('/' + std::string(name), "The model is asked as in a chat, which has no such option.");
    }
    TextCompletionQuestion question;
    const Json *echo = findMember(*body, "echo");
    if (echo && echo->is_boolean() && echo->get<bool>())
        question.echo = std::move(*prompt);
    question.chatBody = dumpJson(chat);
    return question;
}

std::optional<std::string> textCompletionOfChat(std::string_view answer, std::string_view echo, bool isChunk)
{
    const auto chat = parseJson(answer);
    if (!chat || !chat->is_object())
        return std::nullopt;
    if (chat->contains("error"))
        return std::string(answer);
    Json choices = Json::array();
    bool says = !isChunk || findMember(*chat, "usage");
    if (const Json *each = findMember(*chat, "choices"); each && each->is_array()) {
        for (const Json &choice : *each) {
            choices.push_back(choiceOf(choice, echo, isChunk));
            says = says || !choices.back()["text"].get_ref<const std::string &>().empty()
                   || !choices.back()["finish_reason"].is_null();
        }
    }
    if (!says)
        return std::nullopt;
    Json completion{{"id", std::string(textMember(*chat, "id"))},
                    {"object", "text_completion"},
                    {"created", integerMember(*chat, "created").value_or(0)},
                    {"model", std::string(textMember(*chat, "model"))},
                    {"choices", std::move(choices)}};
    for (const std::string_view name : {"usage", "system_fingerprint"}) {
        if (const Json *value = findMember(*chat, name))
            completion[std::string(name)] = *value;
    }
    return dumpJson(completion);
}

} // namespace gateway::translation
