// No bytes may crash Gemini's codecs; streams are legal for any bytes, and what they say can be said again.
#include "tests/fuzz/dialect_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    using namespace dialect_fuzz;
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    tryRequest(DialectId::GeminiGenerate, {text, "gemini-3-pro-preview", true, nullptr},
               {{"gemini-3-pro-preview", {}}, {"gemini-2.5-flash", {}}, {"gemma-3-27b-it", {}}});
    tryAnswer(DialectId::GeminiGenerate, text);
    tryStream(DialectId::GeminiGenerate, text);
    return 0;
}
