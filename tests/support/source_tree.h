// Where the checkout is, for tests that read fixtures and resources. The path is compiled into one file alone, so that
// a compiler cache can share every other object between checkouts.
#pragma once

#include <QString>

namespace support {

/// Absolute path of a file or folder given relative to the root of the checkout.
QString sourcePath(const char *relative);

} // namespace support
