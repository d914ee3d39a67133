#include "fixture.hpp"

#include "scene/captions.hpp"
#include "scene/desk.hpp"
#include "scene/framing.hpp"

#include <cmath>
#include <random>
#include <set>

namespace retrace::scene {
namespace {

using namespace fixture;

std::vector<ChapterStart> chapters(const model::Reconstruction& r) {
    return {{"Back", "What happened on the way back, as it was told.", r.begin + 15 * 3600, std::nullopt},
            {"Out", "How the march began.", r.begin + 3600, geo::Camera{{36.8, 35.1}, 9}}};
}

TEST(Captions, SayNoMoreThanTheEvent) {
    const auto r = march();
    std::string text;
    for (std::size_t i = 0; i < r.events.size(); ++i) {
        const CaptionText caption = captionOf(r, i);
        text += caption.text + "\n  " + caption.small + "\n";
    }
    expectGolden("captions", text);
}

TEST(Captions, OfWhatWasHeardOfFanOutAndDenial) {
    March m;
    const auto a = m.mention(placeOf("Ash Farm", 1, 1)), b = m.mention(placeOf("Brook", 2, 1)),
               c = m.mention(placeOf("Clay Hill", 3, 1));
    m.event("deploy", 0, {a, b, c});
    m.r.events[0].presence = model::Presence::unit;
    m.event("withdraw", 1, {b}, {a});
    m.r.events[1].via.push_back({c});
    m.event("capture", 2, {b}, {}, model::Status::negated);
    m.r.events[2].actor = "raiders";
    m.event("state", 3, {a});
    m.event("withdraw", 4, {a}, {b}, model::Status::otherActor);
    m.r.events[4].actor = "the harbour garrison";
    m.r.events[4].when.clock = timeline::ClockSpan{555, 585};
    m.r.events[4].when.span = {timeline::Instant{0}, timeline::Instant{10}, {timeline::Origin::record}};
    std::string text;
    for (std::size_t i = 0; i < m.r.events.size(); ++i)
        text += captionOf(m.r, i).text + "\n  " + captionOf(m.r, i).small + "\n";
    expectGolden("captions_kinds", text);
}

TEST(Captions, BesideAMarkWideSpansAreDays) {
    using timeline::Instant;
    const Instant fifth{1733356800};  // 2024-12-05T00:00Z
    const auto words = [](Instant from, Instant to) { return labelSpanWords({from, to, {}}, "UTC"); };
    EXPECT_EQ(words(fifth + 9 * 3600, fifth + 48 * 3600), "5-6 Dec");
    EXPECT_EQ(words(fifth + 3 * 3600, fifth + 23 * 3600), "5 Dec");
    EXPECT_EQ(words(fifth + 9 * 3600, fifth + 10 * 3600), "5 Dec, 09:00-10:00");
    EXPECT_EQ(labelSpanWords({std::nullopt, fifth, {}}, "UTC"), "before 5 Dec");
}

TEST(Cues, FollowOneAnotherWithoutAGap) {
    const auto r = march();
    for (const auto& list : {cues(r, {}), cues(r, chapters(r))}) {
        ASSERT_GE(list.size(), 2U);
        for (std::size_t i = 1; i < list.size(); ++i) EXPECT_EQ(list[i - 1].to, list[i].from);
        EXPECT_EQ(list.back().to, r.end);
    }
    const auto list = cues(r, chapters(r));
    EXPECT_EQ(list[0].chapter, "Out");
    EXPECT_EQ(list[0].caption.text, "How the march began.");
    EXPECT_EQ(list[0].caption.small.find("At 06:00, the narrator says, they"), 0U) << list[0].caption.small;
    EXPECT_EQ(list[list.size() - 2].caption.chapter, "chapter 2 of 2 · Back");
    EXPECT_FALSE(cueAt(list, r.begin).has_value());
    EXPECT_EQ(cueAt(list, r.end - 2)->chapter, "Back");
    EXPECT_TRUE(cueAt(list, r.end)->closing);
    EXPECT_EQ(cueAt(list, r.end)->chapter, "");
    EXPECT_TRUE(cues({}, {}).empty());
}

TEST(Cues, WithinAChapterTheRunningEventIsTold) {
    const auto r = march();
    auto list = cues(r, chapters(r));
    ASSERT_EQ(list.size(), 7U);
    EXPECT_TRUE(list.back().closing);
    list.pop_back();
    std::string text;
    for (const Cue& cue : list) {
        EXPECT_EQ(cue.caption.chapter.find("chapter " + std::to_string(cue.chapterNumber)), 0U);
        EXPECT_EQ(cue.camera.has_value(), cue.chapterNumber == 1);
        text += std::to_string(cue.chapterNumber) + " " + cue.caption.text + " / " + cue.caption.small + "\n";
    }
    expectGolden("cues_in_chapters", text);
}

TEST(Cues, LeaveOutWhatNamesNeitherPlaceNorHour) {
    March m;
    m.r.end = 10;
    const auto a = m.mention(placeOf("Ash Farm", 1, 1));
    m.event("move", 2, {});
    m.event("move", 5, {a});
    const auto list = cues(m.r, {});
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].from, 5);
}

TEST(Pace, RisesAndCanBeReadBothWays) {
    const auto r = march();
    for (const double speed : {600.0, 5400.0, 90000.0}) {
        const auto list = cues(r, {});
        const Pace pace = paceOf(r, list, speed);
        EXPECT_EQ(storyAt(pace, 0), r.begin);
        EXPECT_NEAR(storyAt(pace, duration(pace)), r.end, 1e-6);
        double before = r.begin;
        for (double s = 0; s <= duration(pace); s += 0.05) {
            const double t = storyAt(pace, s);
            EXPECT_GE(t, before);
            EXPECT_NEAR(secondsAt(pace, t), s, 1e-3);
            before = t;
        }
    }
}

TEST(Pace, EveryCaptionCanBeRead) {
    const auto r = march();
    for (const auto& list : {cues(r, {}), cues(r, chapters(r))}) {
        const Pace pace = paceOf(r, list, 1e9);
        for (std::size_t i = 0; i < list.size(); ++i) {
            const double from = secondsAt(pace, list[i].from);
            const double to = i + 1 < list.size() ? secondsAt(pace, list[i + 1].from) : duration(pace);
            EXPECT_GE(to - from, 2.5);
            EXPECT_GE((to - from) * 15, static_cast<double>(list[i].caption.text.size()) - 10);
        }
    }
}

TEST(Pace, OrderOnlyStretchesMoveEvenly) {
    auto r = march();
    for (std::size_t i = 0; i < r.events.size(); ++i)
        r.events[i].shown = r.begin + static_cast<double>(i) * 1000;
    r.end = r.begin + 6000;
    r.orderOnly = {{r.begin, r.end}};
    const auto list = cues(r, {});
    const Pace pace = paceOf(r, list, 5400);
    ASSERT_TRUE(list.back().closing);
    const double told = secondsAt(pace, list.back().from), rate = (list.back().from - r.begin) / told;
    for (double s = 1; s < told; s += 1) EXPECT_NEAR(storyAt(pace, s) - r.begin, rate * s, 1);
}

TEST(Pace, HigherSpeedIsNeverLonger) {
    const auto r = march();
    const auto list = cues(r, {});
    double before = 1e9;
    for (const double speed : {300.0, 600.0, 1800.0, 7200.0}) {
        const double length = duration(paceOf(r, list, speed));
        EXPECT_LE(length, before);
        before = length;
    }
    EXPECT_LT(before, duration(paceOf(r, list, 300)));
}

TEST(Captions, KeepTheNarratorsOwnHourWords) {
    model::Reconstruction r = march();
    text::Source source;
    source.id = "a";
    source.letters = U"Shortly before\ndawn we went, at about noon we rested.";
    r.sources = {source};
    text::Reading reading;
    text::TimeExpression dawn;
    dawn.quote = {"a", 0, 19};
    dawn.clock = timeline::ClockSpan{290, 350};
    reading.times = {dawn};
    text::Statement statement;
    statement.times = {0};
    reading.statements = {statement};
    r.readings = {reading};
    model::Event& e = r.events.front();
    e.statement = 0;
    e.evidence = {{"a", 0, 27}};
    e.when.clock = timeline::ClockSpan{290, 350};
    EXPECT_EQ(hourWords(r, e), "“Shortly before dawn”");
    EXPECT_EQ(captionOf(r, 0).text.find("“Shortly before dawn”, "), 0U) << captionOf(r, 0).text;
    EXPECT_EQ(captionOf(r, 0).text.find("04:50"), std::string::npos);
    e.when.clock = timeline::ClockSpan{360, 360};
    EXPECT_EQ(hourWords(r, e), "06:00");
    r.readings.front().statements.front().times.clear();
    e.when.clock = timeline::ClockSpan{290, 350};
    EXPECT_EQ(hourWords(r, e), "") << "bounds that no words of its own give are no hour";
}

TEST(Cues, ACaptionDoesNotOutliveItsEventByDays) {
    fixture::March made;
    const auto a = made.mention(fixture::placeOf("Alder", 36, 35)),
               b = made.mention(fixture::placeOf("Birch", 37, 35));
    const double hour = 3600, day = 24 * hour;
    (void)made.event("arrive", 0, {a});
    (void)made.event("arrive", 3 * day, {b});
    made.r.begin = 0;
    made.r.end = 4 * day;
    const std::vector<Cue> list = cues(made.r, {});
    ASSERT_TRUE(cueAt(list, hour));
    EXPECT_FALSE(cueAt(list, hour)->caption.text.empty());
    EXPECT_TRUE(cueAt(list, 2 * day)->caption.text.empty());
    EXPECT_TRUE(cueAt(list, 2 * day)->rest);
    EXPECT_FALSE(cueAt(list, 3 * day)->caption.text.empty());
    const Pace pace = paceOf(made.r, list, 5400);
    EXPECT_EQ(srt(list, pace).find("\n\n\n"), std::string::npos);
}

TEST(DirectedCamera, HoldsStillWhileSomethingIsToldThenFliesOnce) {
    auto r = march();
    r.mentions[2].place->where.at = {39.5, 33.0};  // Dock lies far away: the camera has to fly
    r.itineraries[0].stops[2].place = r.mentions[2].place;
    r.itineraries[0].legs[1].path.back() = {39.5, 33.0};
    const auto list = cues(r, {});
    const Pace pace = paceOf(r, list, 5400);
    const View v = view();
    std::set<std::pair<double, double>> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const double from = secondsAt(pace, list[i].from);
        const geo::Camera held = directedCamera(r, list, pace, from, v);
        seen.insert({held.center.lon, held.zoom});
        for (double s = from; s < from + readingSeconds(list[i].caption) - 0.01; s += 0.1)
            EXPECT_EQ(directedCamera(r, list, pace, s, v), held) << "cue " << i << " second " << s;
    }
    EXPECT_GT(seen.size(), 1U);
    View still = v;
    still.motion = false;
    std::set<std::pair<double, double>> cuts;
    for (double s = 0; s < duration(pace); s += 0.05) {
        const auto camera = directedCamera(r, list, pace, s, still);
        cuts.insert({camera.center.lon, camera.zoom});
    }
    EXPECT_EQ(cuts, seen);
}

TEST(DirectedCamera, IsTheSameWithTheShotsHandedIn) {
    const auto r = march();
    const View v = view();
    for (const auto& list : {cues(r, {}), cues(r, chapters(r)), std::vector<Cue>{}}) {
        const Pace pace = paceOf(r, list, 5400);
        const auto once = shots(r, list, v);
        ASSERT_EQ(once.size(), std::max<std::size_t>(list.size(), 1));
        for (double s = 0; s <= duration(pace); s += 0.37)
            EXPECT_EQ(directedCamera(once, list, pace, s, v), directedCamera(r, list, pace, s, v)) << s;
    }
}

TEST(DirectedCamera, NeverJumpsWithMotion) {
    const auto r = march();
    const auto list = cues(r, {});
    const Pace pace = paceOf(r, list, 5400);
    const View v = view();
    geo::Camera before = directedCamera(r, list, pace, 0, v);
    for (double s = 0; s <= duration(pace); s += 1.0 / 30) {
        const geo::Camera now = directedCamera(r, list, pace, s, v);
        const auto moved = geo::toScreen(before, v.size, now.center);
        EXPECT_LT(std::hypot(moved.x - v.size.width / 2.0, moved.y - v.size.height / 2.0), 150)
            << "second " << s;
        before = now;
    }
}

// Marches of many shapes, with and without chapters: made-up, but as far and as crooked as real ones.
struct LongMarch {
    model::Reconstruction r;
    std::vector<ChapterStart> chapters;
};
LongMarch longMarch(unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> step(-1.2, 1.2), small(-0.05, 0.05);
    March m;
    m.r.zone = "UTC";
    const double start = 1733378400, h = 3600;
    LongMarch made;
    geo::LonLat at{37, 35};
    for (int i = 0; i < 9; ++i) {
        const bool near = (seed + static_cast<unsigned>(i)) % 3 == 0;
        at = {at.lon + (near ? small(random) : step(random)), at.lat + (near ? small(random) : step(random))};
        const auto place = m.mention(placeOf("Stop " + std::to_string(i), at.lon, at.lat));
        const double t = start + 9 * h * i;
        const auto e = m.event("withdraw", t, {place});
        m.stop(i + 1, e, place, t + (i > 0 ? 3 * h : 0), t + 9 * h);
        if (i > 0)
            m.leg(static_cast<std::size_t>(i) - 1, static_cast<std::size_t>(i), model::Basis::stated, t,
                  t + 3 * h, e);
        if (seed % 2 == 0 && i % 2 == 0)
            made.chapters.push_back(
                {"Part", "What the account tells of this part of the way.", t, std::nullopt});
    }
    m.r.begin = start - h;
    m.r.end = start + 90 * h;
    made.r = m.r;
    return made;
}

TEST(DirectedCamera, KeepsTheActionInTheSafeFrameAndMovesWithoutJerks) {
    for (unsigned seed = 0; seed < 12; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const LongMarch made = longMarch(seed);
        const auto list = cues(made.r, made.chapters);
        const Pace pace = paceOf(made.r, list, 5400);
        const View v = view();
        const Rect safe = grown(safeFrame(v), 1);
        const Rect free = freeRect(v);
        EXPECT_GT(safe.width * safe.height, 0.4F * free.width * free.height);
        EXPECT_TRUE(inside(safe, free));
        EXPECT_FALSE(intersects(safe, clockRect(v)));
        EXPECT_FALSE(intersects(safe, titleRect(v, fonts())));
        const auto isSafe = [&](const geo::Camera& camera, geo::LonLat at) {
            const auto p = geo::toScreen(camera, v.size, at);
            return inside({static_cast<float>(p.x), static_cast<float>(p.y), 0, 0}, safe);
        };
        const auto& itinerary = made.r.itineraries[0];
        geo::Camera before = directedCamera(made.r, list, pace, 0, v);
        double speed = 0;
        for (double s = 0; s <= duration(pace); s += 1.0 / 30) {
            const geo::Camera now = directedCamera(made.r, list, pace, s, v);
            const auto here = model::at(itinerary, storyAt(pace, s));
            if (here) {
                ASSERT_TRUE(isSafe(now, here->at)) << "the marker at second " << s;
            }
            if (here && here->leg && now == before) {  // held: the whole way is seen, both its ends
                for (const geo::LonLat& p : itinerary.legs[*here->leg].path) {
                    ASSERT_TRUE(isSafe(now, p)) << "a way at second " << s;
                }
            }
            const auto moved = geo::toScreen(before, v.size, now.center);
            const double step = std::hypot(moved.x - v.size.width / 2.0, moved.y - v.size.height / 2.0);
            EXPECT_LT(step, 0.06 * v.size.height) << "second " << s;
            EXPECT_LT(std::abs(step - speed), 0.012 * v.size.height) << "a jerk at second " << s;
            EXPECT_LT(std::abs(now.zoom - before.zoom), 0.12) << "second " << s;
            speed = step;
            before = now;
        }
    }
}

TEST(DirectedCamera, AChaptersOwnCameraCounts) {
    const auto r = march();
    const auto list = cues(r, chapters(r));
    const Pace pace = paceOf(r, list, 5400);
    EXPECT_EQ(directedCamera(r, list, pace, secondsAt(pace, list[0].from), view()),
              (geo::Camera{{36.8, 35.1}, 9}));
}

TEST(Subtitles, HaveTheFormsOfSubRipAndWebVtt) {
    std::vector<Cue> list(2);
    list[0] = {.from = 0,
               .to = 10,
               .caption = {"They left <Alder> & went on.", "stated", ""},
               .chapter = "Out",
               .camera = {}};
    list[1] = {.from = 10,
               .to = 20,
               .caption = {"A long line that a subtitle has to break because it would not fit.", "", ""},
               .chapter = {},
               .camera = {}};
    const Pace pace{{{0, 0}, {2.5, 10}, {3725.25, 20}}};
    EXPECT_EQ(srt(list, pace),
              "1\n00:00:00,000 --> 00:00:02,500\nThey left <Alder> & went on.\n(stated)\n\n"
              "2\n00:00:02,500 --> 01:02:05,250\nA long line that a subtitle has to break\nbecause it would "
              "not fit.\n\n");
    EXPECT_EQ(webVtt(list, pace),
              "WEBVTT\n\nNOTE Out\n\n00:00:00.000 --> 00:00:02.500\nThey left &lt;Alder&gt; &amp; went "
              "on.\n(stated)\n\n"
              "00:00:02.500 --> 01:02:05.250\nA long line that a subtitle has to break\nbecause it would not "
              "fit.\n\n");
}

}  // namespace
}  // namespace retrace::scene
