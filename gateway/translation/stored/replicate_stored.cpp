#include "gateway/translation/stored/replicate_stored.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/translation/stored/stored_words.h"

#include <array>

namespace gateway::translation {

namespace {

// The value of a parameter as it stands there, percent-encoded; empty when it is missing.
std::string_view parameterOf(std::string_view query, std::string_view name)
{
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        const auto mark = pair.find('=');
        if (mark != std::string_view::npos && pair.substr(0, mark) == name)
            return pair.substr(mark + 1);
        query.remove_prefix(pair.size() == query.size() ? pair.size() : pair.size() + 1);
    }
    return {};
}

Json fileOf(const Json &file)
{
    const Json none = Json::object();
    const Json *found = findObject(file, "metadata");
    const Json &metadata = found ? *found : none;
    const std::string_view name = textMember(metadata, "filename");
    const std::string_view purpose = textMember(metadata, "purpose");
    const std::string_view id = textMember(file, "id");
    return {{"id", id},
            {"object", "file"},
            {"bytes", integerMember(file, "size").value_or(0)},
            {"created_at", secondsOf(file, "created_at")},
            {"expires_at", secondsOf(file, "expires_at")},
            {"filename", name.empty() ? id : name},
            {"purpose", purpose.empty() ? std::string_view("user_data") : purpose},
            {"status", "processed"}};
}

} // namespace

Result<std::string> replicateListQuery(std::string_view query)
{
    for (const std::string_view name : {"after", "before"}) {
        if (!parameterOf(query, name).empty())
            return unexpected(
                invalidMember("/" + std::string(name),
                              "Replicate's lists go on by page_token, from next_page_token of the page before."));
    }
    const std::string_view cursor = parameterOf(query, "page_token");
    return cursor.empty() ? std::string() : "cursor=" + std::string(cursor);
}

std::string replicateFileMetadata(std::string_view fileName, std::string_view purpose)
{
    Json metadata = Json::object();
    if (!fileName.empty())
        metadata["filename"] = fileName;
    if (!purpose.empty())
        metadata["purpose"] = purpose;
    return dumpJson(metadata);
}

Result<std::string> replicateDownloadQuery(std::string_view query)
{
    std::string download;
    for (const std::string_view name : {"owner", "expiry", "signature"}) {
        const std::string_view value = parameterOf(query, name);
        if (value.empty())
            return unexpected(invalidMember("/" + std::string(name),
                                            "is missing: Replicate hands out a file's bytes for a signature alone, so "
                                            "the query needs owner, expiry and signature as Replicate's files.download "
                                            "has them."));
        download.append(download.empty() ? "" : "&").append(name).append("=").append(value);
    }
    return download;
}

Result<std::string> readReplicateFile(std::string_view body)
{
    const auto file = parseJson(body);
    if (!file || textMember(*file, "id").empty())
        return unexpected(noSuchAnswer("file"));
    return dumpJson(fileOf(*file));
}

Result<std::string> readReplicateFileList(std::string_view body)
{
    const auto list = parseJson(body);
    const Json *files = list ? findArray(*list, "results") : nullptr;
    if (!files)
        return unexpected(noSuchAnswer("list of files"));
    Json all = Json::array();
    for (const Json &each : *files)
        all.push_back(fileOf(each));
    // To OpenAI's libraries more would mean: ask again with the last id, which nobody here would understand.
    Json answer{{"object", "list"}, {"data", std::move(all)}, {"has_more", false}};
    const std::string_view next = textMember(*list, "next");
    const auto mark = next.find('?');
    const std::string_view cursor =
        mark == std::string_view::npos ? std::string_view() : parameterOf(next.substr(mark + 1), "cursor");
    if (!cursor.empty())
        answer["next_page_token"] = percentDecoded(cursor);
    return dumpJson(answer);
}

std::string replicateFileDeletion(std::string_view id)
{
    return dumpJson({{"id", id}, {"object", "file"}, {"deleted", true}});
}

} // namespace gateway::translation
