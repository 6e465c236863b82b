// Percentiles from counted sizes: near the exact ones, the same after being stored, added up in any order.
#include <QTest>

#include "gateway/storage/latency_histogram.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using gateway::storage::LatencyHistogram;
using std::chrono::microseconds;

class LatencyHistogramTest : public QObject {
    Q_OBJECT
private slots:
    void percentilesAreNearTheExactOnes();
    void smallDurationsAreExact();
    void isTheSameAfterBeingStored();
    void sumsDoNotDependOnTheirOrder();
    void readsWhatIsLeftOfCutBytes();
};

namespace {

std::vector<microseconds> anyDurations(std::uint32_t seed, int count)
{
    std::mt19937 random(seed);
    std::lognormal_distribution<double> distribution(13.0, 1.8); // around half a second, some of them minutes
    std::vector<microseconds> durations;
    for (int number = 0; number < count; ++number)
        durations.emplace_back(static_cast<std::int64_t>(distribution(random)));
    return durations;
}

LatencyHistogram histogramOf(const std::vector<microseconds> &durations)
{
    LatencyHistogram histogram;
    for (const microseconds duration : durations)
        histogram.add(duration);
    return histogram;
}

} // namespace

void LatencyHistogramTest::percentilesAreNearTheExactOnes()
{
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        std::vector<microseconds> durations = anyDurations(seed, 3000);
        const LatencyHistogram histogram = histogramOf(durations);
        std::sort(durations.begin(), durations.end());
        for (const double share : {0.0, 0.01, 0.5, 0.95, 0.99, 1.0}) {
            const auto rank = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(share * 3000)));
            const auto exact = static_cast<double>(durations[rank - 1].count());
            const auto told = static_cast<double>(histogram.percentile(share).count());
            QVERIFY2(std::abs(told - exact) <= exact * 0.032 + 0.5, qPrintable(QString::number(told / exact)));
        }
    }
}

void LatencyHistogramTest::smallDurationsAreExact()
{
    for (int duration = 0; duration < 32; ++duration)
        QCOMPARE(histogramOf({microseconds(duration)}).percentile(0.5), microseconds(duration));
    QCOMPARE(histogramOf({microseconds(-5)}).percentile(0.5), microseconds(0));
    QCOMPARE(LatencyHistogram().percentile(0.99), microseconds(0));
}

void LatencyHistogramTest::isTheSameAfterBeingStored()
{
    const LatencyHistogram histogram = histogramOf(anyDurations(7, 500));
    const std::string bytes = histogram.encode();
    QVERIFY(bytes.size() < 400); // a few dozen sizes, two bytes each
    const LatencyHistogram read = LatencyHistogram::decode(bytes);
    QCOMPARE(read.count(), std::uint64_t{500});
    QCOMPARE(read.encode(), bytes);
    QVERIFY(LatencyHistogram().encode().empty());
}

void LatencyHistogramTest::sumsDoNotDependOnTheirOrder()
{
    LatencyHistogram first = histogramOf(anyDurations(1, 50));
    LatencyHistogram second = histogramOf(anyDurations(2, 70));
    LatencyHistogram backwards = second;
    backwards.add(first);
    first.add(second);
    QCOMPARE(first.encode(), backwards.encode());
    QCOMPARE(first.count(), std::uint64_t{120});
}

void LatencyHistogramTest::readsWhatIsLeftOfCutBytes()
{
    const std::string bytes = histogramOf(anyDurations(3, 100)).encode();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QVERIFY(LatencyHistogram::decode(std::string_view(bytes).substr(0, size)).count() <= 100);
    QCOMPARE(LatencyHistogram::decode(std::string(40, '\xFF')).count(), std::uint64_t{0});
}

QTEST_GUILESS_MAIN(LatencyHistogramTest)
#include "tst_latency_histogram.moc"
