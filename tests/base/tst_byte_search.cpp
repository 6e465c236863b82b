#include "gateway/base/byte_search.h"

#include <QTest>

#include <string>
#include <string_view>
#include <utility>

using namespace gateway;

namespace {

using Search = const char *(*)(const char *, const char *);

// The place of the only special byte in texts of every length, wherever it stands; the end without one.
void compareEverywhere(Search search, std::string_view specials, std::string_view ordinary)
{
    for (std::size_t size = 0; size < 70; ++size) {
        std::string text;
        for (std::size_t index = 0; index < size; ++index)
            text.push_back(ordinary[index % ordinary.size()]);
        // In memory of its own size, so that a sanitizer sees a read beyond it.
        const auto found = [&text, search] {
            const std::string exact(text.begin(), text.end());
            return static_cast<std::size_t>(search(exact.data(), exact.data() + exact.size()) - exact.data());
        };
        QCOMPARE(found(), size);
        for (std::size_t place = 0; place < size; ++place) {
            for (const char special : specials) {
                const char before = std::exchange(text[place], special);
                QCOMPARE(found(), place);
                if (place > 0) { // the first of two
                    const char earlier = std::exchange(text[place - 1], special);
                    QCOMPARE(found(), place - 1);
                    text[place - 1] = earlier;
                }
                text[place] = before;
            }
        }
    }
}

} // namespace

class ByteSearchTest : public QObject {
    Q_OBJECT

private slots:
    void findsTheFirstOfTwoBytes() { compareEverywhere(&byte_search::findEither<'"', '\\'>, "\"\\", "a\x7f\xff 0"); }
    void findsTheEndOfPlainText()
    {
        compareEverywhere(&byte_search::findEndOfPlainText, std::string_view("\"\\\0\n\x1f\x80\xff", 7), "a ~!#[]\x7f");
    }
    void findsControls()
    {
        compareEverywhere(&byte_search::findControl, std::string_view("\0\t\r\x1f", 4), "a ~\"\\\x7f\x80\xff");
    }
    void findsAWordWhereverItStands()
    {
        for (const std::string_view word : {"\"tool_\"", "\"x", "a", "\"a_longer_word_than_a_block\""}) {
            for (std::size_t size = 0; size < 70; ++size) {
                // Full of its first and last bytes, in memory of its own size.
                const std::string without(size, word.size() == 1 ? '"' : word[word.size() / 2]);
                QVERIFY(!byte_search::contains(std::string(without), word));
                for (std::size_t place = 0; place <= size; ++place) {
                    std::string with = without;
                    with.insert(place, word);
                    QVERIFY(byte_search::contains(std::string(with), word));
                    with.erase(place + word.size() - 1, 1); // its last byte
                    QCOMPARE(byte_search::contains(with, word), with.find(word) != std::string::npos);
                }
            }
        }
        QVERIFY(byte_search::contains("text", ""));
    }
    void findsAWordInEitherCase()
    {
        const auto placeOf = [](const std::string &text, std::string_view word) {
            return byte_search::findIgnoringCase(text.data(), text.data() + text.size(), word) - text.data();
        };
        for (const std::string_view word : {"z", "a[z", "[a]", "sonnet 5", "a longer word than a block"}) {
            std::string upper;
            for (const char letter : word)
                upper.push_back(letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - ('a' - 'A')) : letter);
            for (std::size_t size = 0; size < 70; ++size) {
                // Of its last byte and of what differs from '[' in the bit of case only.
                std::string without(size, '{');
                for (std::size_t index = 0; index < size && word.size() > 1; index += 2)
                    without[index] = word.back();
                QCOMPARE(placeOf(without, word), static_cast<std::ptrdiff_t>(size));
                for (std::size_t place = 0; place <= size; ++place) {
                    for (const std::string &written : {std::string(word), upper}) {
                        const std::string with = std::string(without).insert(place, written);
                        QCOMPARE(placeOf(std::string(with.begin(), with.end()), word),
                                 static_cast<std::ptrdiff_t>(place));
                    }
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(ByteSearchTest)
#include "tst_byte_search.moc"
