#include "tests/support/source_tree.h"

namespace support {

QString sourcePath(const char *relative)
{
    return QStringLiteral(BILROST_SOURCE_DIR "/") + QString::fromUtf8(relative);
}

} // namespace support
