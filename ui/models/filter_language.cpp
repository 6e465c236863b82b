#include "ui/models/filter_language.h"

#include "ui/models/filter_fields.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui::models {

using namespace filter_detail;
using gateway::FilterComparison;
using gateway::FilterField;
using gateway::FilterTerm;

namespace {

const Field *fieldNamed(const QString &name)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&name](const Field &field) {
        return name.compare(QLatin1String(field.name), Qt::CaseInsensitive) == 0;
    });
    return found == fields.end() ? nullptr : &*found;
}

FilterTerm compared(FilterField field, FilterComparison comparison)
{
    FilterTerm term;
    term.kind = FilterTerm::Kind::Compare;
    term.field = field;
    term.comparison = comparison;
    return term;
}

FilterTerm withText(FilterField field, FilterComparison comparison, const QString &text)
{
    FilterTerm term = compared(field, comparison);
    term.text = text.toStdString();
    return term;
}

FilterTerm withNumber(FilterField field, FilterComparison comparison, std::int64_t number)
{
    FilterTerm term = compared(field, comparison);
    term.number = number;
    return term;
}

FilterTerm group(FilterTerm::Kind kind, std::vector<FilterTerm> parts)
{
    if (parts.size() == 1 && kind != FilterTerm::Kind::Not)
        return std::move(parts.front());
    FilterTerm term;
    term.kind = kind;
    term.parts = std::move(parts);
    return term;
}

struct UnitWord {
    const char *name;
    double factor;
};

// What a number with its unit comes to; nothing for another unit, or for one that must have a unit and has none.
std::optional<std::int64_t> amountOf(const QString &written, Unit unit)
{
    QString text = written.trimmed().toLower();
    if (unit == Unit::Money && text.startsWith(QLatin1Char('$')))
        text.remove(0, 1);
    qsizetype digits = 0;
    while (digits < text.size() && (text[digits].isDigit() || text[digits] == QLatin1Char('.')))
        ++digits;
    bool isNumber = false;
    const double number = text.left(digits).toDouble(&isNumber);
    if (!isNumber)
        return std::nullopt;
    static const std::array<UnitWord, 4> times{{{"ms", 1e3}, {"s", 1e6}, {"min", 60e6}, {"h", 3600e6}}};
    static const std::array<UnitWord, 3> counts{{{"", 1}, {"k", 1e3}, {"m", 1e6}}};
    static const std::array<UnitWord, 4> sizes{{{"", 1}, {"b", 1}, {"kb", 1e3}, {"mb", 1e6}}};
    static const std::array<UnitWord, 3> moneys{{{"", 1e9}, {"c", 1e7}, {"\xC2\xA2", 1e7}}};
    const auto find = [&](const auto &words) -> std::optional<std::int64_t> {
        for (const UnitWord &word : words) {
            if (text.mid(digits) == QString::fromUtf8(word.name))
                return std::llround(number * word.factor);
        }
        return std::nullopt;
    };
    switch (unit) {
    case Unit::Money: return find(moneys);
    case Unit::Time: return find(times);
    case Unit::Bytes: return find(sizes);
    default: return find(counts);
    }
}

QString unitExample(Unit unit)
{
    switch (unit) {
    case Unit::Money: return QStringLiteral("5c, $0.05");
    case Unit::Time: return QStringLiteral("300ms, 2s, 1min");
    case Unit::Bytes: return QStringLiteral("10kB, 2MB");
    default: return QStringLiteral("200, 10k");
    }
}

class Parser {
public:
    explicit Parser(const QString &text) : m_text(text) {}

    ParsedFilter parse()
    {
        ParsedFilter parsed;
        FilterTerm term = parseAny();
        skipSpace();
        if (m_problem.isEmpty() && m_at < m_text.size())
            fail(FilterText::tr("This bracket closes nothing."), m_at);
        parsed.problem = m_problem;
        parsed.problemAt = static_cast<int>(m_problemAt);
        if (m_problem.isEmpty())
            parsed.term = std::move(term);
        return parsed;
    }

private:
    void fail(const QString &problem, qsizetype at)
    {
        if (!m_problem.isEmpty())
            return;
        m_problem = problem;
        m_problemAt = at;
        m_at = m_text.size();
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool takeWord(const char *word)
    {
        skipSpace();
        const QLatin1String wanted(word);
        const qsizetype end = m_at + wanted.size();
        const bool isHere = m_text.mid(m_at, wanted.size()).compare(wanted, Qt::CaseInsensitive) == 0
                            && (end >= m_text.size() || m_text[end].isSpace() || m_text[end] == QLatin1Char('('));
        if (isHere)
            m_at = end;
        return isHere;
    }

    bool isAtEnd()
    {
        skipSpace();
        return m_at >= m_text.size() || m_text[m_at] == QLatin1Char(')');
    }

    FilterTerm parseAny()
    {
        std::vector<FilterTerm> parts{parseAll()};
        while (m_problem.isEmpty() && takeWord("or"))
            parts.push_back(parseAll());
        return group(FilterTerm::Kind::Any, std::move(parts));
    }

    FilterTerm parseAll()
    {
        std::vector<FilterTerm> parts;
        while (!isAtEnd()) {
            const qsizetype before = m_at;
            if (takeWord("or")) {
                m_at = before;
                break;
            }
            if (!parts.empty() && takeWord("and") && isAtEnd())
                fail(FilterText::tr("Something is missing behind “and”."), before);
            if (m_problem.isEmpty())
                parts.push_back(parseTerm());
        }
        if (parts.empty() && m_problem.isEmpty() && !m_text.trimmed().isEmpty())
            fail(FilterText::tr("Something is missing here."), m_at);
        return group(FilterTerm::Kind::All, std::move(parts));
    }

    FilterTerm parseTerm()
    {
        skipSpace();
        if (takeWord("not") || takeSign())
            return group(FilterTerm::Kind::Not, {parseTerm()});
        if (m_at < m_text.size() && m_text[m_at] == QLatin1Char('(')) {
            const qsizetype open = m_at++;
            FilterTerm inside = parseAny();
            skipSpace();
            if (m_at < m_text.size() && m_text[m_at] == QLatin1Char(')'))
                ++m_at;
            else
                fail(FilterText::tr("This bracket is not closed."), open);
            return inside;
        }
        return parseComparison();
    }

    // "-client:x", but not a lone "-" or one inside of a word.
    bool takeSign()
    {
        if (m_at + 1 >= m_text.size() || m_text[m_at] != QLatin1Char('-') || m_text[m_at + 1].isSpace())
            return false;
        ++m_at;
        return true;
    }

    QString parseValue()
    {
        if (m_at < m_text.size() && m_text[m_at] == QLatin1Char('"')) {
            const qsizetype open = m_at++;
            QString value;
            for (; m_at < m_text.size() && m_text[m_at] != QLatin1Char('"'); ++m_at) {
                if (m_text[m_at] == QLatin1Char('\\') && m_at + 1 < m_text.size())
                    ++m_at;
                value += m_text[m_at];
            }
            if (m_at >= m_text.size())
                fail(FilterText::tr("This quotation mark is not closed."), open);
            ++m_at;
            return value;
        }
        const qsizetype from = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && m_text[m_at] != QLatin1Char(')')
               && m_text[m_at] != QLatin1Char('(') && m_text[m_at] != QLatin1Char(','))
            ++m_at;
        return m_text.mid(from, m_at - from);
    }

    QString takeOperator()
    {
        for (const char *each : {"!=", ">=", "<=", ":", "=", ">", "<"}) {
            if (m_text.mid(m_at).startsWith(QLatin1String(each))) {
                m_at += static_cast<qsizetype>(qstrlen(each));
                return QLatin1String(each);
            }
        }
        return {};
    }

    FilterTerm parseComparison()
    {
        const qsizetype from = m_at;
        if (m_text[m_at] == QLatin1Char('"'))
            return withText(FilterField::AnyText, FilterComparison::Contains, parseValue());
        qsizetype end = m_at;
        while (end < m_text.size() && (m_text[end].isLetter() || m_text[end] == QLatin1Char('_')))
            ++end;
        const QString name = m_text.mid(from, end - from);
        m_at = end;
        const QString comparison = name.isEmpty() ? QString() : takeOperator();
        if (comparison.isEmpty()) {
            m_at = from;
            const QString word = parseValue();
            if (word.isEmpty()) { // a comma
                ++m_at;
                fail(FilterText::tr("Something is missing here."), from);
            }
            return withText(FilterField::AnyText, FilterComparison::Contains, word);
        }
        const Field *field = fieldNamed(name);
        if (field == nullptr) {
            fail(FilterText::tr("“%1” is no field. Put a text that has “%2” into quotation marks.")
                     .arg(name, comparison),
                 from);
            return {};
        }
        std::vector<FilterTerm> values;
        do {
            const qsizetype at = m_at;
            const QString value = parseValue();
            if (value.isEmpty())
                fail(FilterText::tr("The value of “%1” is missing.").arg(name), at);
            else
                values.push_back(termOf(*field, comparison, value, at));
        } while (m_problem.isEmpty() && takeComma());
        FilterTerm term = group(FilterTerm::Kind::Any, std::move(values));
        return comparison == QLatin1String("!=") ? group(FilterTerm::Kind::Not, {std::move(term)}) : term;
    }

    bool takeComma()
    {
        if (m_at >= m_text.size() || m_text[m_at] != QLatin1Char(','))
            return false;
        ++m_at;
        return true;
    }

    FilterTerm termOf(const Field &field, const QString &comparison, const QString &value, qsizetype at)
    {
        const bool isBound = comparison == QLatin1String("<") || comparison == QLatin1String(">")
                             || comparison == QLatin1String("<=") || comparison == QLatin1String(">=");
        const bool isNumber = field.unit != Unit::Text && field.unit != Unit::State && field.unit != Unit::Flag;
        if (isBound && !isNumber) {
            fail(FilterText::tr("“%1” has no order; write %1:%2.").arg(QLatin1String(field.name), value), at);
            return {};
        }
        switch (field.unit) {
        case Unit::Text:
            return withText(field.field,
                            comparison == QLatin1String(":") ? FilterComparison::Contains : FilterComparison::Equals,
                            value);
        case Unit::State: return stateTerm(value, at);
        case Unit::Flag: return flagTerm(value, at);
        case Unit::Status:
            if (value.size() == 3 && value.endsWith(QLatin1String("xx"), Qt::CaseInsensitive) && value[0].isDigit()) {
                const std::int64_t least = value[0].digitValue() * 100;
                return group(FilterTerm::Kind::All,
                             {withNumber(FilterField::Status, FilterComparison::AtLeast, least),
                              withNumber(FilterField::Status, FilterComparison::Less, least + 100)});
            }
            break;
        default: break;
        }
        const auto amount = amountOf(value, field.unit);
        if (!amount) {
            fail(FilterText::tr("“%1” cannot be read as a value of %2. Write it like %3.")
                     .arg(value, QLatin1String(field.name), unitExample(field.unit)),
                 at);
            return {};
        }
        return withNumber(field.field,
                          comparison == QLatin1String("<")    ? FilterComparison::Less
                          : comparison == QLatin1String("<=") ? FilterComparison::AtMost
                          : comparison == QLatin1String(">")  ? FilterComparison::Greater
                          : comparison == QLatin1String(">=") ? FilterComparison::AtLeast
                                                              : FilterComparison::Equals,
                          *amount);
    }

    FilterTerm stateTerm(const QString &value, qsizetype at)
    {
        for (const StateWord &word : stateWords) {
            if (value.compare(QLatin1String(word.name), Qt::CaseInsensitive) == 0) {
                FilterTerm term = compared(FilterField::State, FilterComparison::Holds);
                term.states.assign(word.states.begin(), word.states.end());
                return term;
            }
        }
        fail(FilterText::tr("“%1” is no state. There are: %2.")
                 .arg(value, filterValueNames(QStringLiteral("state")).join(QStringLiteral(", "))),
             at);
        return {};
    }

    FilterTerm flagTerm(const QString &value, qsizetype at)
    {
        for (const FlagWord &word : flagWords) {
            if (value.compare(QLatin1String(word.name), Qt::CaseInsensitive) == 0)
                return compared(word.field, FilterComparison::Holds);
        }
        fail(FilterText::tr("A request cannot be “%1”. There are: %2.")
                 .arg(value, filterValueNames(QStringLiteral("is")).join(QStringLiteral(", "))),
             at);
        return {};
    }

    const QString m_text;
    qsizetype m_at = 0;
    QString m_problem;
    qsizetype m_problemAt = 0;
};

} // namespace

ParsedFilter parseFilter(const QString &text)
{
    ParsedFilter parsed = Parser(text).parse();
    const FilterTerm &term = parsed.term;
    if (parsed.problem.isEmpty() && term.kind == FilterTerm::Kind::Compare && term.field == FilterField::AnyText)
        parsed.onlyText = QString::fromStdString(term.text);
    return parsed;
}

QStringList filterFieldNames()
{
    QStringList names;
    for (const Field &field : fields) {
        const bool isNumber = field.unit == Unit::Count || field.unit == Unit::Money || field.unit == Unit::Time
                              || field.unit == Unit::Bytes;
        names << QLatin1String(field.name) + QLatin1Char(isNumber ? '>' : ':');
    }
    return names;
}

QStringList filterValueNames(const QString &field)
{
    QStringList names;
    if (field == QLatin1String("state")) {
        for (const StateWord &word : stateWords)
            names << QLatin1String(word.name);
    } else if (field == QLatin1String("is")) {
        for (const FlagWord &word : flagWords)
            names << QLatin1String(word.name);
    }
    return names;
}

std::optional<FilterField> filterField(const QString &name)
{
    const Field *field = fieldNamed(name);
    return field == nullptr ? std::nullopt : std::optional(field->field);
}

QString filterStateText(gateway::RequestState state)
{
    // "error" stands for several; words of their own come behind it.
    const auto found = std::find_if(stateWords.rbegin(), stateWords.rend(), [state](const StateWord &word) {
        return std::find(word.states.begin(), word.states.end(), state) != word.states.end();
    });
    return found == stateWords.rend() ? QString() : QStringLiteral("state:") + QLatin1String(found->name);
}

QString filterTermText(FilterField field, const QString &value)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [field](const Field &each) { return each.field == field; });
    if (found == fields.end())
        return {};
    const bool isPlain = std::none_of(value.begin(), value.end(), [](QChar character) {
        return character.isSpace() || QStringLiteral("\"(),\\").contains(character);
    });
    QString quoted = value;
    quoted.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return QLatin1String(found->name) + QLatin1Char('=')
           + (isPlain ? value : QLatin1Char('"') + quoted + QLatin1Char('"'));
}

} // namespace ui::models
