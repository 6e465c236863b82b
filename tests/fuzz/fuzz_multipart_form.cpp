// Forms: any cut reads the same, and every field lies where it says. An input is the length of the pieces, a line with
// the content type, and the body.
#include "gateway/translation/framing/multipart_form.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace gateway;
using namespace gateway::translation;

namespace {

void require(bool isWell)
{
    if (!isWell)
        std::abort();
}

Result<std::vector<FormField>> readForm(std::string_view boundary, std::string_view body, std::size_t pieceSize)
{
    MultipartReader reader(boundary);
    for (std::size_t from = 0; from < body.size(); from += pieceSize)
        reader.feed(body.substr(from, pieceSize));
    return reader.finish();
}

bool isSame(const FormField &left, const FormField &right)
{
    return left.name == right.name && left.value == right.value && left.isFile == right.isFile
           && left.valueOffset == right.valueOffset && left.valueSize == right.valueSize
           && left.partOffset == right.partOffset && left.partSize == right.partSize;
}

void checkPlace(const FormField &field, std::string_view body)
{
    require(field.partOffset + field.partSize <= body.size());
    require(field.partOffset <= field.valueOffset);
    require(field.valueOffset + field.valueSize <= field.partOffset + field.partSize);
    if (!field.isFile)
        require(body.substr(field.valueOffset, field.valueSize).starts_with(field.value));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::size_t pieceSize = 1u + bytes[0];
    const std::string_view text(reinterpret_cast<const char *>(bytes) + 1, size - 1);
    const std::size_t line = std::min(text.find('\n'), text.size());
    const auto boundary = formBoundary(text.substr(0, line));
    const std::string_view body = text.substr(std::min(line + 1, text.size()));

    const auto whole = readForm(boundary.value_or("b"), body, body.size() + 1);
    const auto pieces = readForm(boundary.value_or("b"), body, pieceSize);
    require(whole.has_value() == pieces.has_value());
    if (!whole)
        return 0;
    require(std::equal(whole->begin(), whole->end(), pieces->begin(), pieces->end(), isSame));
    for (const FormField &field : *whole)
        checkPlace(field, body);
    return 0;
}
