#include "ui/models/prefix_words.h"

#include "ui/display_format.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui::models {

using gateway::api::MessageRole;
using gateway::api::PartKind;
using gateway::api::PrefixComparison;
using gateway::api::RequestComparison;
using Difference = PrefixComparison::Difference;
using Place = PrefixComparison::Place;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrefixWords)
};

QString partText(const PrefixComparison &prefix)
{
    switch (prefix.kind) {
    case PartKind::Text:
        switch (prefix.role) {
        case MessageRole::System: return Words::tr("system text");
        case MessageRole::User: return Words::tr("text of the user");
        case MessageRole::Assistant: return Words::tr("text of the assistant");
        case MessageRole::Tool: return Words::tr("tool result");
        }
        return {};
    case PartKind::Reasoning: return Words::tr("thinking");
    case PartKind::ToolCall: return Words::tr("tool call");
    case PartKind::ToolResult: return Words::tr("tool result");
    case PartKind::Image: return Words::tr("image");
    case PartKind::File: return Words::tr("file");
    case PartKind::Audio: return Words::tr("audio");
    case PartKind::Refusal: return Words::tr("refusal");
    case PartKind::Other: return Words::tr("another part");
    }
    return {};
}

} // namespace

QString prefixPlaceText(const PrefixComparison &prefix)
{
    switch (prefix.place) {
    case Place::Nowhere: return {};
    case Place::Tool:
        return prefix.name.isEmpty() ? Words::tr("Tool %1").arg(prefix.number)
                                     : Words::tr("Tool %1, %2").arg(QString::number(prefix.number), prefix.name);
    case Place::System: return Words::tr("System text, block %1").arg(prefix.number);
    case Place::Message: {
        const QString part = partText(prefix);
        const QString named = prefix.name.isEmpty() ? part : part + QLatin1Char(' ') + prefix.name;
        return Words::tr("Message %1, %2").arg(QString::number(prefix.number), named);
    }
    }
    return {};
}

QString prefixText(const PrefixComparison &prefix)
{
    const DisplayFormat format;
    if (!prefix.problem.isEmpty())
        return prefix.problem;
    if (prefix.place == Place::Nowhere) {
        return Words::tr("The later prompt begins with all of the earlier one: about %1 tokens can be read from the "
                         "cache.")
            .arg(format.exactCount(prefix.sharedTokens));
    }
    const QString place = prefixPlaceText(prefix);
    QString what;
    switch (prefix.difference) {
    case Difference::InBoth: what = Words::tr("%1: differs from here.").arg(place); break;
    case Difference::OnlyInEarlier: what = Words::tr("%1: only the earlier request has it.").arg(place); break;
    case Difference::OnlyInLater: what = Words::tr("%1: only the later request has it.").arg(place); break;
    }
    const QString cost = Words::tr("About %1 tokens before it can be read from the cache, %2 from it on cannot.")
                             .arg(format.exactCount(prefix.sharedTokens), format.exactCount(prefix.lostTokens));
    return what + QLatin1Char(' ') + cost;
}

QStringList cacheObstacles(const RequestComparison &comparison)
{
    const auto &earlier = comparison.earlier.summary;
    const auto &later = comparison.later.summary;
    QStringList obstacles;
    if (earlier.provider != later.provider)
        obstacles << Words::tr("Another provider answered (%1, then %2): each has a cache of its own.")
                         .arg(earlier.provider, later.provider);
    else if (earlier.model != later.model)
        obstacles << Words::tr("Another model answered (%1, then %2): each has a cache of its own.")
                         .arg(earlier.model, later.model);
    else if (earlier.keyName != later.keyName)
        obstacles << Words::tr("Another key was used (%1, then %2): caches belong to an account.")
                         .arg(earlier.keyName, later.keyName);
    // platform.claude.com/docs/en/build-with-claude/prompt-caching, "What invalidates the cache"
    const auto changed = [&comparison](const char *name) {
        return comparison.prefix.otherSettings.contains(QLatin1String(name));
    };
    if (later.dialect == QLatin1String("anthropic_messages") && (changed("thinking") || changed("tool_choice")))
        obstacles << Words::tr("Thinking or the choice of tools was set differently: Anthropic then reads no message "
                               "from the cache.");
    const auto minutes = earlier.startedAt.secsTo(later.startedAt) / 60;
    constexpr qint64 usualLife = 5; // minutes; of Anthropic's and OpenAI's caches, unless asked for longer
    if (minutes >= usualLife)
        obstacles << Words::tr("%n minutes lie between them; most caches are kept for five.", nullptr,
                               static_cast<int>(minutes));
    return obstacles;
}

} // namespace ui::models
