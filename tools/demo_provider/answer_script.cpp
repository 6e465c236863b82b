#include "tools/demo_provider/answer_script.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <QRandomGenerator>

namespace demo_provider {

namespace {

constexpr std::size_t hugeAnswer = 8 * 1024 * 1024;
/// Shorter prompts are not worth a cache entry; both providers draw the line here.
constexpr long smallestCachedPrompt = 1024;

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string shortened(const std::string &text, std::size_t longest)
{
    if (text.size() <= longest) {
        return text;
    }
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end) + "…";
}

bool isWordByte(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
}

/// Where `word` stands alone in the text, after `from`.
std::size_t findWord(const std::string &text, const std::string &word, std::size_t from)
{
    for (std::size_t at = text.find(word, from); at != std::string::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isWordByte(text[at - 1])) && (end == text.size() || !isWordByte(text[end]))) {
            return at;
        }
    }
    return std::string::npos;
}

/// What a coding agent's user wrote, without the reminders that the agent put around it; empty if nothing is to be done.
std::string orderOf(const std::string &text)
{
    const std::size_t order = text.rfind("do: use ");
    return order == std::string::npos ? std::string() : text.substr(order, text.find('\n', order) - order);
}

/// Tools in the order in which "use TOOL ..." names them, repeated as often as they are named.
std::vector<const OfferedTool *> namedTools(const Question &question, const std::string &order)
{
    const std::string text = lowered(order);
    const std::size_t use = findWord(text, "use", 0);
    if (use == std::string::npos) {
        return {};
    }
    std::vector<std::pair<std::size_t, const OfferedTool *>> found;
    for (const OfferedTool &tool : question.tools) {
        const std::string name = lowered(tool.name);
        for (std::size_t at = findWord(text, name, use); at != std::string::npos; at = findWord(text, name, at + 1)) {
            found.emplace_back(at, &tool);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<const OfferedTool *> tools;
    for (const auto &[at, tool] : found) {
        tools.push_back(tool);
    }
    return tools;
}

/// Leaves the arguments that the schema demands and those that the order names.
void dropUnasked(const Json &schema, const std::string &order, OrderedJson &arguments)
{
    const Json &required = memberOf(schema, "required");
    OrderedJson kept = OrderedJson::object();
    for (const auto &[name, value] : arguments.items()) {
        const bool isRequired = std::find(required.begin(), required.end(), Json(name)) != required.end();
        if (isRequired || order.find(name + "=") != std::string::npos) {
            kept[name] = value;
        }
    }
    arguments = std::move(kept);
}

void callTools(const Question &question, const DemoModel &model, Answer &answer)
{
    if (question.tools.empty() || (question.toolResult && !question.mustCallTool)) {
        return;
    }
    const std::string order = model.obeysAgents ? orderOf(question.lastText) : question.lastText;
    std::vector<const OfferedTool *> chosen = namedTools(question, order);
    if (!question.forcedTool.empty()) {
        std::erase_if(chosen, [&](const OfferedTool *tool) { return tool->name != question.forcedTool; });
    }
    if (chosen.empty() && (question.mustCallTool || model.callsTools)) {
        const auto wanted = std::find_if(question.tools.begin(), question.tools.end(), [&](const OfferedTool &tool) {
            return question.forcedTool.empty() || tool.name == question.forcedTool;
        });
        if (wanted != question.tools.end()) {
            chosen.push_back(&*wanted);
        }
    }
    if (!question.mayCallInParallel && chosen.size() > 1) {
        chosen.resize(1);
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        OrderedJson arguments = sampleOf(chosen[i]->schema, chosen[i]->schema, order, i);
        if (model.obeysAgents) {
            dropUnasked(chosen[i]->schema, order, arguments);
        }
        answer.calls.push_back({chosen[i]->name, arguments.is_object() ? dumped(arguments) : "{}"});
    }
}

std::string plainText(const Question &question)
{
    static constexpr std::array<std::string_view, 4> endings = {
        "A gateway stands between your tools and the models: it keeps the keys, chooses the provider, and writes down "
        "what every request cost and how long it took.",
        "Short answer: yes. Longer answer: it depends on what you measure. Start with the time to the first token, "
        "then "
        "look at the whole duration, and only then at the price.",
        "Here is a plan in three steps: first make it work, then make it right, and then make it fast. Most projects "
        "stop "
        "after the first step and call it done.",
        "Think of it as a bridge. Traffic arrives from many roads, is checked at one gate, and leaves toward the place "
        "that can serve it best at this moment.",
    };
    const std::size_t say = question.lastText.find("say: ");
    if (say != std::string::npos) {
        return question.lastText.substr(say + 5);
    }
    if (question.toolResult) {
        return "The tool answered: " + shortened(*question.toolResult, 500);
    }
    std::string text = "You asked: \u201c" + shortened(question.lastText, 80) + "\u201d. ";
    if (question.images > 0) {
        text += "I can see " + std::to_string(question.images) + (question.images == 1 ? " image. " : " images. ");
    }
    text += endings.at(std::hash<std::string>{}(question.lastText) % endings.size());
    return text;
}

/// Applies the caller's stop sequences and token limit, as the providers do after writing.
void endEarly(const Question &question, Answer &answer)
{
    for (const std::string &stop : question.stopSequences) {
        const std::size_t at = stop.empty() ? std::string::npos : answer.text.find(stop);
        if (at != std::string::npos) {
            answer.text.resize(at);
            answer.ending = Ending::StopSequence;
            answer.stopSequence = stop;
        }
    }
    const long limit = question.tokenLimit.value_or(0);
    const long spent = answer.reasoningTokens;
    const std::vector<std::string> words = pieces(answer.text);
    if (limit > 0 && answer.calls.empty() && static_cast<long>(words.size()) + spent > limit) {
        answer.text.clear();
        for (long i = 0; i < limit - spent; ++i) {
            answer.text += words[static_cast<std::size_t>(i)];
        }
        answer.ending = Ending::Length;
    }
}

void countUsage(const Question &question, Answer &answer, PromptCache &cache)
{
    answer.inputTokens = countTokens(question.everything) + 7 + 765L * question.images;
    const long cacheable = countTokens(question.cacheable);
    if (cacheable >= smallestCachedPrompt) {
        const bool seen = !cache.insert(std::hash<std::string>{}(question.cacheable)).second;
        (seen ? answer.cacheReadTokens : answer.cacheWriteTokens) = std::min(cacheable, answer.inputTokens);
    }
    answer.outputTokens = answer.reasoningTokens + static_cast<long>(pieces(answer.text).size());
    for (const CalledTool &call : answer.calls) {
        answer.outputTokens += countTokens(call.name) + countTokens(call.arguments) + 8;
    }
}

OrderedJson sampleText(const Json &schema, const std::string &hints, std::size_t turn, const std::string &name)
{
    static const std::pair<const char *, const char *> formats[] = {{"date-time", "2026-11-21T12:00:00Z"},
                                                                    {"date", "2026-11-21"},
                                                                    {"time", "12:00:00Z"},
                                                                    {"email", "ada@example.com"},
                                                                    {"uri", "https://example.com/"},
                                                                    {"uuid", "3f2c1a9e-5b7d-4c1e-9a3f-0d2e4b6c8a10"}};
    if (!name.empty()) {
        std::size_t at = std::string::npos;
        std::size_t next = hints.find(name + "=");
        for (std::size_t i = 0; next != std::string::npos && i <= turn; ++i) {
            at = next + name.size() + 1;
            next = hints.find(name + "=", at);
        }
        if (at != std::string::npos) {
            const bool isQuoted = hints.compare(at, 1, "'") == 0;
            at += isQuoted ? 1 : 0;
            return hints.substr(at, hints.find_first_of(isQuoted ? "'" : " ,;.\n", at) - at);
        }
    }
    for (const auto &[format, example] : formats) {
        if (textOf(schema, "format") == format) {
            return example;
        }
    }
    std::string text = name.empty() ? "example" : "example " + name;
    const Json &shortest = memberOf(schema, "minLength");
    while (shortest.is_number() && utf8Length(text) < shortest.get<std::size_t>()) {
        text += " text";
    }
    const Json &longest = memberOf(schema, "maxLength");
    return longest.is_number() ? text.substr(0, longest.get<std::size_t>()) : text;
}

std::string typeOf(const Json &schema)
{
    const Json &type = memberOf(schema, "type");
    if (type.is_array()) {
        for (const Json &one : type) {
            if (one != Json("null")) {
                return one.is_string() ? one.get<std::string>() : std::string();
            }
        }
        return "null";
    }
    return type.is_string()                             ? type.get<std::string>()
           : memberOf(schema, "properties").is_object() ? "object"
                                                        : "string";
}

} // namespace

OrderedJson sampleOf(const Json &schema, const Json &root, const std::string &hints, std::size_t turn,
                     const std::string &name, int depth)
{
    if (!schema.is_object() || depth > 12) {
        return OrderedJson::object();
    }
    const std::string reference = textOf(schema, "$ref");
    if (reference.starts_with("#/")) {
        const Json::json_pointer pointer(reference.substr(1));
        return root.contains(pointer) ? sampleOf(root[pointer], root, hints, turn, name, depth + 1)
                                      : OrderedJson::object();
    }
    if (schema.contains("const")) {
        return OrderedJson::parse(dumped(schema["const"]));
    }
    if (memberOf(schema, "enum").is_array() && !schema["enum"].empty()) {
        return OrderedJson::parse(dumped(schema["enum"].front()));
    }
    for (const char *choice : {"anyOf", "oneOf", "allOf"}) {
        if (memberOf(schema, choice).is_array() && !schema[choice].empty()) {
            return sampleOf(schema[choice].front(), root, hints, turn, name, depth + 1);
        }
    }
    const std::string type = typeOf(schema);
    if (type == "object") {
        OrderedJson object = OrderedJson::object();
        for (const auto &[key, value] : memberOf(schema, "properties").items()) {
            object[key] = sampleOf(value, root, hints, turn, key, depth + 1);
        }
        return object;
    }
    if (type == "array") {
        const Json &least = memberOf(schema, "minItems");
        OrderedJson list = OrderedJson::array();
        for (std::size_t i = 0; i < (least.is_number() ? least.get<std::size_t>() : 1); ++i) {
            list.push_back(sampleOf(memberOf(schema, "items"), root, hints, turn, {}, depth + 1));
        }
        return list;
    }
    if (type == "integer" || type == "number") {
        const Json &least = memberOf(schema, "minimum");
        const Json &above = memberOf(schema, "exclusiveMinimum");
        const double number = least.is_number()   ? least.get<double>()
                              : above.is_number() ? above.get<double>() + 1
                                                  : 42;
        const Json &most = memberOf(schema, "maximum");
        const double fitting = most.is_number() ? std::min(number, most.get<double>()) : number;
        return type == "integer" ? OrderedJson(static_cast<long>(fitting)) : OrderedJson(fitting);
    }
    if (type == "boolean") {
        return name.empty() || hints.find(name + "=false") == std::string::npos;
    }
    return type == "null" ? OrderedJson() : sampleText(schema, hints, turn, name);
}

Answer writeAnswer(const Question &question, const DemoModel &model, PromptCache &cache)
{
    Answer answer;
    if (question.wantsReasoning) {
        answer.reasoning =
            "The user wants to know about \u201c" + shortened(question.lastText, 60)
            + "\u201d. I weigh what is asked against what I know, and choose the clearest way to say it.";
        answer.reasoningTokens = static_cast<long>(pieces(answer.reasoning).size());
    }
    if (model.fault == Fault::Refusal) {
        answer.text = "I\u2019m sorry, but I can\u2019t help with that.";
        answer.ending = Ending::Refused;
    } else if (model.fault == Fault::Huge) {
        static constexpr std::string_view line = "A long answer fills its lines and never comes to the point. ";
        answer.text.reserve(hugeAnswer);
        while (answer.text.size() < hugeAnswer) {
            answer.text += line;
        }
    } else {
        callTools(question, model, answer);
        if (!answer.calls.empty()) {
            answer.ending = Ending::ToolCalls;
        } else if (question.outputSchema) {
            answer.text = dumped(sampleOf(*question.outputSchema, *question.outputSchema, question.lastText, 0));
        } else {
            answer.text = plainText(question);
        }
        endEarly(question, answer);
    }
    countUsage(question, answer, cache);
    return answer;
}

std::vector<std::string> pieces(const std::string &text)
{
    // A huge answer comes in large pieces: its size is the point, not its pace.
    if (text.size() >= hugeAnswer) {
        std::vector<std::string> blocks;
        for (std::size_t at = 0; at < text.size(); at += 16384) {
            blocks.push_back(text.substr(at, 16384));
        }
        return blocks;
    }
    std::vector<std::string> words;
    std::size_t start = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool wordBegins = text[i] == ' ' || text[i] == '\n';
        const bool jsonBreak = text[i] == '"' && text[i - 1] != '\\';
        if (wordBegins || jsonBreak) {
            words.push_back(text.substr(start, i - start));
            start = i;
        }
    }
    if (start < text.size()) {
        words.push_back(text.substr(start));
    }
    return words;
}

long countTokens(std::string_view text)
{
    return static_cast<long>((text.size() + 3) / 4);
}

std::string freshId(std::string_view prefix, int length)
{
    static constexpr std::string_view letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::string id(prefix);
    for (int i = 0; i < length; ++i) {
        id += letters[QRandomGenerator::global()->bounded(static_cast<quint32>(letters.size()))];
    }
    return id;
}

} // namespace demo_provider
