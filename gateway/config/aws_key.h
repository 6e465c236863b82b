// How an AWS access key is kept as one secret, and where its region goes.
#pragma once

#include "gateway/base/aws_credentials.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::config {

// The three parts as one text for the secret store, which keeps one value for a key. A part may be "env.NAME": then the
// variable's value is meant.
SecretString packAwsKey(const AwsCredentials &parts);
// Nothing when the text is something else, for example a Bedrock API key.
std::optional<AwsCredentials> unpackAwsKey(const SecretString &packed);

// "env.NAME" -> "NAME"; empty for a value that stands for itself.
std::string environmentVariableOf(std::string_view part);

// "us-east-1", "us-gov-west-1": it becomes a part of the host's name, so nothing else may be in it.
bool isRegion(std::string_view text);

inline constexpr std::string_view defaultRegion = "us-east-1";
inline constexpr std::string_view regionVariable = "{region}"; // in the base URL of a provider

// The text with the region in place of the variable.
std::string withRegion(std::string_view text, std::string_view region);

} // namespace gateway::config
