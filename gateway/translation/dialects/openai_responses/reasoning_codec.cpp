#include "gateway/translation/dialects/openai_responses/reasoning_codec.h"

#include "gateway/translation/dialects/openai_responses/item_form.h"

namespace gateway::translation::openai_responses {

namespace {

// The texts of summary_text or reasoning_text entries, joined.
std::string joinedTexts(const Json *entries)
{
    std::string text;
    for (const Json &entry : entries ? *entries : Json::array()) {
        if (!text.empty())
            text += summarySeparator;
        text += textMember(entry, "text");
    }
    return text;
}

Json oneText(std::string_view type, const std::string &text)
{
    Json list = Json::array();
    if (!text.empty())
        list.push_back(Json{{"type", type}, {"text", text}});
    return list;
}

} // namespace

Part decodeReasoning(const Json &item)
{
    const Json *summary = findArray(item, "summary");
    const Json *content = findArray(item, "content");
    ReasoningPart reasoning;
    reasoning.text = joinedTexts(summary);
    reasoning.isSummary = !reasoning.text.empty();
    if (!reasoning.isSummary)
        reasoning.text = joinedTexts(content);
    Part part;
    // What is not said in full by the one text is kept beside it.
    Json form = pickMembers(item, {"id", "status"});
    if (!summary || *summary != oneText("summary_text", reasoning.isSummary ? reasoning.text : std::string()))
        form["summary"] = summary ? *summary : Json();
    if (content && *content != oneText("reasoning_text", reasoning.isSummary ? std::string() : reasoning.text))
        form["content"] = *content;
    if (content && content->empty())
        form["content"] = *content;
    part.content = std::move(reasoning);
    if (const auto sealed = optionalText(item, "encrypted_content")) {
        part.state = stateFromClient(*sealed, ownDialect);
        if (part.state->origin == ownDialect && part.state->itemId.empty())
            part.state->itemId = textMember(item, "id");
    }
    setForm(part, itemForm, std::move(form));
    keepUnknownMembers(part, item, {"type", "id", "status", "summary", "content", "encrypted_content"});
    return part;
}

Json encodeReasoningForProvider(const Part &part)
{
    const auto *reasoning = part.as<ReasoningPart>();
    const bool isOwnState = part.state && part.state->origin == ownDialect;
    const Json *form = findForm(part, itemForm);
    const std::string_view formId = form ? textMember(*form, "id") : std::string_view();
    // Without encrypted content only the id tells the provider what it had thought.
    const bool isKept = !part.state && isFittingId(formId, "rs");
    if (!reasoning || (!isOwnState && !isKept))
        return {};
    const std::string_view id = isOwnState && !part.state->itemId.empty() ? part.state->itemId : formId;
    Json item{{"type", "reasoning"}};
    if (isFittingId(id, "rs"))
        item["id"] = id;
    const Json *summary = form && form->contains("summary") ? &*form->find("summary") : nullptr;
    if (summary && joinedTexts(summary->is_array() ? summary : nullptr) == reasoning->text && summary->is_array())
        item["summary"] = *summary;
    else
        item["summary"] = oneText("summary_text", reasoning->isSummary ? reasoning->text : std::string());
    if (const Json *content = form ? findArray(*form, "content") : nullptr)
        item["content"] = *content;
    else if (!reasoning->isSummary && !reasoning->text.empty())
        item["content"] = oneText("reasoning_text", reasoning->text);
    if (isOwnState)
        item["encrypted_content"] = part.state->data;
    if (form && findMember(*form, "status"))
        item["status"] = *findMember(*form, "status");
    addExtensions(item, part.extensions);
    return item;
}

Json encodeReasoningForClient(const std::string &id, const std::string &text, const OpaqueState *state)
{
    Json item{{"id", id}, {"type", "reasoning"}, {"summary", oneText("summary_text", text)}};
    if (state)
        item["encrypted_content"] = stateForClient(*state, ownDialect);
    return item;
}

} // namespace gateway::translation::openai_responses
