// No text may crash, hang or overflow what compiles and evaluates expressions, and two evaluations agree.
#include "tests/routing/cel_variables.h"

#include <cstdint>
#include <cstdlib>

using namespace gateway::routing::cel;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static const cel_test::FixedVariables variables = cel_test::oracleVariables();
    const std::string_view source(reinterpret_cast<const char *>(bytes), size);
    const auto program = compileCel(source, variables.declarations);
    if (!program) {
        if (program.error().offset > size || program.error().line == 0 || program.error().message.empty())
            std::abort();
        return 0;
    }
    const auto first = evaluate(*program, variables);
    const auto second = evaluate(*program, variables);
    if (first.has_value() != second.has_value())
        std::abort();
    if (first ? toText(*first) != toText(*second) : first.error() != second.error())
        std::abort();
    return 0;
}
