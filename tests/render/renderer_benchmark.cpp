/// Costs of drawing on this machine: `renderer_benchmark [--benchmark_filter=...]`. Ground as shipped, a
/// hundred names, a path, a halo, a clock and a caption strip at 1280x720.
#include "drawing.hpp"
#include "fronts.hpp"

#include "geo/error.hpp"
#include "render/encoder.hpp"
#include "render/yuv.hpp"

#include <benchmark/benchmark.h>

#include <iostream>

namespace {

using namespace retrace;
using namespace retrace::render::testing;

basemap::Ground shippedGround() {
    try {
        return basemap::loadGround(RETRACE_DATA "/ground");
    } catch (const Error& error) {
        std::cerr << "the shipped ground is missing, an island stands in: " << error.what() << '\n';
        basemap::Ground ground = island();  // so that the rest can still be measured
        ground.relief = ridge();
        return ground;
    }
}

scene::Scene levant(double lon = 37.4) {
    const scene::Theme& theme = scene::themeOf(scene::ThemeName::light);
    scene::Scene scene;
    scene.ground.size = {1280, 720};
    scene.ground.camera = {{lon, 35.0}, 7.5};
    for (int i = 0; i < 50; ++i) {
        const geo::LonLat at{34.0 + 0.7 * (i % 10), 33.4 + 0.7 * (i / 10)};
        const geo::ScreenPoint p = geo::toScreen(scene.ground.camera, scene.ground.size, at);
        scene.ground.towns.push_back({.at = at, .radius_px = 2.6F, .fill = theme.town});
        const auto x = static_cast<float>(p.x + 7), y = static_cast<float>(p.y);
        for (const bool arabic : {false, true})
            scene.ground.labels.push_back(
                {.text = arabic ? "\u0645\u062f\u064a\u0646\u0629" : "Town " + std::to_string(i),
                 .x = x,
                 .y = arabic ? y + 15 : y + 2,
                 .size = arabic ? 11.0F : 13.0F,
                 .color = arabic ? theme.labelArabic : theme.label,
                 .halo = theme.labelHalo,
                 .haloWidth = 2.5F});
    }
    return scene;
}

/// What moves: frame `i` of a film with a still camera.
scene::Scene replayFrame(const scene::Scene& still, std::size_t i) {
    const scene::Theme& theme = scene::themeOf(scene::ThemeName::light);
    scene::Scene scene = still;
    const double along = static_cast<double>(i % 300) / 300;
    const geo::LonLat now{36.2 + along, 36.2 - 1.5 * along};
    scene.lines.push_back({.path = {{36.2, 36.2}, now},
                           .width = 3.5F,
                           .color = theme.narrator,
                           .casing = 1.8F,
                           .casingColor = theme.casing});
    scene.discs.push_back({.at = now, .radius_m = 9000, .fill = scene::withAlpha(theme.narrator, 50)});
    scene.discs.push_back(
        {.at = now, .radius_px = 6, .fill = theme.narrator, .stroke = theme.casing, .strokeWidth = 2});
    scene.panels.push_back(
        {.x = 0, .y = 620, .width = 1280, .height = 100, .fill = theme.strip, .stroke = theme.strip});
    scene.panels.push_back({.x = 920,
                            .y = 20,
                            .width = 330,
                            .height = 84,
                            .rounding = 8,
                            .fill = theme.panel,
                            .stroke = theme.hairline});
    scene.texts.push_back({.text = "Thu 5 Dec  07:" + std::to_string(10 + i / 10 % 50),
                           .x = 936,
                           .y = 64,
                           .size = 32,
                           .weight = typeset::Weight::bold,
                           .color = theme.text});
    scene.texts.push_back({.text = "A caption that a class can read from the last row.",
                           .x = 40,
                           .y = 660,
                           .size = 22,
                           .color = theme.stripText});
    return scene;
}

void firstPicture(benchmark::State& state) {
    const basemap::Ground ground = shippedGround();
    const typeset::Fonts fonts(RETRACE_DATA);
    const scene::Scene scene = replayFrame(levant(), 0);
    for (auto _ : state) {
        const render::Offscreen offscreen;
        render::Renderer renderer(fonts, ground);
        benchmark::DoNotOptimize(renderer.picture(scene));
    }
}
BENCHMARK(firstPicture)->Unit(benchmark::kMillisecond)->Iterations(5);

struct Bench {
    basemap::Ground ground = shippedGround();
    typeset::Fonts fonts{RETRACE_DATA};
    render::Offscreen offscreen;
    render::Renderer renderer{fonts, ground};
    render::Image image;
};

void stillFrame(benchmark::State& state) {
    Bench bench;
    const scene::Scene still = levant();
    std::size_t i = 0;
    for (auto _ : state) bench.renderer.picture(replayFrame(still, i++), bench.image);
}
BENCHMARK(stillFrame)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void groundRedraw(benchmark::State& state) {
    Bench bench;
    double lon = 37;
    for (auto _ : state) bench.renderer.picture(levant(lon += 0.01), bench.image);
}
BENCHMARK(groundRedraw)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

/// The front of 500 claims, moving: sampled, drawn alone over a still ground, and in a whole frame; with a
/// second one in comparisons 1 (over), 2 (swipe), 3 (difference).
scene::View frontOf500(int comparison, int sides) {
    scene::View view = frontView(static_cast<scene::Compare>(comparison));
    view.size = {1280, 720};
    view.camera = geo::Camera{{15, 5}, 6.6};
    view.front->field = fieldOf(500, 7, 0, static_cast<std::size_t>(sides));
    if (comparison > 0) view.front->beside = fieldOf(500, 8, 2, static_cast<std::size_t>(sides));
    return view;
}

double hourly(std::size_t i) {
    return day + 3600.0 * static_cast<double>(i % 200);
}

void frontSampled(benchmark::State& state) {
    const scene::View view = frontOf500(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    std::size_t i = 0;
    for (auto _ : state) benchmark::DoNotOptimize(scene::frontPictures(view, hourly(i++)));
}
BENCHMARK(frontSampled)
    ->ArgNames({"comparison", "sides"})
    ->ArgsProduct({{0, 1, 2, 3}, {2, 3}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void frontDrawn(benchmark::State& state) {
    Bench bench;
    const scene::View view = frontOf500(static_cast<int>(state.range(0)), 3);
    scene::Scene scene = levant();
    scene.ground.camera = view.camera;
    scene.ground.labels.clear();
    scene.ground.towns.clear();
    const bool none = state.range(1) == 0;
    std::vector<std::vector<scene::FrontPicture>> fronts;
    for (std::size_t i = 0; i < 8; ++i) fronts.push_back(scene::frontPictures(view, hourly(20 * i)));
    std::size_t i = 0;
    for (auto _ : state) {
        scene.fronts = none ? std::vector<scene::FrontPicture>{} : fronts[i++ % fronts.size()];
        bench.renderer.picture(scene, bench.image);
    }
}
BENCHMARK(frontDrawn)
    ->ArgNames({"comparison", "front"})
    ->Args({0, 0})
    ->Args({0, 1})
    ->Args({1, 1})
    ->Args({2, 1})
    ->Args({3, 1})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void replayedFrameWithFront(benchmark::State& state) {
    Bench bench;
    const scene::View view = frontOf500(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    scene::Scene still = levant(15);
    still.ground.camera = view.camera;
    std::size_t i = 0;
    for (auto _ : state) {
        scene::Scene scene = replayFrame(still, i);
        scene.fronts = scene::frontPictures(view, hourly(i++));
        bench.renderer.picture(scene, bench.image);
    }
}
BENCHMARK(replayedFrameWithFront)
    ->ArgNames({"comparison", "sides"})
    ->ArgsProduct({{0, 1, 2, 3}, {2, 3}})
    ->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()
    ->UseRealTime();

void png(benchmark::State& state) {
    Bench bench;
    bench.renderer.picture(levant(), bench.image);
    const Folder folder("benchmark");
    for (auto _ : state) writePng(bench.image, folder / "picture.png");
}
BENCHMARK(png)->Unit(benchmark::kMillisecond);

constexpr std::size_t filmFrames = 150;

void film(benchmark::State& state) {
    Bench bench;
    const Folder folder("benchmark");
    const scene::Scene still = levant();
    for (auto _ : state)
        benchmark::DoNotOptimize(writeFilm(
            bench.renderer, {.file = folder / "film.mp4", .size = still.ground.size, .frames = filmFrames},
            [&](std::size_t i) { return replayFrame(still, i); }, {}));
    state.SetItemsProcessed(static_cast<std::int64_t>(filmFrames * state.iterations()));  // frames a second
}
BENCHMARK(film)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

/// The same frames, drawn before: what the encoder can do at best.
void encoderAlone(benchmark::State& state) {
    const auto ffmpeg = render::findFfmpeg();
    if (!ffmpeg) return state.SkipWithError("ffmpeg is not installed");
    std::vector<std::vector<std::uint8_t>> frames;
    const scene::Scene still = levant();
    {
        Bench bench;
        render::YuvFrame yuv;
        for (std::size_t i = 0; i < filmFrames; ++i) {
            bench.renderer.picture(replayFrame(still, i), bench.image);
            toYuv(bench.image, nullptr, yuv);
            frames.push_back(yuv.planes);
        }
    }
    const Folder folder("benchmark");
    for (auto _ : state) {
        render::Encoder encoder(*ffmpeg, folder / "film.mp4", 1280, 720, 30);
        for (const auto& frame : frames)
            if (!encoder.write(frame)) break;
        encoder.finish();
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(filmFrames * state.iterations()));
}
BENCHMARK(encoderAlone)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

}  // namespace

BENCHMARK_MAIN();
