#include "gateway/config/model_names.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>

namespace gateway::config {

namespace {

constexpr std::string_view everything = "*";
constexpr std::string_view expressionMark = "regex:";
constexpr std::int64_t mostMemoryOfAnExpression = 1 << 20;
constexpr std::size_t mostCompiledExpressions = 256; // of a thread

std::unique_ptr<const re2::RE2> compile(std::string_view expression)
{
    re2::RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    options.set_max_mem(mostMemoryOfAnExpression);
    return std::make_unique<const re2::RE2>(re2::StringPiece(expression.data(), expression.size()), options);
}

// Compiling takes longer than a request may, and the lists are plain values. The oldest are not worth keeping track of.
bool matches(std::string_view expression, std::string_view model)
{
    thread_local std::map<std::string, std::unique_ptr<const re2::RE2>, std::less<>> compiled;
    auto known = compiled.find(expression);
    if (known == compiled.end()) {
        if (compiled.size() >= mostCompiledExpressions)
            compiled.clear();
        known = compiled.emplace(std::string(expression), compile(expression)).first;
    }
    return known->second->ok() && re2::RE2::FullMatch(re2::StringPiece(model.data(), model.size()), *known->second);
}

// What stands between two stars may be taken where it is found first: more is left for the rest then.
bool fits(std::string_view pattern, std::string_view model)
{
    auto star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == model;
    if (!model.starts_with(pattern.substr(0, star)))
        return false;
    model.remove_prefix(star);
    for (pattern.remove_prefix(star + 1); (star = pattern.find('*')) != std::string_view::npos;
         pattern.remove_prefix(star + 1)) {
        const auto found = model.find(pattern.substr(0, star));
        if (found == std::string_view::npos)
            return false;
        model.remove_prefix(found + star);
    }
    return model.ends_with(pattern);
}

} // namespace

bool standsFor(std::string_view entry, std::string_view model)
{
    if (entry == model || entry == everything)
        return true;
    if (entry.starts_with(expressionMark))
        return matches(entry.substr(expressionMark.size()), model);
    return fits(entry, model);
}

bool includesModel(const std::vector<std::string> &entries, std::string_view model)
{
    return std::any_of(entries.begin(), entries.end(),
                       [model](const std::string &entry) { return standsFor(entry, model); });
}

bool namesModel(const std::vector<std::string> &entries, std::string_view model)
{
    return std::any_of(entries.begin(), entries.end(),
                       [model](const std::string &entry) { return entry != everything && standsFor(entry, model); });
}

std::optional<std::string> problemOfModels(const std::vector<std::string> &entries)
{
    if (entries.size() > 1 && std::find(entries.begin(), entries.end(), everything) != entries.end())
        return "\"*\" in a list of models stands alone: it means every model.";
    for (const std::string_view entry : entries) {
        if (!entry.starts_with(expressionMark))
            continue;
        const auto expression = compile(entry.substr(expressionMark.size()));
        if (!expression->ok())
            return "\"" + std::string(entry) + "\" cannot be read: " + expression->error() + ".";
    }
    return std::nullopt;
}

} // namespace gateway::config
