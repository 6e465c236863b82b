// Says a body of lines again, line by line: files of batches, which are too large to be held.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace gateway::pipeline {

// Lives on a worker thread, for one answer. Needs the memory of one line.
class LineRewriter {
public:
    // The line without its end -> what stands for it, with an end; "" leaves it out.
    using Rewrite = std::function<std::string(std::string_view line)>;

    explicit LineRewriter(Rewrite rewrite) : m_rewrite(std::move(rewrite)) {}

    std::string feed(std::string_view bytes); // in any cut
    std::string finish();                     // the last line need not have an end

private:
    std::string said(std::string_view line);

    const Rewrite m_rewrite;
    std::string m_pending;
    bool m_isTooLong = false; // goes on as it is, up to its end
};

} // namespace gateway::pipeline
