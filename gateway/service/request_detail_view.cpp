#include "gateway/service/view_conversion.h"

#include "gateway/base/secret_masker.h"
#include "gateway/translation/framing/sse_codec.h"

#include <QCoreApplication>

namespace gateway::service {

namespace {

api::AttemptView attemptView(const AttemptRecord &attempt)
{
    api::AttemptView view;
    view.provider = toText(attempt.provider);
    view.model = toText(attempt.model);
    view.keyName = toText(attempt.keyName);
    view.status = attempt.status;
    view.errorCode = toText(attempt.errorCode);
    view.reason = toText(attempt.reason);
    view.why = toText(attempt.why);
    view.startedAt = attempt.startedAt;
    view.connectedAt = attempt.connectedAt;
    view.firstByteAt = attempt.firstByteAt;
    view.endedAt = attempt.endedAt;
    view.cost = attempt.cost;
    view.costDetail = attempt.costDetail;
    return view;
}

QList<std::pair<QString, QString>> headerViews(const HeaderList &headers)
{
    QList<std::pair<QString, QString>> views;
    for (const HeaderField &field : headers)
        views.append({toText(field.name), toText(field.value)});
    return views;
}

QList<api::StreamEventView> streamEvents(const RequestRecord &record)
{
    QList<api::StreamEventView> events;
    std::uint64_t begin = 0;
    for (const StreamMark &mark : record.streamMarks) {
        if (mark.endOffset > record.responseBody->size() || mark.endOffset < begin)
            break;
        const std::string_view raw = std::string_view(*record.responseBody).substr(begin, mark.endOffset - begin);
        begin = mark.endOffset;
        translation::SseFrameSplitter splitter;
        splitter.feed(raw);
        const auto frame = splitter.next();
        api::StreamEventView view;
        view.at = mark.at;
        view.bytes = static_cast<qint64>(raw.size());
        view.name = frame ? toText(frame->event) : QString();
        view.text = frame && frame->hasData ? toText(frame->data) : toText(raw);
        events.append(view);
    }
    return events;
}

api::ConversationView conversation(const RequestRecord &record)
{
    api::ConversationView view;
    view.requestId = toText(record.id.value);
    const auto dialect = dialectFromKey(record.dialect);
    if (!record.requestBody || !dialect) {
        view.problem = record.requestBody
                           ? QCoreApplication::translate("RequestDetailView", "This operation has no conversation.")
                           : QCoreApplication::translate("RequestDetailView", "Only totals were stored.");
        return view;
    }
    auto messages = translation::readRequestConversation(*dialect, *record.requestBody);
    if (record.responseBody) {
        std::vector<translation::ConversationMessage> answer;
        if (record.isStream && record.status < 400) {
            translation::AnswerAssembler assembler(*dialect);
            assembler.feed(*record.responseBody);
            answer = assembler.messages();
        } else if (record.status < 400) {
            answer = translation::readAnswerConversation(*dialect, *record.responseBody);
        }
        messages.insert(messages.end(), answer.begin(), answer.end());
    }
    view.messages = messageViews(messages);
    return view;
}

} // namespace

api::PartKind partKindView(translation::PartKind kind)
{
    switch (kind) {
    case translation::PartKind::Text: return api::PartKind::Text;
    case translation::PartKind::Reasoning: return api::PartKind::Reasoning;
    case translation::PartKind::ToolCall: return api::PartKind::ToolCall;
    case translation::PartKind::ToolResult: return api::PartKind::ToolResult;
    case translation::PartKind::Image: return api::PartKind::Image;
    case translation::PartKind::File: return api::PartKind::File;
    case translation::PartKind::Audio: return api::PartKind::Audio;
    case translation::PartKind::Refusal: return api::PartKind::Refusal;
    case translation::PartKind::Other: return api::PartKind::Other;
    }
    return api::PartKind::Other;
}

api::MessageRole messageRoleView(translation::Speaker role)
{
    switch (role) {
    case translation::Speaker::System: return api::MessageRole::System;
    case translation::Speaker::User: return api::MessageRole::User;
    case translation::Speaker::Assistant: return api::MessageRole::Assistant;
    case translation::Speaker::Tool: return api::MessageRole::Tool;
    }
    return api::MessageRole::User;
}

std::optional<translation::DialectId> dialectFromKey(std::string_view key)
{
    return translation::dialectFromName(key);
}

QList<api::MessageView> messageViews(const std::vector<translation::ConversationMessage> &messages)
{
    QList<api::MessageView> views;
    for (const translation::ConversationMessage &message : messages) {
        api::MessageView view;
        view.role = messageRoleView(message.role);
        view.isAnswer = message.isAnswer;
        for (const translation::ConversationPart &part : message.parts) {
            std::string text = part.text;
            maskKeyPatterns(text); // a running answer has not passed the record's mask yet
            view.parts.append(
                {partKindView(part.kind), toText(text), toText(part.name), toText(part.callId), part.bytes});
        }
        views.append(view);
    }
    return views;
}

api::RequestDetail requestDetail(const storage::StoredRecord &stored)
{
    const RequestRecord &record = stored.record;
    api::RequestDetail detail;
    detail.summary = requestSummary(record, stored.sequence);
    detail.method = toText(record.method);
    detail.path = toText(record.path);
    detail.peerAddress = toText(record.peerAddress);
    detail.answeredModel = toText(record.answeredModel);
    detail.overhead = record.overhead;
    detail.rawUsage = toText(record.rawUsage);
    detail.uncachedInputTokens = record.usage.uncachedInput;
    detail.cacheWriteTokens = record.usage.cacheWrite;
    detail.reasoningTokens = record.usage.reasoning;
    for (const AttemptRecord &attempt : record.attempts)
        detail.attempts.append(attemptView(attempt));
    for (const std::string &note : record.notes)
        detail.notes.append(toText(note));
    detail.requestHeaders = headerViews(record.requestHeaders);
    detail.responseHeaders = headerViews(record.responseHeaders);
    detail.hasBodies = record.requestBody || record.responseBody;
    if (record.requestBody)
        detail.requestBody = QByteArray::fromStdString(*record.requestBody);
    if (record.responseBody) {
        detail.responseBody = QByteArray::fromStdString(*record.responseBody);
        detail.streamEvents = streamEvents(record);
    }
    detail.isRequestBodyTruncated = record.isRequestBodyTruncated;
    detail.isResponseBodyTruncated = record.isResponseBodyTruncated;
    detail.conversation = conversation(record);
    return detail;
}

} // namespace gateway::service
