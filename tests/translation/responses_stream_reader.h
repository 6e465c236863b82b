// Reads a Responses stream as strictly as the official SDKs do.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

// What an SDK makes of the stream. `problem` is the first rule that was broken; empty when all were kept.
struct ReadResponse {
    std::string problem;
    std::string text;
    std::string refusal;
    std::string reasoning;
    std::vector<std::pair<std::string, std::string>> calls; // name and arguments
    nlohmann::json final;                                   // the Response object of the last event
    bool hasRaised = false;                                 // the SDK throws: an event with an error object came
    std::string failure;                                    // what the exception says
};

ReadResponse readResponseStream(std::string_view wire);
ReadResponse readWholeResponse(std::string_view body);
