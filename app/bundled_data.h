// What comes with the program as Qt resources: provider presets and price lists.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/price_table.h"
#include "gateway/service/preset_catalog.h"

#include <memory>

namespace app {

gateway::Result<gateway::service::PresetCatalog> readPresets();

// A list that cannot be read leaves its models without a price; it must not keep the gateway from running.
std::shared_ptr<const gateway::config::PriceTable> readPriceLists();

} // namespace app
