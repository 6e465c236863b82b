#include "tools/demo_provider/openai_operations.h"

#include "tools/demo_provider/openai_fields.h"

#include <QByteArray>

#include <algorithm>
#include <cstdlib>

namespace demo_provider::openai {

using namespace kind;

namespace {

// The smallest PNG there is: one pixel.
constexpr std::string_view onePixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg==";
constexpr long createdAt = 1793491200;

Verdict checkFormFields(const std::vector<FormPart> &form, const std::vector<std::string_view> &known,
                        const std::vector<std::string_view> &files)
{
    for (const FormPart &part : form) {
        const std::string_view name =
            std::string_view(part.name).substr(0, part.name.ends_with("[]") ? part.name.size() - 2 : part.name.size());
        if (std::find(files.begin(), files.end(), name) != files.end()) {
            if (!part.isFile || part.content.empty()) {
                return refusal("Invalid file format.", std::string(name));
            }
        } else if (std::find(known.begin(), known.end(), name) == known.end()) {
            return unknownParameter(part.name);
        }
    }
    const bool hasFile = std::any_of(form.begin(), form.end(), [](const FormPart &part) { return part.isFile; });
    return hasFile ? Verdict{} : missingParameter(std::string(files.front()));
}

OrderedJson imageUsage(const std::string &prompt)
{
    const long text = countTokens(prompt);
    return {{"total_tokens", text + 272},
            {"input_tokens", text},
            {"output_tokens", 272},
            {"input_tokens_details", {{"text_tokens", text}, {"image_tokens", 0}}}};
}

} // namespace

bool Operations::serves(std::string_view path)
{
    static constexpr std::string_view beginnings[] = {"/v1/completions", "/v1/rerank", "/v1/moderations", "/v1/images/",
                                                      "/v1/audio/",      "/v1/files",  "/v1/batches"};
    return std::any_of(std::begin(beginnings), std::end(beginnings),
                       [path](std::string_view each) { return path.starts_with(each); });
}

void Operations::handle(PeerConnection &connection, const PeerRequest &request, HeaderFields headers)
{
    static const std::map<std::string, Endpoint, std::less<>> endpoints = {
        {"/v1/completions", {checkCompletion, &Operations::completion}},
        {"/v1/rerank", {checkRerank, &Operations::rerank}},
        {"/v1/moderations", {checkModeration, &Operations::moderation, false, false}},
        {"/v1/images/generations", {checkImage, &Operations::image}},
        {"/v1/images/edits", {checkImageForm, &Operations::image, true}},
        {"/v1/images/variations", {checkImageForm, &Operations::image, true}},
        {"/v1/audio/speech", {checkSpeech, &Operations::speech}},
        {"/v1/audio/transcriptions", {checkAudioForm, &Operations::transcription, true}},
        {"/v1/audio/translations", {checkAudioForm, &Operations::transcription, true}},
        {"/v1/files", {checkUpload, &Operations::upload, true, false}},
        {"/v1/batches", {checkBatch, &Operations::batch, false, false}},
    };
    Visit visit{connection, request, std::move(headers), {}, {}};
    const auto endpoint = endpoints.find(request.path);
    const bool isKept = request.path.starts_with("/v1/files") || request.path.starts_with("/v1/batches");
    if (endpoint != endpoints.end() && request.method == "POST") {
        generate(visit, endpoint->second);
    } else if (isKept) {
        keep(visit);
    } else {
        refuse(visit,
               {404, "invalid_request_error", "Invalid URL (" + request.method + " " + request.path + ")", {}, {}});
    }
}

void Operations::generate(Visit &visit, const Endpoint &endpoint)
{
    if (endpoint.isForm) {
        auto form = readForm(visit.request);
        if (!form) {
            refuse(visit, refusal("Could not parse multipart form", {}));
            return;
        }
        visit.form = std::move(*form);
    } else {
        visit.body = Json::parse(visit.request.body, nullptr, false);
        if (!visit.request.header("content-type").starts_with("application/json") || !visit.body.is_object()) {
            refuse(visit, refusal("We could not parse the JSON body of your request.", {}));
            return;
        }
    }
    if (const Verdict verdict = endpoint.check(visit)) {
        refuse(visit, *verdict);
        return;
    }
    static const DemoModel anyModel;
    const std::string id =
        endpoint.isForm ? demo_provider::textOf(visit.form, "model") : demo_provider::textOf(visit.body, "model");
    const DemoModel *model = m_around.models.find(id);
    if (endpoint.needsModel && (model == nullptr || model->embeds)) {
        refuse(visit, {404,
                       "invalid_request_error",
                       "The model `" + id + "` does not exist or you do not have access to it.",
                       {},
                       "model_not_found"});
        return;
    }
    if (model != nullptr && model->fault == Fault::RateLimited) {
        refuse(
            visit,
            {429, "requests", "Rate limit reached for demo-429. Please try again in 1s.", {}, "rate_limit_exceeded"});
        return;
    }
    if (model != nullptr && model->fault == Fault::ServerError) {
        refuse(
            visit,
            {500, "server_error", "The server had an error while processing your request. Sorry about that!", {}, {}});
        return;
    }
    (this->*endpoint.answer)(visit, model != nullptr ? *model : anyModel);
}

// --- what comes back

Verdict Operations::checkCompletion(const Visit &visit)
{
    static constexpr Field fields[] = {{"model", string, true},
                                       {"prompt", string | array, true},
                                       {"max_tokens", integer},
                                       {"temperature", number | integer},
                                       {"top_p", number | integer},
                                       {"n", integer},
                                       {"stream", boolean},
                                       {"stream_options", object},
                                       {"logprobs", integer | null},
                                       {"echo", boolean},
                                       {"stop", string | array | null},
                                       {"presence_penalty", number | integer},
                                       {"frequency_penalty", number | integer},
                                       {"best_of", integer},
                                       {"logit_bias", object | null},
                                       {"user", string},
                                       {"suffix", string | null},
                                       {"seed", integer | null}};
    if (auto verdict = check(visit.body, {}, fields)) {
        return verdict;
    }
    if (visit.body.contains("stream_options") && memberOf(visit.body, "stream") != Json(true)) {
        return refusal("The 'stream_options' parameter is only allowed when 'stream' is enabled.", "stream_options");
    }
    return std::nullopt;
}

void Operations::completion(Visit &visit, const DemoModel &model)
{
    const Json &prompt = visit.body["prompt"];
    Question question;
    question.lastText = prompt.is_string() ? prompt.get<std::string>() : prompt.front().dump();
    question.everything = question.lastText;
    question.tokenLimit = visit.body.value("max_tokens", 16L);
    const Answer said = writeAnswer(question, model, m_around.cache);
    const std::string id = freshId("cmpl-", 29);
    const char *reason = said.ending == Ending::Length ? "length" : "stop";
    const OrderedJson usage = {{"prompt_tokens", said.inputTokens},
                               {"completion_tokens", said.outputTokens},
                               {"total_tokens", said.inputTokens + said.outputTokens}};
    const auto object = [&](const std::string &text, const OrderedJson &finish) {
        return OrderedJson{
            {"id", id},
            {"object", "text_completion"},
            {"created", createdAt},
            {"model", model.id},
            {"choices",
             OrderedJson::array({{{"text", text}, {"index", 0}, {"logprobs", nullptr}, {"finish_reason", finish}}})}};
    };
    if (memberOf(visit.body, "stream") != Json(true)) {
        OrderedJson whole = object(said.text, reason);
        whole["usage"] = usage;
        send(visit, whole);
        return;
    }
    StreamFrames frames;
    for (const std::string &piece : pieces(said.text)) {
        frames.push_back(dataFrame(object(piece, nullptr), true));
    }
    frames.push_back(dataFrame(object({}, reason)));
    if (memberOf(memberOf(visit.body, "stream_options"), "include_usage") == Json(true)) {
        OrderedJson last = object({}, nullptr);
        last["choices"] = OrderedJson::array();
        last["usage"] = usage;
        frames.push_back(dataFrame(last));
    }
    frames.push_back({"data: [DONE]\n\n"});
    stream(visit, model, std::move(frames));
}

Verdict Operations::checkRerank(const Visit &visit)
{
    static constexpr Field fields[] = {{"model", string, true},       {"query", string, true},
                                       {"documents", array, true},    {"top_n", integer},
                                       {"return_documents", boolean}, {"truncate_prompt_tokens", integer}};
    if (auto verdict = check(visit.body, {}, fields)) {
        return verdict;
    }
    const Json &documents = visit.body["documents"];
    const bool areTexts =
        std::all_of(documents.begin(), documents.end(), [](const Json &each) { return each.is_string(); });
    return areTexts ? Verdict{} : refusal("Input should be a valid string", "documents");
}

void Operations::rerank(Visit &visit, const DemoModel &model)
{
    OrderedJson results = OrderedJson::array();
    const std::string query = demo_provider::textOf(visit.body, "query");
    const Json &documents = visit.body["documents"];
    for (std::size_t index = 0; index < documents.size(); ++index) {
        const bool fits = documents[index].get<std::string>().find(query) != std::string::npos;
        results.push_back(
            {{"index", index}, {"document", {{"text", documents[index]}}}, {"relevance_score", fits ? 0.97 : 0.02}});
    }
    std::stable_sort(results.begin(), results.end(), [](const OrderedJson &left, const OrderedJson &right) {
        return left["relevance_score"].get<double>() > right["relevance_score"].get<double>();
    });
    const std::size_t most = visit.body.value("top_n", results.size());
    while (results.size() > most) {
        results.erase(results.size() - 1);
    }
    send(visit, {{"id", freshId("rerank-", 16)},
                 {"model", model.id},
                 {"usage", {{"total_tokens", countTokens(query)}}},
                 {"results", results}});
}

Verdict Operations::checkModeration(const Visit &visit)
{
    static constexpr Field fields[] = {{"model", string}, {"input", string | array, true}};
    return check(visit.body, {}, fields);
}

void Operations::moderation(Visit &visit, const DemoModel &)
{
    const bool isFlagged = visit.body["input"].dump().find("harm") != std::string::npos;
    OrderedJson categories, scores, inputs;
    for (const char *name :
         {"harassment", "harassment/threatening", "hate", "hate/threatening", "illicit", "illicit/violent", "self-harm",
          "self-harm/instructions", "self-harm/intent", "sexual", "sexual/minors", "violence", "violence/graphic"}) {
        const bool hit = isFlagged && std::string_view(name) == "violence";
        categories[name] = hit;
        scores[name] = hit ? 0.91 : 0.0001;
        inputs[name] = OrderedJson::array({"text"});
    }
    const OrderedJson result = {{"flagged", isFlagged},
                                {"categories", categories},
                                {"category_scores", scores},
                                {"category_applied_input_types", inputs}};
    send(
        visit,
        {{"id", freshId("modr-", 24)}, {"model", "omni-moderation-latest"}, {"results", OrderedJson::array({result})}});
}

Verdict Operations::checkImage(const Visit &visit)
{
    static constexpr Field fields[] = {{"model", string, true},
                                       {"prompt", string, true},
                                       {"n", integer},
                                       {"size", string},
                                       {"quality", string},
                                       {"background", string},
                                       {"moderation", string},
                                       {"output_format", string},
                                       {"output_compression", integer},
                                       {"partial_images", integer},
                                       {"stream", boolean},
                                       {"style", string},
                                       {"user", string}};
    if (auto verdict = check(visit.body, {}, fields)) {
        return verdict;
    }
    return checkRange(visit.body, "n", 1, 10);
}

Verdict Operations::checkImageForm(const Visit &visit)
{
    if (auto verdict = checkFormFields(visit.form,
                                       {"model", "prompt", "n", "size", "quality", "background", "output_format",
                                        "response_format", "stream", "partial_images", "input_fidelity", "user"},
                                       {"image", "mask"})) {
        return verdict;
    }
    const bool isEdit = visit.request.path.ends_with("edits");
    return isEdit && demo_provider::textOf(visit.form, "prompt").empty() ? missingParameter("prompt") : Verdict{};
}

void Operations::image(Visit &visit, const DemoModel &model)
{
    const bool isForm = !visit.form.empty();
    const std::string prompt =
        isForm ? demo_provider::textOf(visit.form, "prompt") : demo_provider::textOf(visit.body, "prompt");
    const bool isStream =
        isForm ? demo_provider::textOf(visit.form, "stream") == "true" : memberOf(visit.body, "stream") == Json(true);
    if (isStream) {
        const std::string kind = isForm ? "image_edit" : "image_generation";
        OrderedJson event = {{"type", kind + ".partial_image"},
                             {"b64_json", onePixel},
                             {"created_at", createdAt},
                             {"size", "1024x1024"},
                             {"quality", "high"},
                             {"background", "opaque"},
                             {"output_format", "png"},
                             {"partial_image_index", 0}};
        StreamFrames frames{eventFrame(kind + ".partial_image", event, true)};
        event["type"] = kind + ".completed";
        event.erase("partial_image_index");
        event["usage"] = imageUsage(prompt);
        frames.push_back(eventFrame(kind + ".completed", event, true));
        stream(visit, model, std::move(frames));
        return;
    }
    const long count =
        isForm ? std::max(1L, std::atol(demo_provider::textOf(visit.form, "n").c_str())) : visit.body.value("n", 1L);
    OrderedJson data = OrderedJson::array();
    for (long each = 0; each < count; ++each) {
        data.push_back({{"b64_json", onePixel}});
    }
    send(visit, {{"created", createdAt}, {"data", data}, {"usage", imageUsage(prompt)}});
}

Verdict Operations::checkSpeech(const Visit &visit)
{
    static constexpr Field fields[] = {{"model", string, true},          {"input", string, true},
                                       {"voice", string | object, true}, {"instructions", string},
                                       {"response_format", string},      {"speed", number | integer},
                                       {"stream_format", string}};
    if (auto verdict = check(visit.body, {}, fields)) {
        return verdict;
    }
    if (auto verdict = checkLength(visit.body, "input", {}, 4096)) {
        return verdict;
    }
    return checkOneOf(visit.body, "response_format", {}, {"mp3", "opus", "aac", "flac", "wav", "pcm"});
}

void Operations::speech(Visit &visit, const DemoModel &model)
{
    const std::string sound = std::string("ID3\x04\0\0", 6) + demo_provider::textOf(visit.body, "input");
    if (demo_provider::textOf(visit.body, "stream_format") == "sse") {
        const std::string audio = QByteArray::fromStdString(sound).toBase64().toStdString();
        stream(visit, model,
               {eventFrame("speech.audio.delta", {{"type", "speech.audio.delta"}, {"audio", audio}}, true),
                eventFrame("speech.audio.done",
                           {{"type", "speech.audio.done"},
                            {"usage", {{"input_tokens", 14}, {"output_tokens", 101}, {"total_tokens", 115}}}})});
        return;
    }
    HeaderFields headers = visit.headers;
    headers.emplace_back("content-type",
                         demo_provider::textOf(visit.body, "response_format") == "wav" ? "audio/wav" : "audio/mpeg");
    visit.connection.beginStream(200, headers);
    visit.connection.sendChunk(std::string_view(sound).substr(0, 6));
    visit.connection.sendChunk(std::string_view(sound).substr(6));
    visit.connection.endStream();
}

Verdict Operations::checkAudioForm(const Visit &visit)
{
    const bool isTranslation = visit.request.path.ends_with("translations");
    if (auto verdict = checkFormFields(visit.form,
                                       {"model", "prompt", "response_format", "temperature",
                                        isTranslation ? "model" : "language", isTranslation ? "model" : "stream",
                                        "timestamp_granularities", "include", "chunking_strategy"},
                                       {"file"})) {
        return verdict;
    }
    const std::string format = demo_provider::textOf(visit.form, "response_format");
    return checkOneOf(format.empty() ? Json::object() : Json{{"response_format", format}}, "response_format", {},
                      {"json", "text", "srt", "verbose_json", "vtt", "diarized_json"});
}

void Operations::transcription(Visit &visit, const DemoModel &model)
{
    const FormPart &file = *partOf(visit.form, "file");
    const std::string text = "I heard " + std::to_string(file.content.size()) + " bytes of " + file.fileName + ".";
    const std::string format = demo_provider::textOf(visit.form, "response_format");
    const OrderedJson usage = {{"type", "tokens"},
                               {"input_tokens", 14},
                               {"input_token_details", {{"text_tokens", 0}, {"audio_tokens", 14}}},
                               {"output_tokens", countTokens(text)},
                               {"total_tokens", 14 + countTokens(text)}};
    if (demo_provider::textOf(visit.form, "stream") == "true") {
        StreamFrames frames;
        for (const std::string &piece : pieces(text)) {
            frames.push_back(dataFrame({{"type", "transcript.text.delta"}, {"delta", piece}}, true));
        }
        frames.push_back(dataFrame({{"type", "transcript.text.done"}, {"text", text}, {"usage", usage}}));
        frames.push_back({"data: [DONE]\n\n"});
        stream(visit, model, std::move(frames));
    } else if (format == "text" || format == "srt" || format == "vtt") {
        HeaderFields headers = visit.headers;
        headers.emplace_back("content-type", "text/plain; charset=utf-8");
        visit.connection.sendWhole(200, headers, text + "\n");
    } else if (format == "verbose_json") {
        send(visit, {{"task", "transcribe"},
                     {"language", "english"},
                     {"duration", 8.47},
                     {"text", text},
                     {"segments", OrderedJson::array()},
                     {"usage", {{"type", "duration"}, {"seconds", 9}}}});
    } else {
        send(visit, {{"text", text}, {"usage", usage}});
    }
}

// --- what is kept

Verdict Operations::checkUpload(const Visit &visit)
{
    if (auto verdict = checkFormFields(visit.form, {"purpose", "expires_after"}, {"file"})) {
        return verdict;
    }
    const std::string purpose = demo_provider::textOf(visit.form, "purpose");
    if (purpose.empty()) {
        return missingParameter("purpose");
    }
    return checkOneOf(Json{{"purpose", purpose}}, "purpose", {},
                      {"fine-tune", "assistants", "batch", "user_data", "vision", "evals"});
}

void Operations::upload(Visit &visit, const DemoModel &)
{
    const FormPart &file = *partOf(visit.form, "file");
    Stored stored;
    stored.content = file.content;
    const std::string id = freshId("file-", 22);
    stored.object = {{"object", "file"},
                     {"id", id},
                     {"purpose", demo_provider::textOf(visit.form, "purpose")},
                     {"filename", file.fileName},
                     {"bytes", file.content.size()},
                     {"created_at", createdAt},
                     {"expires_at", nullptr},
                     {"status", "processed"},
                     {"status_details", nullptr}};
    send(visit, stored.object);
    m_stored.emplace(id, std::move(stored));
}

Verdict Operations::checkBatch(const Visit &visit)
{
    static constexpr Field fields[] = {{"input_file_id", string, true},
                                       {"endpoint", string, true},
                                       {"completion_window", string, true},
                                       {"metadata", object | null},
                                       {"output_expires_after", object}};
    if (auto verdict = check(visit.body, {}, fields)) {
        return verdict;
    }
    return checkOneOf(visit.body, "completion_window", {}, {"24h"});
}

void Operations::batch(Visit &visit, const DemoModel &)
{
    const std::string file = demo_provider::textOf(visit.body, "input_file_id");
    if (!m_stored.contains(file)) {
        refuse(visit, refusal("Invalid file ID: " + file, "input_file_id"));
        return;
    }
    const std::string id = freshId("batch_", 24);
    Stored stored;
    stored.object = {{"id", id},
                     {"object", "batch"},
                     {"endpoint", visit.body["endpoint"]},
                     {"errors", nullptr},
                     {"input_file_id", file},
                     {"completion_window", "24h"},
                     {"status", "validating"},
                     {"output_file_id", nullptr},
                     {"error_file_id", nullptr},
                     {"created_at", createdAt},
                     {"request_counts", {{"total", 0}, {"completed", 0}, {"failed", 0}}},
                     {"metadata", nullptr}};
    send(visit, stored.object);
    m_stored.emplace(id, std::move(stored));
}

// Lists, looks, reads, cancels, deletes.
void Operations::keep(Visit &visit)
{
    const std::string &path = visit.request.path;
    const std::string collection = path.starts_with("/v1/files") ? "/v1/files" : "/v1/batches";
    const std::string prefix = collection == "/v1/files" ? "file-" : "batch_";
    if (path == collection && visit.request.method == "GET") {
        OrderedJson data = OrderedJson::array();
        for (const auto &[id, stored] : m_stored) {
            if (id.starts_with(prefix)) {
                data.push_back(stored.object);
            }
        }
        send(visit, {{"object", "list"}, {"data", data}, {"has_more", false}});
        return;
    }
    const std::string rest = path.size() > collection.size() ? path.substr(collection.size() + 1) : std::string();
    const std::string id = rest.substr(0, rest.find('/'));
    const std::string action = rest.size() > id.size() ? rest.substr(id.size() + 1) : std::string();
    const auto found = m_stored.find(id);
    if (found == m_stored.end() || !id.starts_with(prefix)) {
        refuse(visit, {404, "invalid_request_error", "No such object: " + id, "id", {}});
    } else if (action == "content" && visit.request.method == "GET") {
        HeaderFields headers = visit.headers;
        headers.emplace_back("content-type", "application/octet-stream");
        headers.emplace_back("content-disposition",
                             "attachment; filename=\"" + found->second.object.value("filename", std::string()) + "\"");
        visit.connection.sendWhole(200, headers, found->second.content);
    } else if (action == "cancel" && visit.request.method == "POST") {
        found->second.object["status"] = "cancelling";
        send(visit, found->second.object);
    } else if (action.empty() && visit.request.method == "GET") {
        send(visit, found->second.object);
    } else if (action.empty() && visit.request.method == "DELETE" && prefix == "file-") {
        m_stored.erase(found);
        send(visit, {{"id", id}, {"object", "file"}, {"deleted", true}});
    } else {
        refuse(visit, {405,
                       "invalid_request_error",
                       "Not allowed to " + visit.request.method + " on " + path + ".",
                       {},
                       "method_not_supported"});
    }
}

// --- sending

void Operations::send(Visit &visit, const OrderedJson &body)
{
    HeaderFields headers = visit.headers;
    headers.emplace_back("content-type", "application/json");
    sendBody(visit.connection, visit.request, std::move(headers), body);
}

void Operations::stream(Visit &visit, const DemoModel &model, StreamFrames frames)
{
    Delivery delivery;
    delivery.isStream = true;
    delivery.frames = std::move(frames);
    delivery.streamHeaders = visit.headers;
    delivery.streamHeaders.emplace_back("content-type", "text/event-stream; charset=utf-8");
    delivery.errorFrame =
        dataFrame(envelope({500, "server_error", "The server had an error while processing your request.", {}, {}}));
    delivery.pace = m_around.pace;
    deliver(visit.connection, visit.request, model, std::move(delivery));
}

void Operations::refuse(Visit &visit, const Refusal &refusal)
{
    HeaderFields headers = visit.headers;
    headers.emplace_back("content-type", "application/json");
    if (refusal.status == 429) {
        headers.emplace_back("retry-after", "1");
    }
    visit.connection.sendWhole(refusal.status, headers, dumped(envelope(refusal)));
}

} // namespace demo_provider::openai
