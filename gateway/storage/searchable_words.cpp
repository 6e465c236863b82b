#include "gateway/storage/searchable_words.h"

#include <QChar>
#include <QString>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>

namespace gateway::storage {

namespace {

constexpr std::size_t mostOfEachEnd = 256u * 1024u; // bytes
constexpr qsizetype longestWord = 64;               // UTF-16 units; what is longer is base64 and the like
constexpr qsizetype leastBeginning = 3;             // shorter words are looked for as they are

// In these members of events a text comes in pieces.
constexpr std::array<std::string_view, 10> piecewiseMembers{
    "text",      "content", "delta",     "thinking",          "partial_json",
    "arguments", "input",   "reasoning", "reasoning_content", "refusal"};

bool isHexadecimal(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') || (letter >= 'A' && letter <= 'F');
}

// "\u00e4" -> 0xE4, when there are four digits at `from`.
std::optional<char16_t> escapedUnit(std::string_view text, std::size_t from)
{
    if (from + 4 > text.size()
        || !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                        text.begin() + static_cast<std::ptrdiff_t>(from + 4), isHexadecimal))
        return std::nullopt;
    return static_cast<char16_t>(std::stoul(std::string(text.substr(from, 4)), nullptr, 16));
}

// Escapes of JSON, also of JSON within its strings: any number of backslashes counts as one.
QString unescaped(std::string_view text)
{
    QString result;
    result.reserve(static_cast<qsizetype>(text.size()));
    std::size_t plain = 0;
    const auto addPlain = [&](std::size_t end) {
        result += QString::fromUtf8(text.data() + plain, static_cast<qsizetype>(end - plain));
    };
    for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
        addPlain(at);
        while (at < text.size() && text[at] == '\\')
            ++at;
        const auto unit = at < text.size() && text[at] == 'u' ? escapedUnit(text, at + 1) : std::nullopt;
        if (unit) {
            result += QChar(*unit);
            at += 5;
        } else if (at < text.size() && std::string_view("nrtbf").find(text[at]) != std::string_view::npos) {
            result += QLatin1Char(' ');
            ++at;
        }
        plain = at;
    }
    addPlain(text.size());
    return result;
}

// The texts of a stream of events. Pieces are joined by the name of their member, so that a word that came in two pieces
// is one word.
class EventTexts {
public:
    void addLine(std::string_view line)
    {
        std::string_view name;
        std::size_t at = 0;
        while (true) {
            const std::size_t open = line.find('"', at);
            const std::size_t close = open == std::string_view::npos ? open : endOfString(line, open + 1);
            if (close == std::string_view::npos)
                return;
            const std::string_view value = line.substr(open + 1, close - open - 1);
            at = close + 1;
            if (line.substr(at, 1) == ":")
                name = value;
            else
                add(name, value);
        }
    }

    QString take()
    {
        for (const auto &[name, text] : m_pieces) {
            m_others += ' ';
            m_others += text;
        }
        return unescaped(m_others);
    }

private:
    static std::size_t endOfString(std::string_view line, std::size_t at)
    {
        for (; at < line.size() && line[at] != '"'; ++at) {
            if (line[at] == '\\')
                ++at;
        }
        return at < line.size() ? at : std::string_view::npos;
    }

    void add(std::string_view name, std::string_view value)
    {
        if (std::find(piecewiseMembers.begin(), piecewiseMembers.end(), name) != piecewiseMembers.end()) {
            m_pieces[std::string(name)] += value;
            return;
        }
        m_others += ' ';
        m_others += value;
    }

    std::map<std::string, std::string> m_pieces;
    std::string m_others;
};

bool isEventStream(std::string_view body)
{
    return body.starts_with("data:") || body.starts_with("event:") || body.starts_with(":")
           || body.find("\ndata:") != std::string_view::npos;
}

QString readableText(std::string_view body)
{
    if (!isEventStream(body))
        return unescaped(body);
    EventTexts texts;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        const std::string_view line = body.substr(at, end - at);
        if (line.starts_with("data:"))
            texts.addLine(line);
        at = end + 1;
    }
    return texts.take();
}

bool hasNoSpaces(char32_t sign)
{
    switch (QChar::script(sign)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai: return true;
    default: return false;
    }
}

struct Run {
    std::u32string signs;
    bool isPaired = false; // of a script without spaces
};

// Calls `visit` with each run of letters and digits of one kind.
template <typename Visitor>
void visitRuns(const QString &text, Visitor visit)
{
    Run run;
    const auto finish = [&] {
        if (!run.signs.empty())
            visit(run);
        run.signs.clear();
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t sign = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            sign = QChar::surrogateToUcs4(text[at], text[at + 1]);
            ++at;
        }
        const bool isPaired = sign > 0x0E00 && hasNoSpaces(sign);
        if (!isPaired && !QChar::isLetterOrNumber(sign) && !QChar::isMark(sign)) {
            finish();
            continue;
        }
        if (isPaired != run.isPaired)
            finish();
        run.isPaired = isPaired;
        run.signs.push_back(QChar::toCaseFolded(sign));
    }
    finish();
}

std::string utf8(std::u32string_view signs)
{
    return QString::fromUcs4(signs.data(), static_cast<qsizetype>(signs.size())).toStdString();
}

} // namespace

std::string searchableWords(std::string_view body)
{
    std::string words;
    const auto add = [&words](std::u32string_view word) {
        if (!words.empty())
            words += ' ';
        words += utf8(word);
    };
    const auto addRuns = [&add](std::string_view part) {
        visitRuns(readableText(part), [&add](const Run &run) {
            const std::u32string_view signs = run.signs;
            if (!run.isPaired && static_cast<qsizetype>(signs.size()) <= longestWord)
                add(signs);
            for (std::size_t at = 0; run.isPaired && at < std::max<std::size_t>(signs.size() - 1, 1); ++at)
                add(signs.substr(at, 2));
        });
    };
    if (body.size() <= 2 * mostOfEachEnd) {
        addRuns(body);
    } else {
        addRuns(body.substr(0, mostOfEachEnd));
        addRuns(body.substr(body.size() - mostOfEachEnd));
    }
    return words;
}

std::vector<SearchedWord> searchedWords(std::string_view text)
{
    std::vector<SearchedWord> words;
    visitRuns(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), [&words](const Run &run) {
        const std::u32string_view signs = run.signs;
        if (!run.isPaired) {
            if (static_cast<qsizetype>(signs.size()) <= longestWord)
                words.push_back({utf8(signs), static_cast<qsizetype>(signs.size()) >= leastBeginning});
            return;
        }
        for (std::size_t at = 0; at < std::max<std::size_t>(signs.size() - 1, 1); ++at)
            words.push_back({utf8(signs.substr(at, 2)), signs.size() == 1});
    });
    return words;
}

} // namespace gateway::storage
