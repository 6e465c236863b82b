// The models of the demo provider: each name stands for one behaviour, so that tests and demos can ask for a fault.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demo_provider {

enum class Fault {
    None,
    Slow,            ///< two seconds to the first byte
    RateLimited,     ///< 429 with retry-after
    ServerError,     ///< 500
    Overloaded,      ///< 529 at Anthropic, 503 at OpenAI
    CutStream,       ///< closes in the middle of the answer
    Silent,          ///< never answers
    MalformedFrame,  ///< one broken frame in the middle of the stream
    ErrorInStream,   ///< the provider's error event in the middle of the stream
    Gzip,            ///< compressed whole answer, if the client takes gzip
    Huge,            ///< 8 MiB of text
    ContextOverflow, ///< 400: the prompt is too long
    Refusal,         ///< the model declines
};

struct DemoModel {
    std::string id;
    Fault fault = Fault::None;
    /// Thinks before it answers, and obeys the narrower rules of such models.
    bool reasons = false;
    /// Calls the first tool that it is offered without being asked.
    bool callsTools = false;
    bool embeds = false;
    /// Obeys "do: use TOOL name='value'" and leaves out the arguments that it was not told to give: what the tools of
    /// coding agents need.
    bool obeysAgents = false;
    /// Thinks, but behind a server that only imitates OpenAI: it takes the older members too.
    bool isOpenWeights = false;
};

class DemoModels {
public:
    DemoModels();

    /// An ordinary model under another name, for agents that insist on theirs.
    void add(std::string id);

    [[nodiscard]] const DemoModel *find(std::string_view id) const;
    [[nodiscard]] const std::vector<DemoModel> &all() const { return m_models; }

private:
    std::vector<DemoModel> m_models;
};

} // namespace demo_provider
