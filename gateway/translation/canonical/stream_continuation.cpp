#include "gateway/translation/canonical/stream_continuation.h"

#include "gateway/base/overload.h"
#include "gateway/translation/json/json_document.h"

#include <string_view>
#include <utility>

namespace gateway::translation {

namespace {

// The text that is compared; null for parts whose content cannot be.
std::string *textOf(Part &part)
{
    if (auto *text = part.as<TextPart>())
        return &text->text;
    if (auto *refusal = part.as<RefusalPart>())
        return &refusal->text;
    if (auto *call = part.as<ToolCallPart>())
        return &call->arguments;
    if (auto *reasoning = part.as<ReasoningPart>())
        return &reasoning->text;
    return nullptr;
}

bool isReasoning(const Part &part)
{
    return part.as<ReasoningPart>() != nullptr;
}

bool isCall(const Part &part)
{
    return part.as<ToolCallPart>() != nullptr;
}

// Spaces and the order of members do not make another call.
bool isSameCall(const ToolCallPart &first, const ToolCallPart &second)
{
    if (first.name != second.name)
        return false;
    if (first.arguments == second.arguments)
        return true;
    const auto one = parseJson(first.arguments);
    const auto other = parseJson(second.arguments);
    return one && other && nlohmann::json(*one) == nlohmann::json(*other);
}

} // namespace

StreamContinuation::StreamContinuation(StreamEvents delivered, Second second)
    : m_delivered(std::move(delivered)), m_second(second)
{
    readDelivered();
    if (m_second == Second::Continues)
        skipDelivered();
}

std::string StreamContinuation::textToContinue() const
{
    if (!m_isPossible || m_parts.empty() || !m_parts.back().isOpen || !m_parts.back().part.as<TextPart>())
        return {};
    std::string text;
    for (const DeliveredPart &each : m_parts) {
        if (isReasoning(each.part))
            continue;
        const auto *part = each.part.as<TextPart>();
        if (!part)
            return {};
        text += part->text;
    }
    text.resize(text.find_last_not_of(" \t\r\n") + 1);
    return text;
}

// All that the reader has counts as said already.
void StreamContinuation::skipDelivered()
{
    if (m_parts.empty()) {
        m_isPossible = false;
        return;
    }
    m_next = m_parts.size() - 1;
    const std::string &text = *textOf(m_parts.back().part);
    m_spaces = text.substr(text.find_last_not_of(" \t\r\n") + 1);
}

void StreamContinuation::readDelivered()
{
    for (const StreamEvent &event : m_delivered) {
        std::visit(Overload{[this](const PartStarted &started) {
                                m_parts.push_back({started.part, true});
                                if (started.choice != 0 || !textOf(m_parts.back().part))
                                    m_isPossible = false;
                            },
                            [this](const PartDelta &delta) {
                                const bool isText =
                                    delta.kind == PartDelta::Kind::Text || delta.kind == PartDelta::Kind::Arguments;
                                if (isText && !m_parts.empty()) {
                                    if (std::string *text = textOf(m_parts.back().part))
                                        *text += delta.text;
                                }
                            },
                            [this](const PartEnded &) {
                                if (!m_parts.empty())
                                    m_parts.back().isOpen = false;
                            },
                            [this](const ChoiceEnded &) { m_isPossible = false; }, // there is nothing to go on with
                            [](const auto &) {}},
                   event);
    }
    if (!m_parts.empty() && m_parts.back().isOpen && isCall(m_parts.back().part))
        m_isPossible = false;
}

StreamContinuation::DeliveredPart *StreamContinuation::current()
{
    return m_next < m_parts.size() ? &m_parts[m_next] : nullptr;
}

std::optional<Error> StreamContinuation::differs() const
{
    return Error::upstream(ErrorCode::AnswerDiffers, RetryAdvice::Never,
                           "The answer broke off, and the next target said something else after "
                               + std::to_string(m_matchedBytes) + " bytes that were equal.");
}

StreamEvent StreamContinuation::moved(StreamEvent event) const
{
    const auto shift = [this](std::size_t &index) {
        index = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(index) + m_shift);
    };
    if (auto *started = std::get_if<PartStarted>(&event))
        shift(started->index);
    else if (auto *delta = std::get_if<PartDelta>(&event))
        shift(delta->index);
    else if (auto *ended = std::get_if<PartEnded>(&event))
        shift(ended->index);
    return event;
}

// The reader's last part is closed or matched, so what comes next is new.
void StreamContinuation::joinWhenAllIsMatched()
{
    if (m_next < m_parts.size())
        return;
    m_hasJoined = true;
    m_shift = static_cast<std::ptrdiff_t>(m_parts.size()) - static_cast<std::ptrdiff_t>(m_incomingIndex) - 1;
}

std::optional<Error> StreamContinuation::start(const PartStarted &started, StreamEvents &out)
{
    m_incoming = started.part;
    m_incomingIndex = started.index;
    m_isLeftOut = false;
    if (started.choice != 0 || !textOf(*m_incoming))
        return differs();
    // Reasoning is not compared: the reader's own, if it is still open, ends here.
    while (current() && isReasoning(current()->part) && !isReasoning(*m_incoming)) {
        if (current()->isOpen)
            out.emplace_back(PartEnded{m_next, std::nullopt});
        ++m_next;
    }
    if (isReasoning(*m_incoming)) {
        m_isLeftOut = true;
        return std::nullopt;
    }
    if (!current()) { // it had nothing but reasoning
        m_incomingIndex = started.index - 1;
        joinWhenAllIsMatched();
        out.push_back(moved(started));
        return std::nullopt;
    }
    if (current()->part.content.index() != m_incoming->content.index())
        return differs();
    m_offset = m_second == Second::Continues ? textOf(current()->part)->size() : 0;
    if (isCall(*m_incoming))
        return std::nullopt;
    const std::string first = std::exchange(*textOf(*m_incoming), {});
    return addText(first, out);
}

std::optional<Error> StreamContinuation::addText(std::string_view text, StreamEvents &out)
{
    const std::string &wanted = *textOf(current()->part);
    while (m_second == Second::Continues && !m_spaces.empty() && !text.empty()) {
        if (text.front() != m_spaces.front()) {
            m_spaces.clear();
            break;
        }
        m_spaces.erase(0, 1);
        text.remove_prefix(1);
    }
    const std::size_t compared = std::min(text.size(), wanted.size() - m_offset);
    if (std::string_view(wanted).substr(m_offset, compared) != text.substr(0, compared))
        return differs();
    m_offset += compared;
    m_matchedBytes += compared;
    text.remove_prefix(compared);
    if (text.empty())
        return std::nullopt;
    if (!current()->isOpen)
        return differs();
    m_hasJoined = true;
    m_shift = static_cast<std::ptrdiff_t>(m_next) - static_cast<std::ptrdiff_t>(m_incomingIndex);
    out.emplace_back(PartDelta{m_next, PartDelta::Kind::Text, std::string(text)});
    return std::nullopt;
}

std::optional<Error> StreamContinuation::endPart(const PartEnded &ended, StreamEvents &out)
{
    if (m_isLeftOut) {
        m_incoming.reset();
        return std::nullopt;
    }
    if (isCall(*m_incoming)) {
        if (!isSameCall(*current()->part.as<ToolCallPart>(), *m_incoming->as<ToolCallPart>()))
            return differs();
    } else if (m_offset < textOf(current()->part)->size()) {
        return differs();
    }
    if (current()->isOpen)
        out.emplace_back(PartEnded{m_next, ended.state});
    m_incoming.reset();
    ++m_next;
    joinWhenAllIsMatched();
    return std::nullopt;
}

std::optional<Error> StreamContinuation::endOfAnswer()
{
    return m_next < m_parts.size() ? differs() : std::nullopt;
}

std::optional<Error> StreamContinuation::take(const StreamEvent &event, StreamEvents &out)
{
    if (std::holds_alternative<MessageStarted>(event))
        return std::nullopt;
    if (m_hasJoined || std::holds_alternative<StreamFailed>(event)) {
        out.push_back(moved(event));
        return std::nullopt;
    }
    if (const auto *started = std::get_if<PartStarted>(&event))
        return start(*started, out);
    if (const auto *delta = std::get_if<PartDelta>(&event)) {
        const bool isText = delta->kind == PartDelta::Kind::Text || delta->kind == PartDelta::Kind::Arguments;
        if (m_isLeftOut || !isText || !m_incoming)
            return std::nullopt;
        if (isCall(*m_incoming)) {
            *textOf(*m_incoming) += delta->text;
            return std::nullopt;
        }
        return addText(delta->text, out);
    }
    if (const auto *ended = std::get_if<PartEnded>(&event))
        return endPart(*ended, out);
    if (std::holds_alternative<ChoiceEnded>(event)) {
        // Reasoning alone, and the second answer has nothing more.
        while (current() && isReasoning(current()->part)) {
            if (current()->isOpen)
                out.emplace_back(PartEnded{m_next, std::nullopt});
            ++m_next;
        }
        if (auto error = endOfAnswer())
            return error;
        m_hasJoined = true;
    }
    out.push_back(moved(event));
    return std::nullopt;
}

} // namespace gateway::translation
