// Compiles expressions of the Common Expression Language, and evaluates them.
//
// The language is that of https://github.com/google/cel-spec as cel-go implements it, with its string functions, and
// without messages, timestamps, durations and optional values (docs/routing-rules.md).
#pragma once

#include "gateway/routing/cel/cel_problem.h"
#include "gateway/routing/cel/cel_type.h"
#include "gateway/routing/cel/cel_value.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::routing::cel {

struct SyntaxTree;

struct CelDeclaration {
    std::string name;
    CelType type;
};

// The variables that an expression may use.
using CelDeclarations = std::vector<CelDeclaration>;

// The values of the declared variables. Each is asked for when an expression needs it, maybe more than once.
class CelVariables {
public:
    virtual ~CelVariables() = default;
    // `index` is the place in CelDeclarations. The value may borrow from this object.
    virtual CelValue value(std::size_t index) const = 0;
};

// Immutable; cheap to copy; threads may share it.
class CelProgram {
public:
    const std::string &source() const;
    const CelType &resultType() const { return m_resultType; }
    bool uses(std::size_t declaration) const; // whether the expression names the variable

private:
    friend CelResult<CelProgram> compileCel(std::string_view source, const CelDeclarations &variables);
    friend CelResult<CelValue> evaluate(const CelProgram &program, const CelVariables &variables);

    std::shared_ptr<const SyntaxTree> m_tree;
    CelType m_resultType;
};

// Checks types, names and the syntax of regular expressions, so that what can be wrong is found here.
CelResult<CelProgram> compileCel(std::string_view source, const CelDeclarations &variables);

// Never throws, never blocks, and ends within the limits of cel_limits.h. The result may borrow from both arguments.
CelResult<CelValue> evaluate(const CelProgram &program, const CelVariables &variables);

} // namespace gateway::routing::cel
