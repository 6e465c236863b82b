// A request's body that is too large for the memory: a file that nobody else sees, and that goes with the last user.
#pragma once

#include "gateway/base/error.h"
#include "gateway/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include <QtCore/QTemporaryFile>

namespace gateway::net {

// Lives on a worker thread, with its request. The file is in $TMPDIR, else in /var/tmp where there is one (the usual
// /tmp is often memory), else where the system keeps temporary files; readable by its owner only.
class SpooledBody {
public:
    // The error says that there is no room or no place for it.
    static Result<std::shared_ptr<SpooledBody>> create();

    std::optional<Error> append(std::string_view bytes);
    std::uint64_t size() const { return m_size; }
    // How many bytes were put into `into`: fewer than it takes only at the end, or where the disk fails.
    std::size_t read(std::uint64_t offset, std::span<char> into) const;

private:
    explicit SpooledBody(std::unique_ptr<QTemporaryFile> file) : m_file(std::move(file)) {}

    std::unique_ptr<QTemporaryFile> m_file;
    std::uint64_t m_size = 0;
};

} // namespace gateway::net
