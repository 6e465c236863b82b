#include "gateway/routing/cel/type_table.h"

#include <algorithm>

namespace gateway::routing::cel {

namespace {

using Kind = CelType::Kind;

std::string simpleName(Kind kind)
{
    switch (kind) {
    case Kind::Dyn: return "dyn";
    case Kind::Null: return "null";
    case Kind::Bool: return "bool";
    case Kind::Int: return "int";
    case Kind::Uint: return "uint";
    case Kind::Double: return "double";
    case Kind::String: return "string";
    case Kind::Bytes: return "bytes";
    case Kind::Type: return "type";
    case Kind::List: return "list";
    case Kind::Map: return "map";
    }
    return "dyn";
}

} // namespace

std::string nameOf(const CelType &type)
{
    std::string name = simpleName(type.kind);
    for (std::size_t index = 0; index < type.parameters.size(); ++index)
        name += (index == 0 ? "(" : ", ") + nameOf(type.parameters[index]);
    return type.parameters.empty() ? name : name + ")";
}

TypeTable::TypeTable()
{
    for (int kind = 0; kind <= static_cast<int>(Kind::Type); ++kind)
        m_types.push_back({static_cast<Kind>(kind)});
    m_bindings.assign(m_types.size(), unbound);
}

TypeReference TypeTable::intern(const Entry &entry)
{
    const auto found = std::find(m_types.begin(), m_types.end(), entry);
    if (found != m_types.end())
        return static_cast<TypeReference>(found - m_types.begin());
    m_types.push_back(entry);
    m_bindings.push_back(unbound);
    return static_cast<TypeReference>(m_types.size() - 1);
}

TypeReference TypeTable::newVariable()
{
    m_types.push_back({Kind::Dyn, 0, 0, true});
    m_bindings.push_back(unbound);
    return static_cast<TypeReference>(m_types.size() - 1);
}

TypeReference TypeTable::of(const CelType &type)
{
    if (type.kind == Kind::List)
        return list(of(type.parameters.at(0)));
    if (type.kind == Kind::Map) {
        const TypeReference key = of(type.parameters.at(0));
        return map(key, of(type.parameters.at(1)));
    }
    return simple(type.kind);
}

TypeReference TypeTable::resolved(TypeReference type)
{
    if (m_bindings[type] != unbound)
        return resolved(m_bindings[type]);
    const Entry entry = m_types[type];
    if (entry.isVariable || (entry.kind != Kind::List && entry.kind != Kind::Map))
        return type;
    const TypeReference first = resolved(entry.first);
    return entry.kind == Kind::List ? list(first) : map(first, resolved(entry.second));
}

// What follows is the unification of cel-go's checker, so that both accept the same expressions.

bool TypeTable::areAssignable(const std::vector<TypeReference> &from, const std::vector<TypeReference> &to)
{
    if (from.size() != to.size())
        return false;
    m_undo.clear();
    for (std::size_t index = 0; index < from.size(); ++index) {
        if (!isAssignable(from[index], to[index])) {
            for (auto change = m_undo.rbegin(); change != m_undo.rend(); ++change)
                m_bindings[change->first] = change->second;
            return false;
        }
    }
    return true;
}

bool TypeTable::isAssignable(TypeReference from, TypeReference to)
{
    if (isVariable(to)) {
        const Fit fit = bind(from, to);
        if (fit != Fit::Open)
            return fit == Fit::Fits;
    }
    if (isVariable(from))
        return bind(to, from) == Fit::Fits;
    const Entry left = m_types[from];
    const Entry right = m_types[to];
    if (left.kind == Kind::Dyn || right.kind == Kind::Dyn)
        return true;
    if (left.kind != right.kind)
        return false;
    if (left.kind == Kind::List)
        return isAssignable(left.first, right.first);
    if (left.kind == Kind::Map)
        return isAssignable(left.first, right.first) && isAssignable(left.second, right.second);
    return true;
}

TypeTable::Fit TypeTable::bind(TypeReference type, TypeReference variable)
{
    const TypeReference known = m_bindings[variable];
    if (type == variable || known == type)
        return Fit::Fits;
    if (known != unbound) {
        if (!isAssignable(type, known))
            return Fit::Contradicts;
        const TypeReference general = moreGeneral(type, known);
        if (!occursIn(variable, general))
            setBinding(variable, general);
        return Fit::Fits;
    }
    if (occursIn(variable, type))
        return Fit::Open;
    setBinding(variable, type);
    return Fit::Fits;
}

void TypeTable::setBinding(TypeReference variable, TypeReference type)
{
    m_undo.emplace_back(variable, m_bindings[variable]);
    m_bindings[variable] = type;
}

bool TypeTable::occursIn(TypeReference variable, TypeReference type) const
{
    if (variable == type)
        return true;
    const Entry &entry = m_types[type];
    if (entry.isVariable)
        return m_bindings[type] != unbound && occursIn(variable, m_bindings[type]);
    if (entry.kind == Kind::List)
        return occursIn(variable, entry.first);
    return entry.kind == Kind::Map && (occursIn(variable, entry.first) || occursIn(variable, entry.second));
}

bool TypeTable::isAsGeneral(TypeReference left, TypeReference right) const
{
    const Entry &first = m_types[left];
    const Entry &second = m_types[right];
    if (first.kind == Kind::Dyn) // a variable, too
        return true;
    if (first.kind != second.kind)
        return false;
    if (first.kind == Kind::List)
        return isAsGeneral(first.first, second.first);
    return first.kind != Kind::Map
           || (isAsGeneral(first.first, second.first) && isAsGeneral(first.second, second.second));
}

TypeReference TypeTable::joined(TypeReference left, TypeReference right)
{
    return areAssignable({left}, {right}) ? moreGeneral(left, right) : simple(Kind::Dyn);
}

std::string TypeTable::nameOf(TypeReference type)
{
    return cel::nameOf(exported(type));
}

CelType TypeTable::exported(TypeReference type)
{
    const Entry entry = m_types[resolved(type)];
    if (entry.kind == Kind::List)
        return CelType::list(exported(entry.first));
    if (entry.kind == Kind::Map)
        return CelType::map(exported(entry.first), exported(entry.second));
    return CelType::simple(entry.kind);
}

} // namespace gateway::routing::cel
