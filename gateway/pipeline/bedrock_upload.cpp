#include "gateway/pipeline/bedrock_upload.h"

#include "gateway/pipeline/bedrock_storage.h"
#include "gateway/pipeline/forwarded_attempt.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/line_rewriter.h"
#include "gateway/pipeline/stored_reading.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/stored/bedrock_stored.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace gateway::pipeline {

using namespace translation;

namespace {

constexpr std::string_view linesEnding = ".jsonl";
constexpr std::size_t readStep = 64 * 1024; // some milliseconds of work
// As large as OpenAI takes them (platform.openai.com/docs/guides/batch).
constexpr std::uint64_t largestOpenAiFile = 200u * 1024u * 1024u;

std::string purposeOf(const std::vector<FormField> &form)
{
    const auto field =
        std::find_if(form.begin(), form.end(), [](const FormField &each) { return each.name == "purpose"; });
    return field == form.end() || field->isFile ? "batch" : field->value;
}

// What cannot stand in a header is no purpose.
bool isWord(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char letter) {
        return letter == '_' || letter == '-' || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    });
}

// One segment of a key. Bedrock reads only what ends in ".jsonl".
std::string nameFor(std::string name, bool isForBatch)
{
    constexpr std::size_t longest = 200;
    name = name.substr(name.find_last_of("/\\") + 1);
    if (name.size() > longest)
        name = name.substr(name.size() - longest);
    std::replace_if(
        name.begin(), name.end(),
        [](char letter) {
            return (letter >= 0 && letter < ' ') || letter == '\x7f' || static_cast<unsigned char>(letter) > 0x7f;
        },
        '_');
    if (name.empty() || name == "." || name == "..")
        name = "file";
    if (isForBatch && !name.ends_with(linesEnding))
        name += linesEnding;
    return name;
}

// The bytes of the form's file, without ever holding them all.
class FileReader {
public:
    FileReader(const net::HttpRequest &request, const FormField &file)
        : m_text(request.body), m_spooled(request.spooledBody), m_offset(file.valueOffset), m_left(file.valueSize)
    {
    }

    std::string_view next()
    {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(readStep, m_left));
        const std::uint64_t offset = std::exchange(m_offset, m_offset + wanted);
        m_left -= wanted;
        if (!m_spooled)
            return std::string_view(*m_text).substr(static_cast<std::size_t>(offset), wanted);
        m_window.resize(wanted);
        const std::size_t count = m_spooled->read(offset, m_window);
        m_isBroken = m_isBroken || count < wanted;
        return std::string_view(m_window).substr(0, count);
    }
    bool isBroken() const { return m_isBroken; }

private:
    const std::shared_ptr<const std::string> m_text;
    const std::shared_ptr<const net::SpooledBody> m_spooled;
    std::uint64_t m_offset;
    std::uint64_t m_left;
    std::string m_window;
    bool m_isBroken = false;
};

// Where the new lines go: to the disk where the old ones are.
class LineSink {
public:
    static Result<LineSink> create(const net::HttpRequest &request)
    {
        LineSink sink;
        if (!request.spooledBody)
            return sink;
        auto spooled = net::SpooledBody::create();
        if (!spooled)
            return unexpected(spooled.error());
        sink.m_spooled = std::move(*spooled);
        return sink;
    }
    std::optional<Error> append(const std::string &lines)
    {
        if (m_spooled)
            return m_spooled->append(lines);
        m_text += lines;
        return std::nullopt;
    }
    net::UpstreamBody body() const
    {
        if (m_spooled)
            return net::UpstreamBody(
                std::make_shared<const net::UploadSource>(m_spooled, std::vector<net::UploadSource::Edit>()));
        return std::make_shared<const std::string>(m_text);
    }

private:
    std::shared_ptr<net::SpooledBody> m_spooled;
    std::string m_text;
};

// Says the lines again, one after the other, up to the first that cannot be.
class LineTranslation {
public:
    LineTranslation(std::string_view providerId, ConversionReport &report) : m_providerId(providerId), m_report(report)
    {
    }

    std::string said(std::string_view line)
    {
        if (m_error || !m_isOpenAi)
            return {};
        if (m_number == 0 && !isOpenAiBatchLine(line)) { // the first line says whose words they are
            m_isOpenAi = false;
            return {};
        }
        auto told = bedrockBatchLine(line, "/file/" + std::to_string(++m_number), m_providerId, m_report);
        if (!told) {
            m_error = told.error();
            return {};
        }
        return std::move(*told);
    }
    bool isOpenAi() const { return m_isOpenAi && m_number > 0; }
    bool isOver() const { return m_error || !m_isOpenAi; }
    const std::optional<Error> &error() const { return m_error; }

private:
    const std::string_view m_providerId;
    ConversionReport &m_report;
    std::size_t m_number = 0;
    bool m_isOpenAi = true;
    std::optional<Error> m_error;
};

net::UpstreamBody asItIs(const AttemptContext &attempt, const FormField &file)
{
    const net::HttpRequest &request = attempt.request.exchange->request();
    const std::uint64_t whole = request.spooledBody ? request.spooledBody->size() : request.body->size();
    const std::uint64_t end = file.valueOffset + file.valueSize;
    return withFormEdits(attempt, {{0, file.valueOffset, {}}, {end, whole - end, {}}});
}

// What is left to do when it is known where the file goes.
class Upload {
public:
    Upload(AttemptContext &attempt, const FormField &file, StoredObject object, LineSink sink)
        : m_attempt(attempt)
        , m_file(file)
        , m_object(std::move(object))
        , m_sink(std::move(sink))
        , m_reader(attempt.request.exchange->request(), file)
        , m_translation(attempt.target.provider->id.value, m_report)
        , m_lines([this](std::string_view line) { return m_translation.said(line); })
    {
    }
    Upload(const Upload &) = delete;
    Upload &operator=(const Upload &) = delete;

    // Says some lines again; true when there are no more, and the request has its body.
    Result<bool> takeStep(net::UpstreamRequest &request)
    {
        const std::string_view bytes = m_reader.next();
        if (m_reader.isBroken())
            return unexpected(Error::internal(ErrorCode::StorageFailed, "The upload could not be read from the disk."));
        if (const auto problem = m_sink.append(bytes.empty() ? m_lines.finish() : m_lines.feed(bytes)))
            return unexpected(*problem);
        if (m_translation.error())
            return unexpected(*m_translation.error());
        if (m_translation.isOpenAi() && m_file.valueSize > largestOpenAiFile)
            return unexpected(Error::client(ErrorCode::BodyTooLarge, "A file of a batch has 200 MB at most."));
        if (!bytes.empty() && !m_translation.isOver())
            return false;
        if (const auto refusal = noteLosses(m_attempt, m_report))
            return unexpected(*refusal);
        if (m_translation.isOpenAi())
            request.headers.set(std::string(typeField), std::string(converseType));
        finish(request, m_translation.isOpenAi() ? m_sink.body() : asItIs(m_attempt, m_file));
        return true;
    }

    void finish(net::UpstreamRequest &request, net::UpstreamBody body)
    {
        request.body = std::move(body);
        m_object.bytes = request.body.size();
        readWith(m_attempt,
                 [object = m_object](std::string_view) { return Result<std::string>(tellStoredObject(object)); });
    }

private:
    AttemptContext &m_attempt;
    const FormField &m_file; // of the request, which outlives the attempt
    StoredObject m_object;
    LineSink m_sink;
    FileReader m_reader;
    ConversionReport m_report;
    LineTranslation m_translation;
    LineRewriter m_lines;
};

} // namespace

Result<net::UpstreamRequest> encodeBedrockUpload(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    const std::vector<FormField> none;
    const std::vector<FormField> &form = context.form ? *context.form : none;
    const auto file = std::find_if(form.begin(), form.end(), [](const FormField &each) { return each.isFile; });
    if (file == form.end())
        return unexpected(invalidMember("/file", "file is required"));
    const auto folder = chosenFolder(attempt);
    if (!folder)
        return unexpected(folder.error());
    const std::string purpose = purposeOf(form);
    const bool isForBatch = purpose == "batch";

    StoredObject object;
    object.place = *folder;
    object.place.key.append(object.place.key.empty() ? "" : "/").append(tokenOf(context).substr(0, 16));
    object.place.key.append("/").append(nameFor(fileNameOf(context.exchange->request(), *file), isForBatch));
    auto request = encodeStorageRequest(attempt, address, "PUT", object.place);
    if (!request)
        return request;
    request->headers.set("Content-Type", isForBatch ? "application/jsonl" : "application/octet-stream");
    if (isWord(purpose)) {
        request->headers.set(std::string(purposeField), purpose);
        object.purpose = purpose;
    }
    object.createdAt = std::chrono::floor<std::chrono::seconds>(context.record.startedAt.time_since_epoch()).count();
    auto sink = isForBatch ? LineSink::create(context.exchange->request()) : Result<LineSink>(LineSink());
    if (!sink)
        return unexpected(sink.error());
    const auto upload = std::make_shared<Upload>(attempt, *file, std::move(object), std::move(*sink));
    if (isForBatch)
        attempt.preparation = [upload](net::UpstreamRequest &prepared) { return upload->takeStep(prepared); };
    else
        upload->finish(*request, asItIs(attempt, *file));
    return request;
}

} // namespace gateway::pipeline
