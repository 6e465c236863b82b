#include "gateway/service/request_comparison.h"

#include "gateway/service/view_conversion.h"
#include "gateway/translation/conversation/prompt_prefix.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gateway::service {

namespace {

using Prefix = api::PrefixComparison;
using Parts = std::vector<translation::PromptPart>;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RequestComparison)
};

constexpr std::size_t shownBefore = 60; // bytes
constexpr std::size_t shownAfter = 160;

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

QString endOf(std::string_view text)
{
    std::size_t from = text.size() - std::min(text.size(), shownBefore);
    while (from < text.size() && isContinuation(text[from]))
        ++from;
    return toText(text.substr(from));
}

QString beginOf(std::string_view text)
{
    std::size_t to = std::min(text.size(), shownAfter);
    while (to > 0 && to < text.size() && isContinuation(text[to]))
        --to;
    return toText(text.substr(0, to));
}

Prefix::Place placeView(translation::PromptPlace place)
{
    switch (place) {
    case translation::PromptPlace::Tool: return Prefix::Place::Tool;
    case translation::PromptPlace::System: return Prefix::Place::System;
    case translation::PromptPlace::Message: return Prefix::Place::Message;
    }
    return Prefix::Place::Message;
}

void describe(const translation::PromptPart &part, Prefix &prefix)
{
    prefix.place = placeView(part.place);
    prefix.number = part.number;
    prefix.name = toText(part.name);
    prefix.role = messageRoleView(part.role);
    prefix.kind = partKindView(part.kind);
}

void describeBreak(const Parts &earlier, const Parts &later, const translation::PromptBreak &found, Prefix &prefix)
{
    const bool earlierHasIt = found.part < earlier.size();
    const bool laterHasIt = found.part < later.size();
    if (!earlierHasIt && (!laterHasIt || later[found.part].place == translation::PromptPlace::Message))
        return; // nothing, or only messages more: the conversation went on
    const bool isOfOnePlace = earlierHasIt && laterHasIt && earlier[found.part].place == later[found.part].place;
    const bool isEarliers =
        earlierHasIt && (!laterHasIt || (!isOfOnePlace && earlier[found.part].place < later[found.part].place));
    prefix.difference = isOfOnePlace ? Prefix::Difference::InBoth
                        : isEarliers ? Prefix::Difference::OnlyInEarlier
                                     : Prefix::Difference::OnlyInLater;
    describe(isEarliers ? earlier[found.part] : later[found.part], prefix);
    prefix.equalBytes = static_cast<qint64>(found.equalBytes);
    const auto rest = [&found](const Parts &parts) {
        return beginOf(std::string_view(parts[found.part].text).substr(found.equalBytes));
    };
    if (isOfOnePlace)
        prefix.before = endOf(std::string_view(later[found.part].text).substr(0, found.equalBytes));
    if (isOfOnePlace || isEarliers)
        prefix.earlier = rest(earlier);
    if (isOfOnePlace || !isEarliers)
        prefix.later = rest(later);
}

// The provider's count of the whole prompt, where it is known, divided as the estimates are.
void countTokens(const Parts &later, std::size_t shared, const TokenUsage &usage, Prefix &prefix)
{
    prefix.sharedTokens = translation::estimatePartTokens(later, 0, shared);
    prefix.lostTokens = translation::estimatePartTokens(later, shared, later.size());
    const std::int64_t estimate = prefix.sharedTokens + prefix.lostTokens;
    const std::int64_t counted =
        usage.uncachedInput.value_or(0) + usage.cacheRead.value_or(0) + usage.cacheWrite.value_or(0);
    if (counted <= 0 || estimate <= 0)
        return;
    prefix.sharedTokens = std::llround(static_cast<double>(prefix.sharedTokens) * static_cast<double>(counted)
                                       / static_cast<double>(estimate));
    prefix.lostTokens = counted - prefix.sharedTokens;
}

} // namespace

Prefix comparePrompts(const RequestRecord &earlier, const RequestRecord &later)
{
    Prefix prefix;
    const auto dialect = dialectFromKey(later.dialect);
    if (!earlier.requestBody || !later.requestBody) {
        prefix.problem = Text::tr("The body of one of them was not stored.");
        return prefix;
    }
    if (earlier.dialect != later.dialect) {
        prefix.problem = Text::tr("They are of different dialects, so nothing of their prompts is the same.");
        return prefix;
    }
    if (!dialect) {
        prefix.problem = Text::tr("This operation has no prompt.");
        return prefix;
    }
    const Parts earlierParts = translation::promptParts(*dialect, *earlier.requestBody);
    const Parts laterParts = translation::promptParts(*dialect, *later.requestBody);
    if (earlierParts.empty() || laterParts.empty()) {
        prefix.problem = earlier.isRequestBodyTruncated || later.isRequestBodyTruncated
                             ? Text::tr("The body of one of them was stored in part only.")
                             : Text::tr("No prompt can be read in one of them.");
        return prefix;
    }
    const translation::PromptBreak found = translation::findBreak(earlierParts, laterParts);
    prefix.sharedParts = static_cast<int>(found.part);
    describeBreak(earlierParts, laterParts, found, prefix);
    countTokens(laterParts, found.part, later.usage, prefix);
    for (const std::string &name : translation::differentSettings(*dialect, *earlier.requestBody, *later.requestBody))
        prefix.otherSettings.append(toText(name));
    return prefix;
}

api::RequestComparison compareRequests(const storage::StoredRecord &first, const storage::StoredRecord &second)
{
    const bool isInOrder = first.record.startedAt <= second.record.startedAt;
    const storage::StoredRecord &earlier = isInOrder ? first : second;
    const storage::StoredRecord &later = isInOrder ? second : first;
    return {requestDetail(earlier), requestDetail(later), comparePrompts(earlier.record, later.record)};
}

} // namespace gateway::service
