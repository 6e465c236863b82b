// Model listings: reads what providers answer, writes what clients of each endpoint expect.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/dialects/dialect_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

struct ModelEntry {
    std::string id;                            // as the provider names it
    std::string displayName;                   // may be empty
    std::string ownedBy;                       // may be empty
    std::optional<std::int64_t> created;       // seconds since 1970
    std::optional<std::int64_t> contextLength; // tokens
    bool operator==(const ModelEntry &) const = default;
};

struct ListedModel {
    std::string provider; // prefix for "provider/model"; empty: the name stands alone
    ModelEntry entry;
};

struct ModelPage {
    std::vector<ModelEntry> models;
    std::string nextPage; // query to append for the next page ("after_id=..."), or empty
};

// Where a provider of the family lists its models, below its base URL.
std::string_view modelListTarget(DialectFamily family);

Result<ModelPage> readModelList(DialectFamily family, std::string_view body);

// bifrost-style for /v1/models: {"data":[{id:"provider/model",...}],"extra_fields":{...}}; we add "object" members too,
// which strict clients need.
std::string writeBifrostModelList(const std::vector<ListedModel> &models);
// {"object":"list","data":[{id,object:"model",created,owned_by}]}; ids bare for `bareProvider`, else with prefix.
std::string writeOpenAiModelList(const std::vector<ListedModel> &models, std::string_view bareProvider);
// {"data":[{type:"model",id,display_name,created_at}],"has_more":false,"first_id","last_id"}
std::string writeAnthropicModelList(const std::vector<ListedModel> &models, std::string_view bareProvider);
// {"models":[{name:"models/ID",displayName,supportedGenerationMethods}]} (ai.google.dev/api/models)
std::string writeGeminiModelList(const std::vector<ListedModel> &models, std::string_view bareProvider);
// {"modelSummaries":[{modelArn,modelId,modelName,providerName,...}]} (ListFoundationModels)
std::string writeBedrockModelList(const std::vector<ListedModel> &models, std::string_view bareProvider);
// {"models":[{name,endpoints,context_length}]} (docs.cohere.com/reference/list-models)
std::string writeCohereModelList(const std::vector<ListedModel> &models, std::string_view bareProvider);

// In the form of the family's clients.
std::string writeModelList(DialectFamily family, const std::vector<ListedModel> &models, std::string_view bareProvider);

// One model (ai.google.dev/api/models#method:-models.get and its like): where it is asked for, below the provider's base
// URL, what is answered, and how it is told to clients of a family or of Bifrost's own surface.
Result<std::string> modelTarget(DialectFamily family, std::string_view model);
Result<ModelEntry> readModel(DialectFamily family, std::string_view body);
std::string writeModel(DialectFamily family, const ListedModel &model, std::string_view bareProvider);
std::string writeBifrostModel(const ListedModel &model);

} // namespace gateway::translation
