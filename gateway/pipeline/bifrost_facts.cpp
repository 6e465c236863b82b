#include "gateway/pipeline/bifrost_facts.h"

#include "gateway/translation/json/object_writer.h"
#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>

namespace gateway::pipeline {

namespace {

constexpr std::size_t longestNotes = 4096;

// A header carries no other bytes safely (RFC 9110 §5.5).
std::string inAscii(std::string_view text)
{
    std::string ascii(text);
    std::replace_if(
        ascii.begin(), ascii.end(), [](char character) { return character < ' ' || character > '~'; }, '?');
    return ascii;
}

// Names of the request's own members that were left out, as a JSON array; empty when there are none.
std::string droppedMembers(const RequestContext &context)
{
    std::string names;
    for (const translation::ConversionNote &note : context.conversionNotes) {
        const bool isMember = note.kind == translation::ConversionNote::Kind::Dropped && note.pointer.starts_with('/')
                              && note.pointer.find('/', 1) == std::string::npos;
        if (isMember)
            names += (names.empty() ? "" : ",") + translation::quoteJson(note.pointer.substr(1));
    }
    return names.empty() ? names : '[' + names + ']';
}

void addConversionNotes(HeaderList &headers, const RequestContext &context)
{
    const bool isAsked =
        context.exchange
        && equalsIgnoringCase(context.exchange->request().headers.value("x-bf-conversion-notes"), "true");
    if (!isAsked || context.conversionNotes.empty())
        return;
    std::string notes = "[";
    for (const translation::ConversionNote &note : context.conversionNotes) {
        const std::string object = translation::ObjectWriter()
                                       .add("kind", translation::noteKindName(note.kind))
                                       .add("pointer", inAscii(note.pointer))
                                       .add("reason", inAscii(note.reason))
                                       .finished();
        if (notes.size() + object.size() > longestNotes)
            break;
        notes += notes.size() > 1 ? "," : "";
        notes += object;
    }
    headers.add("x-bifrost-conversion-notes", notes + "]");
}

} // namespace

void addBifrostHeaders(HeaderList &headers, const RequestContext &context)
{
    headers.add("x-bifrost-request-id", context.record.id.value);
    if (!headers.contains("x-request-id")) // the provider's own id serves its support better
        headers.add("x-request-id", context.record.id.value);
    headers.add("x-bifrost-request-type",
                std::string(routing::requestTypeName(context.endpoint, context.facts.isStream)));
    if (!context.facts.model.empty())
        headers.add("x-bifrost-original-model", context.facts.model);
    if (!context.target.provider)
        return;
    headers.add("x-bifrost-provider", context.target.provider->id.value);
    if (!context.target.model.empty()) { // a path that was forwarded as it was may name none
        headers.add("x-bifrost-resolved-model", context.target.model);
        headers.add("x-bifrost-model", context.target.model);
    }
    if (context.target.key)
        headers.add("x-bifrost-routing-info-key", context.target.key->name);
    if (context.fallbackIndex > 0) {
        headers.add("x-bifrost-fallback-index", std::to_string(context.fallbackIndex));
        headers.add("x-bifrost-routing-info-is-fallback", "true");
    }
    addConversionNotes(headers, context);
}

std::string withExtraFields(std::string body, const RequestContext &context)
{
    if (!context.endpoint.isBifrostSurface || context.facts.isStream)
        return body;
    translation::ObjectWriter fields;
    fields.add("request_type", routing::requestTypeName(context.endpoint, false))
        .add("provider", context.target.provider->id.value)
        .add("original_model_requested", context.facts.model)
        .add("resolved_model_used", context.target.model);
    if (const std::string dropped = droppedMembers(context); !dropped.empty())
        fields.addRaw("dropped_compat_plugin_params", dropped);
    auto extended = translation::setTopLevelMember(body, "extra_fields", fields.finished());
    return extended ? std::move(*extended) : std::move(body);
}

} // namespace gateway::pipeline
