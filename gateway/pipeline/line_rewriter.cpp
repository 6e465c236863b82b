#include "gateway/pipeline/line_rewriter.h"

namespace gateway::pipeline {

namespace {

constexpr std::size_t longestLine = 32 * 1024 * 1024; // pictures stand in them

}

std::string LineRewriter::said(std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return m_rewrite(line);
}

std::string LineRewriter::feed(std::string_view bytes)
{
    std::string told;
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const bool isWhole = end != std::string_view::npos;
        const std::string_view piece = bytes.substr(0, isWhole ? end : bytes.size());
        bytes.remove_prefix(isWhole ? end + 1 : bytes.size());
        if (m_isTooLong) {
            told.append(piece).append(isWhole ? "\n" : "");
        } else if (isWhole && m_pending.empty()) {
            told += said(piece);
        } else {
            m_pending.append(piece);
            if (isWhole)
                told += said(m_pending);
        }
        if (isWhole) {
            m_pending.clear();
            m_isTooLong = false;
        } else if (m_pending.size() > longestLine) {
            told += m_pending;
            m_pending.clear();
            m_isTooLong = true;
        }
    }
    return told;
}

std::string LineRewriter::finish()
{
    if (m_pending.empty())
        return {};
    const std::string last = std::move(m_pending);
    m_pending.clear();
    return said(last);
}

} // namespace gateway::pipeline
