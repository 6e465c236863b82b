// The error of input that cannot be what it was meant to be: most of what reads a request or a file can return it.
#pragma once

#include "gateway/base/error.h"

#include <string>
#include <utility>

namespace gateway {

// A 400 for the client, who should not try it again. `message` names what is wrong and what would be right.
inline Error refused(std::string message)
{
    return Error::client(ErrorCode::InvalidRequest, std::move(message));
}

} // namespace gateway
