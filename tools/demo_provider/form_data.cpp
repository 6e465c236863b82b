#include "tools/demo_provider/form_data.h"

#include <algorithm>

namespace demo_provider {

namespace {

std::string quotedAfter(std::string_view text, std::string_view mark)
{
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::size_t begin = at + mark.size();
    return std::string(text.substr(begin, text.find('"', begin) - begin));
}

std::string boundaryOf(std::string_view type)
{
    constexpr std::string_view mark = "boundary=";
    const std::size_t at = type.find(mark);
    if (!type.starts_with("multipart/form-data") || at == std::string_view::npos) {
        return {};
    }
    std::string boundary(type.substr(at + mark.size(), type.find(';', at) - at - mark.size()));
    std::erase(boundary, '"');
    return boundary;
}

} // namespace

std::optional<std::vector<FormPart>> readForm(const PeerRequest &request)
{
    const std::string boundary = boundaryOf(request.header("content-type"));
    if (boundary.empty()) {
        return std::nullopt;
    }
    const std::string line = "--" + boundary;
    const std::string &body = request.body;
    std::vector<FormPart> parts;
    std::size_t at = body.find(line);
    while (at != std::string::npos) {
        at += line.size();
        if (body.compare(at, 2, "--") == 0) {
            return parts;
        }
        const std::size_t headEnd = body.find("\r\n\r\n", at);
        const std::size_t next = headEnd == std::string::npos ? headEnd : body.find("\r\n" + line, headEnd + 2);
        if (next == std::string::npos) {
            return std::nullopt;
        }
        const std::string_view head = std::string_view(body).substr(at, headEnd - at);
        FormPart part;
        part.name = quotedAfter(head, " name=\"");
        part.fileName = quotedAfter(head, "filename=\"");
        part.isFile = head.find("filename=") != std::string_view::npos;
        part.content = body.substr(headEnd + 4, next - headEnd - 4);
        parts.push_back(std::move(part));
        at = next + 2;
    }
    return std::nullopt;
}

const FormPart *partOf(const std::vector<FormPart> &form, std::string_view name)
{
    const auto found =
        std::find_if(form.begin(), form.end(), [name](const FormPart &part) { return part.name == name; });
    return found == form.end() ? nullptr : &*found;
}

std::string textOf(const std::vector<FormPart> &form, std::string_view name)
{
    const FormPart *part = partOf(form, name);
    return part != nullptr && !part->isFile ? part->content : std::string();
}

} // namespace demo_provider
