// Keeps what a person says models cost.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/price_book.h"

#include <string>
#include <vector>

namespace gateway::storage {

class SqliteFile;

// `patchJson` is what the management API was sent, with members that are not used.
struct StoredPriceOverride {
    config::PriceOverride price;
    std::string patchJson;
};

// Lives on the writer thread; the file outlives it.
class PriceOverrideRepository {
public:
    explicit PriceOverrideRepository(SqliteFile &file) : m_file(file) {}

    Result<std::vector<StoredPriceOverride>> load();
    Result<bool> save(const StoredPriceOverride &stored);
    Result<bool> remove(const std::string &id); // false: there was none

private:
    SqliteFile &m_file;
};

} // namespace gateway::storage
