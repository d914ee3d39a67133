// How long the field takes: prepared, solved for an instant, sampled at one of 4 x 4 pixels of 1280 x 720.
#include "front/field.hpp"
#include "geo/camera.hpp"

#include <benchmark/benchmark.h>
#include <random>

using namespace retrace;

namespace {

constexpr double day = 86400;

/// Changes that sweep from south to north in ten days over a square of so many degrees around 36 E, 35 N.
std::vector<front::Observation> sweep(std::size_t count, double degrees) {
    std::mt19937 random(1);
    const auto from = [&](double low, double high) { return low + (high - low) * random() / 4294967296.0; };
    std::vector<front::Observation> out;
    for (std::size_t i = 0; i < count; ++i) {
        front::Observation o{.at = {36 + from(-degrees, degrees) / 2, 35 + from(-degrees, degrees) / 2}};
        const double when = ((o.at.lat - 35) / degrees + 0.5) * 10 + from(-1, 1);
        o.earliest = (when - from(0, 1)) * day;
        o.latest = (when + from(0, 1)) * day;
        o.side = 1;
        o.before = 0;
        o.certainty = from(0.5, 1);
        o.claim = i;
        out.push_back(o);
    }
    return out;
}

front::Frame frameOf(double degrees) {
    const auto middle = geo::toWorld({36, 35});
    const double step = degrees / 360 / 320;
    return {middle.x - 160 * step, middle.y - 90 * step, step, 320, 180};
}

void prepare(benchmark::State& state) {
    const auto claims = sweep(static_cast<std::size_t>(state.range(0)), static_cast<double>(state.range(1)));
    for (auto _ : state) benchmark::DoNotOptimize(front::fieldOf(claims, 2));
}
BENCHMARK(prepare)->Args({500, 5})->Args({20'000, 20})->Args({100'000, 40})->Unit(benchmark::kMillisecond);

/// A frame of the replay: claims, degrees they cover, degrees the view covers.
void frame(benchmark::State& state) {
    const auto field = front::fieldOf(
        sweep(static_cast<std::size_t>(state.range(0)), static_cast<double>(state.range(1))), 2);
    const front::Frame view = frameOf(static_cast<double>(state.range(2)) / 10);
    double t = day;
    for (auto _ : state) {
        benchmark::DoNotOptimize(front::sampled(field, view, t));
        t = t > 9 * day ? day : t + 1800;
    }
}
BENCHMARK(frame)
    ->Args({500, 5, 3})
    ->Args({500, 5, 20})
    ->Args({500, 5, 60})
    ->Args({500, 1, 20})
    ->Args({20'000, 20, 20})
    ->Args({100'000, 40, 20})
    ->Args({100'000, 40, 60})
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
