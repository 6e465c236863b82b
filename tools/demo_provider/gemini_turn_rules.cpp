#include "tools/demo_provider/gemini_turn_rules.h"

#include "tools/demo_provider/gemini_fields.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace demo_provider::gemini {

using namespace kind;

namespace {

/// What Google documents for calls that no Gemini made.
constexpr std::string_view skippedSignature = "skip_thought_signature_validator";

constexpr Field partFields[] = {{"text", string},
                                {"thought", boolean},
                                {"thoughtSignature", string},
                                {"inlineData", object},
                                {"fileData", object},
                                {"functionCall", object},
                                {"functionResponse", object},
                                {"executableCode", object},
                                {"codeExecutionResult", object},
                                {"videoMetadata", object},
                                {"mediaResolution", object},
                                {"partMetadata", object}};
constexpr std::string_view partKinds[] = {
    "text", "inlineData", "fileData", "functionCall", "functionResponse", "executableCode", "codeExecutionResult"};

std::string inStandardAlphabet(std::string base64)
{
    for (char &c : base64) {
        c = c == '-' ? '+' : c == '_' ? '/' : c;
    }
    return base64;
}

bool isFunctionName(std::string_view name)
{
    // Dots and colons are allowed beside what is plain.
    std::string plain(name);
    for (char &c : plain) {
        c = c == '.' || c == ':' ? '_' : c;
    }
    return isPlainName(plain, 64);
}

Verdict checkInlineData(const Json &data, const std::string &path)
{
    static constexpr Field fields[] = {{"mimeType", string, true}, {"data", string, true}};
    if (auto verdict = check(data, path, fields)) {
        return verdict;
    }
    const std::string bytes = data["data"];
    const std::string media = data["mimeType"];
    if (!isBytes(bytes)) {
        return Refusal{400, "INVALID_ARGUMENT",
                       "Invalid value at '" + path + ".data' (TYPE_BYTES), Base64 decoding failed for \""
                           + bytes.substr(0, 40) + "\"",
                       path + ".data", "BAD_REQUEST"};
    }
    if (media.find('/') == std::string::npos) {
        return refusal("Unsupported MIME type: " + media);
    }
    return !media.starts_with("image/") || media == "image/heic" || isBase64Image(inStandardAlphabet(bytes), media)
               ? Verdict{}
               : refusal("Unable to process input image. Please retry or report in "
                         "https://developers.generativeai.google/guide/troubleshooting");
}

Verdict checkFileData(const Json &data, const std::string &path)
{
    static constexpr Field fields[] = {{"mimeType", string}, {"fileUri", string, true}};
    if (auto verdict = check(data, path, fields)) {
        return verdict;
    }
    const std::string uri = data["fileUri"];
    return uri.starts_with("https://") || uri.starts_with("gs://") ? Verdict{}
                                                                   : refusal("Invalid or unsupported file uri: " + uri);
}

Verdict checkCall(const Json &call, const std::string &path)
{
    static constexpr Field fields[] = {{"id", string}, {"name", string, true}, {"args", object}};
    if (auto verdict = check(call, path, fields)) {
        return verdict;
    }
    return isFunctionName(textOf(call, "name")) ? Verdict{} : invalidMember(path + ".name", "Invalid function name.");
}

Verdict checkResponse(const Json &response, const std::string &path)
{
    static constexpr Field fields[] = {{"id", string},   {"name", string, true},    {"response", object, true},
                                       {"parts", array}, {"willContinue", boolean}, {"scheduling", string}};
    if (auto verdict = check(response, path, fields)) {
        return verdict;
    }
    if (textOf(response, "name").empty()) {
        return invalidMember(path + ".name", "Name cannot be empty.");
    }
    const Json &parts = memberOf(response, "parts");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        static constexpr Field mediaFields[] = {{"inlineData", object}, {"fileData", object}};
        const std::string where = indexed(path, "parts", i);
        if (auto verdict = check(parts[i], where, mediaFields)) {
            return verdict;
        }
        if (auto verdict = parts[i].contains("inlineData")
                               ? checkInlineData(parts[i]["inlineData"], where + ".inline_data")
                               : checkFileData(memberOf(parts[i], "fileData"), where + ".file_data")) {
            return verdict;
        }
    }
    return std::nullopt;
}

Verdict checkSignature(const Json &part, const std::string &path)
{
    const std::string signature = textOf(part, "thoughtSignature");
    if (signature.empty() || signature == skippedSignature) {
        return std::nullopt;
    }
    if (!isBytes(signature)) {
        return Refusal{400, "INVALID_ARGUMENT",
                       "Invalid value at '" + path + ".thought_signature' (TYPE_BYTES), Base64 decoding failed for \""
                           + signature.substr(0, 40) + "\"",
                       path + ".thought_signature", "BAD_REQUEST"};
    }
    // The SDKs read the field as bytes and write it in the alphabet that they like better.
    const std::string standard = inStandardAlphabet(signature);
    const std::string own = signatureOf(memberOf(part, "functionCall"));
    return standard.substr(0, standard.find('=')) == own ? Verdict{} : refusal("Thought signature is not valid.");
}

Verdict checkPart(const Json &part, const std::string &path, const std::string &role)
{
    if (auto verdict = check(part, path, partFields)) {
        return verdict;
    }
    int kinds = 0;
    for (const std::string_view name : partKinds) {
        kinds += part.contains(name) ? 1 : 0;
    }
    if (kinds == 0) {
        return invalidMember(path + ".data", "required oneof field 'data' must have one initialized field");
    }
    if (kinds > 1) {
        return refusal("Invalid value at '" + path + "' (oneof), oneof field 'data' is already set.");
    }
    if (part.contains("functionCall") && role != "model") {
        return refusal("Please ensure that function call turn contains at least one function_call part which can not "
                       "be mixed with function_response parts, in a turn of the model.");
    }
    if (part.contains("functionResponse") && role == "model") {
        return refusal("Please ensure that function response turn is with a user role.");
    }
    if (part.contains("inlineData")) {
        return checkInlineData(part["inlineData"], path + ".inline_data");
    }
    if (part.contains("fileData")) {
        return checkFileData(part["fileData"], path + ".file_data");
    }
    if (part.contains("functionCall")) {
        if (auto verdict = checkCall(part["functionCall"], path + ".function_call")) {
            return verdict;
        }
    }
    if (part.contains("functionResponse")) {
        return checkResponse(part["functionResponse"], path + ".function_response");
    }
    return checkSignature(part, path);
}

Verdict checkContent(const Json &content, const std::string &path)
{
    static constexpr Field fields[] = {{"role", string}, {"parts", array}};
    if (auto verdict = check(content, path, fields)) {
        return verdict;
    }
    const std::string role = textOf(content, "role");
    if (!role.empty() && role != "user" && role != "model" && role != "function") {
        return refusal("Please use a valid role: user, model.");
    }
    const Json &parts = memberOf(content, "parts");
    if (parts.empty()) {
        return invalidMember(path + ".parts", "contents.parts must not be empty.");
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (auto verdict = checkPart(parts[i], indexed(path, "parts", i), role)) {
            return verdict;
        }
    }
    return std::nullopt;
}

std::vector<const Json *> partsWith(const Json &turn, const char *name)
{
    std::vector<const Json *> found;
    for (const Json &part : memberOf(turn, "parts")) {
        if (part.contains(name)) {
            found.push_back(&part[name]);
        }
    }
    return found;
}

/// Every call is answered in the very next turn, by name and in number, and nothing else is answered there.
Verdict checkCallOrder(const Json &turns)
{
    std::vector<const Json *> asked;
    for (std::size_t i = 0; i <= turns.size(); ++i) {
        const auto answers = i < turns.size() ? partsWith(turns[i], "functionResponse") : std::vector<const Json *>{};
        if (asked.empty() && !answers.empty()) {
            return refusal("Please ensure that function response turn comes immediately after a function call turn.");
        }
        if (asked.size() != answers.size()) {
            return refusal("Please ensure that the number of function response parts is equal to the number of "
                           "function call parts of the function call turn.");
        }
        for (std::size_t one = 0; one < asked.size(); ++one) {
            const std::string id = textOf(*asked[one], "id");
            const std::string answered = textOf(*answers[one], "id");
            if (textOf(*asked[one], "name") != textOf(*answers[one], "name")
                || (!id.empty() && !answered.empty() && id != answered)) {
                return refusal("Please ensure that function response parts match the function call parts of the "
                               "function call turn.");
            }
        }
        asked = i < turns.size() ? partsWith(turns[i], "functionCall") : std::vector<const Json *>{};
        if (!asked.empty() && i == 0) {
            return refusal("Please ensure that function call turn comes immediately after a user turn or after a "
                           "function response turn.");
        }
    }
    return std::nullopt;
}

/// The calls of the turns since the user last spoke need their signatures; of parallel ones the first alone.
Verdict checkSignaturesBack(const Json &turns)
{
    std::size_t begin = 0;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const bool isSpeech = textOf(turns[i], "role") != "model" && partsWith(turns[i], "functionResponse").empty();
        begin = isSpeech ? i : begin;
    }
    for (std::size_t i = begin; i < turns.size(); ++i) {
        std::size_t position = 0;
        for (const Json &part : turns[i]["parts"]) {
            ++position;
            if (!part.contains("functionCall")) {
                continue;
            }
            if (textOf(part, "thoughtSignature").empty()) {
                return refusal("Function call is missing a thought_signature in functionCall parts. This is required "
                               "for tools to work correctly, and missing thought_signature may lead to degraded model "
                               "performance. Additional data, function call `default_api:"
                               + textOf(part["functionCall"], "name") + "` , position " + std::to_string(position)
                               + ". Please refer to https://ai.google.dev/gemini-api/docs/thought-signatures for more "
                                 "details.");
            }
            break;
        }
    }
    return std::nullopt;
}

} // namespace

Json joinedTurns(const Json &contents)
{
    Json turns = Json::array();
    for (const Json &content : contents) {
        const bool isModel = textOf(content, "role") == "model";
        if (!turns.empty() && (textOf(turns.back(), "role") == "model") == isModel) {
            for (const Json &part : memberOf(content, "parts")) {
                turns.back()["parts"].push_back(part);
            }
        } else {
            turns.push_back({{"role", isModel ? "model" : "user"}, {"parts", memberOf(content, "parts")}});
        }
    }
    return turns;
}

Verdict checkTextContent(const Json &content, const std::string &path)
{
    if (auto verdict = checkContent(content, path)) {
        return verdict;
    }
    for (const Json &part : content["parts"]) {
        if (!part.contains("text")) {
            return invalidMember(path, "system instruction takes text only");
        }
    }
    return std::nullopt;
}

Verdict checkContents(const Json &contents, bool demandsSignatures)
{
    if (!contents.is_array() || contents.empty()) {
        return invalidMember("contents", "contents is not specified");
    }
    for (std::size_t i = 0; i < contents.size(); ++i) {
        if (auto verdict = checkContent(contents[i], indexed({}, "contents", i))) {
            return verdict;
        }
    }
    // The SDKs' own chats keep one content per chunk of a stream, so neighbours of one role are no fault.
    const Json turns = joinedTurns(contents);
    if (turns.size() == 1 && textOf(turns[0], "role") == "model") {
        return refusal("Please ensure that single turn requests are with a user role or the role field is empty.");
    }
    if (auto verdict = checkCallOrder(turns)) {
        return verdict;
    }
    return demandsSignatures ? checkSignaturesBack(turns) : Verdict{};
}

std::string signatureOf(const Json &functionCall)
{
    const Json &args = memberOf(functionCall, "args");
    const std::string signedText =
        functionCall.is_object() ? textOf(functionCall, "name") + (args.empty() ? "{}" : dumped(args)) : "text";
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromStdString("bilrost-demo:" + signedText), QCryptographicHash::Sha384);
    return digest.toBase64().toStdString();
}

} // namespace demo_provider::gemini
