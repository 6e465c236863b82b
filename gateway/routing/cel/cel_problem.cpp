#include "gateway/routing/cel/cel_problem.h"

#include <algorithm>

namespace gateway::routing::cel {

std::string_view problemKindName(CelProblemKind kind)
{
    switch (kind) {
    case CelProblemKind::Syntax: return "syntax";
    case CelProblemKind::UndeclaredReference: return "undeclared_reference";
    case CelProblemKind::NoMatchingOverload: return "no_matching_overload";
    case CelProblemKind::TypeMismatch: return "type_mismatch";
    case CelProblemKind::MacroMisuse: return "macro_misuse";
    case CelProblemKind::InvalidRegex: return "invalid_regex";
    case CelProblemKind::TooComplex: return "too_complex";
    case CelProblemKind::NoSuchKey: return "no_such_key";
    case CelProblemKind::NoSuchOverload: return "no_such_overload";
    case CelProblemKind::IndexOutOfRange: return "index_out_of_range";
    case CelProblemKind::DivisionByZero: return "division_by_zero";
    case CelProblemKind::Overflow: return "overflow";
    case CelProblemKind::Conversion: return "conversion";
    case CelProblemKind::InvalidArgument: return "invalid_argument";
    case CelProblemKind::Unknown: return "unknown";
    case CelProblemKind::LimitExceeded: return "limit_exceeded";
    }
    return "unknown";
}

CelProblem problemAt(CelProblemKind kind, std::string_view source, std::size_t offset, std::string message)
{
    CelProblem problem;
    problem.kind = kind;
    problem.offset = std::min(offset, source.size());
    problem.message = std::move(message);
    for (const char byte : source.substr(0, problem.offset)) {
        if (byte == '\n') {
            ++problem.line;
            problem.column = 1;
        } else if ((static_cast<unsigned char>(byte) & 0xC0u) != 0x80u) { // not inside a code point (RFC 3629)
            ++problem.column;
        }
    }
    return problem;
}

Error toError(const CelProblem &problem)
{
    return Error::client(ErrorCode::InvalidRequest, "Line " + std::to_string(problem.line) + ", column "
                                                        + std::to_string(problem.column) + ": " + problem.message);
}

} // namespace gateway::routing::cel
