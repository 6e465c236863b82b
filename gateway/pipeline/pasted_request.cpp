#include "gateway/pipeline/pasted_request.h"

#include "gateway/base/refusal.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gateway::pipeline {

namespace {

constexpr std::string_view whitespace = " \t\r\n\f\v";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(whitespace);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(whitespace) - first + 1);
}

char unescaped(char letter) // inside $''
{
    switch (letter) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    default: return letter;
    }
}

// The words of one command of a POSIX shell.
class ShellWords {
public:
    explicit ShellWords(std::string_view text) : m_text(text) {}

    Result<std::vector<std::string>> split()
    {
        while (m_place < m_text.size()) {
            const char letter = m_text[m_place];
            if (letter == '\n' || letter == ';' || letter == '|') // the next command is not ours
                break;
            if (whitespace.find(letter) != std::string_view::npos)
                endWord();
            else if (!readPiece(letter))
                return unexpected(refused("The command ends inside a quotation."));
            ++m_place;
        }
        endWord();
        return std::move(m_words);
    }

private:
    bool readPiece(char letter)
    {
        const bool isEscape = letter == '\\' && m_place + 1 < m_text.size();
        if (isEscape && m_text.substr(m_place + 1).starts_with("\r\n")) {
            m_place += 2;
            return true;
        }
        if (isEscape && m_text[m_place + 1] == '\n') {
            ++m_place;
            return true;
        }
        m_isInWord = true;
        if (isEscape) {
            m_word += m_text[++m_place];
            return true;
        }
        if (letter == '\'')
            return readQuoted('\'', false);
        if (letter == '"')
            return readQuoted('"', true);
        if (letter == '$' && m_text.substr(m_place).starts_with("$'")) {
            ++m_place;
            return readQuoted('\'', true);
        }
        m_word += letter;
        return true;
    }

    bool readQuoted(char quote, bool hasEscapes)
    {
        for (++m_place; m_place < m_text.size(); ++m_place) {
            char letter = m_text[m_place];
            if (letter == quote)
                return true;
            if (hasEscapes && letter == '\\' && m_place + 1 < m_text.size()) {
                const char next = m_text[m_place + 1];
                const bool isPlain = quote == '"' && next != '"' && next != '\\' && next != '$' && next != '`';
                if (!isPlain) {
                    ++m_place;
                    letter = quote == '"' ? next : unescaped(next);
                }
            }
            m_word += letter;
        }
        return false;
    }

    void endWord()
    {
        if (m_isInWord)
            m_words.push_back(std::exchange(m_word, {}));
        m_isInWord = false;
    }

    std::string_view m_text;
    std::size_t m_place = 0;
    std::string m_word;
    bool m_isInWord = false;
    std::vector<std::string> m_words;
};

std::string targetOfUrl(std::string_view url)
{
    const auto scheme = url.find("://");
    const bool hasScheme = scheme != std::string_view::npos && scheme < url.find_first_of("/?");
    const std::string_view rest = hasScheme ? url.substr(scheme + 3) : url;
    const auto path = rest.find('/');
    std::string target(path == std::string_view::npos ? std::string_view("/") : rest.substr(path));
    return target.substr(0, target.find('#'));
}

void addHeader(HeaderList &headers, std::string_view line)
{
    const auto colon = line.find(':');
    if (colon != std::string_view::npos)
        headers.add(std::string(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1))));
}

bool isAnyOf(std::string_view word, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), word) != names.end();
}

// Options of curl that are followed by a word that says nothing about the request.
constexpr std::array optionsWithAWord{
    std::string_view("-o"),
    std::string_view("--output"),
    std::string_view("-m"),
    std::string_view("--max-time"),
    std::string_view("-w"),
    std::string_view("--write-out"),
    std::string_view("-x"),
    std::string_view("--proxy"),
    std::string_view("-u"),
    std::string_view("--user"),
    std::string_view("--cacert"),
    std::string_view("-E"),
    std::string_view("--cert"),
    std::string_view("--key"),
    std::string_view("--connect-timeout"),
    std::string_view("--retry"),
    std::string_view("--resolve"),
    std::string_view("-b"),
    std::string_view("--cookie"),
    std::string_view("-e"),
    std::string_view("--referer"),
    std::string_view("-D"),
    std::string_view("--dump-header"),
    std::string_view("--limit-rate"),
};

// Takes the options of a curl command one after another.
class CurlReader {
public:
    explicit CurlReader(std::vector<std::string> words) : m_words(std::move(words)) {}

    Result<net::HttpRequest> read()
    {
        for (m_place = 1; m_place < m_words.size(); ++m_place) {
            if (const auto problem = take(m_words[m_place]))
                return unexpected(*problem);
        }
        if (m_request.target.empty())
            return unexpected(refused("The command names no address."));
        if (m_request.method.empty())
            m_request.method = m_body ? "POST" : "GET";
        m_request.body = std::make_shared<const std::string>(m_body.value_or(std::string()));
        return std::move(m_request);
    }

private:
    // What follows the option: in the same word ("-XPOST", "--url=…") or the next one.
    std::optional<std::string> valueOf(std::string_view word, std::string_view letter, std::string_view name)
    {
        const bool isLetter = !letter.empty() && word.starts_with(letter) && !word.starts_with("--");
        if (isLetter && word.size() > letter.size())
            return std::string(word.substr(letter.size()));
        const std::string withMark = std::string(name) + "=";
        if (word.starts_with(withMark))
            return std::string(word.substr(withMark.size()));
        if (!isLetter && word != name)
            return std::nullopt;
        return ++m_place < m_words.size() ? m_words[m_place] : std::string();
    }

    std::optional<Error> take(const std::string &word)
    {
        if (const auto method = valueOf(word, "-X", "--request")) {
            m_request.method = *method;
        } else if (const auto header = valueOf(word, "-H", "--header")) {
            addHeader(m_request.headers, *header);
        } else if (const auto agent = valueOf(word, "-A", "--user-agent")) {
            m_request.headers.set("User-Agent", *agent);
        } else if (const auto url = valueOf(word, {}, "--url")) {
            m_request.target = targetOfUrl(*url);
        } else if (const auto json = valueOf(word, {}, "--json")) {
            return takeBody(*json);
        } else if (isAnyOf(word, {"--data-raw", "--data-binary", "--data-ascii", "--data-urlencode"})) {
            const auto data = valueOf(word, {}, word);
            return word == "--data-raw" ? takeRawBody(*data) : takeBody(*data);
        } else if (const auto data = valueOf(word, "-d", "--data")) {
            return takeBody(*data);
        } else if (std::find(optionsWithAWord.begin(), optionsWithAWord.end(), word) != optionsWithAWord.end()) {
            ++m_place;
        } else if (!word.starts_with('-') && m_request.target.empty()) {
            m_request.target = targetOfUrl(word);
        }
        return std::nullopt;
    }

    std::optional<Error> takeBody(const std::string &data)
    {
        if (data.starts_with('@'))
            return refused("The body is in the file \"" + data.substr(1)
                           + "\", which is not read. Put the body itself into the command.");
        return takeRawBody(data);
    }

    std::optional<Error> takeRawBody(const std::string &data)
    {
        m_body = m_body ? *m_body + "&" + data : data; // as curl joins several
        return std::nullopt;
    }

    std::vector<std::string> m_words;
    std::size_t m_place = 0;
    net::HttpRequest m_request;
    std::optional<std::string> m_body;
};

bool isMethod(std::string_view word)
{
    return isAnyOf(word, {"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"});
}

// "POST /v1/messages HTTP/1.1", headers, an empty line, the body.
net::HttpRequest readWireForm(std::string_view text)
{
    net::HttpRequest request;
    const auto takeLine = [&text] {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
        return line;
    };
    std::string_view first = takeLine();
    request.method = first.substr(0, first.find(' '));
    first = trimmed(first.substr(request.method.size()));
    request.target = targetOfUrl(first.substr(0, first.find(' ')));
    while (!text.empty()) {
        const std::string_view line = takeLine();
        if (line.empty())
            break;
        if (line.starts_with('{')) { // a body without the empty line
            text = std::string_view(line.data(), static_cast<std::size_t>(text.data() + text.size() - line.data()));
            break;
        }
        addHeader(request.headers, line);
    }
    request.body = std::make_shared<const std::string>(trimmed(text));
    return request;
}

std::string pathOfBody(std::string_view body)
{
    const auto has = [body](std::string_view member) { return body.find(member) != std::string_view::npos; };
    if (has("\"messages\""))
        return "/v1/chat/completions";
    return has("\"input\"") ? "/v1/responses" : "/v1/chat/completions";
}

} // namespace

Result<net::HttpRequest> readPastedRequest(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with("$ ")) // copied with the prompt of the shell
        text = trimmed(text.substr(2));
    if (text.empty())
        return unexpected(refused("There is no request yet."));
    const std::string_view word = text.substr(0, text.find_first_of(whitespace));
    if (word == "curl" || word == "curl.exe") {
        auto words = ShellWords(text).split();
        if (!words)
            return unexpected(words.error());
        return CurlReader(std::move(*words)).read();
    }
    if (isMethod(word))
        return readWireForm(text);
    if (text.starts_with('{')) {
        net::HttpRequest request;
        request.method = "POST";
        request.target = pathOfBody(text);
        request.body = std::make_shared<const std::string>(text);
        return request;
    }
    return unexpected(refused("This is neither a curl command, nor HTTP (\"POST /v1/…\"), nor a JSON body."));
}

} // namespace gateway::pipeline
