// Lists of models as people write them: names, patterns, or everything.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::config {

// Whether the entry stands for the model. It is
//  - the model's name,
//  - a pattern in which "*" is anything ("gpt-5*", "*"),
//  - or "regex:" and an expression for the whole name in any case (github.com/google/re2/wiki/Syntax).
bool standsFor(std::string_view entry, std::string_view model);

bool includesModel(const std::vector<std::string> &entries, std::string_view model);

// Whether an entry stands for the model that does not stand for everything.
bool namesModel(const std::vector<std::string> &entries, std::string_view model);

// Why the list cannot be taken, in a sentence: "*" beside other entries, or an expression with a mistake.
std::optional<std::string> problemOfModels(const std::vector<std::string> &entries);

} // namespace gateway::config
