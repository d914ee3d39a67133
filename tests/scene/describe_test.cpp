#include "fixture.hpp"

namespace retrace::scene {
namespace {

using namespace fixture;

View overviewOf(const model::Reconstruction& r, View v) {
    v.camera = overview(r, v);
    return v;
}

TEST(Describe, AMarchHalfway) {
    const auto r = march();
    View v = overviewOf(r, view());
    v.caption = CaptionText{"They went on to Birch.", "stated by the narrator", "chapter 1 of 2 · Out"};
    expectGolden("march_halfway", describe(sceneOf(r, r.begin + 8.5 * 3600, v)));
}

TEST(Describe, AMarchAtItsEndInTheDark) {
    const auto r = march();
    View v = overviewOf(r, view());
    v.theme = ThemeName::dark;
    v.present = false;
    v.bottomInset = 0;
    v.graticule = true;
    expectGolden("march_end_dark", describe(sceneOf(r, r.end, v)));
}

TEST(Describe, AnOrderWhileItIsTold) {
    const auto r = march();
    const View v = overviewOf(r, view());
    expectGolden("march_order", describe(sceneOf(r, r.begin + 11.5 * 3600, v)));
}

TEST(Describe, NothingAtAll) {
    const model::Reconstruction none;
    View v = view();
    v.title = v.badge = "";
    v.credits.clear();
    v.camera = overview(none, v);
    expectGolden("nothing", describe(sceneOf(none, 0, v)));
}

}  // namespace
}  // namespace retrace::scene
