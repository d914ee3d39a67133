#include "scene/front_key.hpp"

#include "fronts.hpp"

#include "scene/desk.hpp"

#include <algorithm>

namespace retrace::scene::fixture {
namespace {

constexpr double now = 5 * day;

/// The words of the key alone, row by row.
std::vector<std::string> wordsOf(const View& v) {
    Scene scene;
    scene.fronts = frontPictures(v, now);
    addFrontKey(scene, v, fonts());
    std::vector<std::string> words;
    for (const auto& label : scene.texts) words.push_back(label.text);
    return words;
}
using Words = std::vector<std::string>;

bool has(const Words& words, const std::string& one) {
    return std::ranges::find(words, one) != words.end();
}

TEST(FrontKey, saysWhoseFrontItIsAndWhatItsMarksMean) {
    EXPECT_EQ(wordsOf(frontView()),
              (Words{"Who held what, he says", "Coast guard", "Raiders", "front, claimed by the narrator",
                     "band: who held it is doubtful", "plain: not stated"}));
}

TEST(FrontKey, ofTheRecordIsReportedOfBothAssessed) {
    View v = frontView();
    v.front->whose = "record";
    EXPECT_EQ(wordsOf(v).at(0), "Who held what, as reported");
    EXPECT_TRUE(has(wordsOf(v), "front, reported"));
    v.front->whose = "both";
    EXPECT_EQ(wordsOf(v).at(0), "Who held what, assessed");
    EXPECT_TRUE(has(wordsOf(v), "front, assessed"));
    EXPECT_FALSE(has(wordsOf(v), "front, claimed by the narrator"));
}

TEST(FrontKey, ofTwoFrontsNamesBothLines) {
    const auto over = wordsOf(frontView(Compare::over));
    EXPECT_EQ(over, (Words{"Narrator, others' line over it", "Coast guard", "Raiders",
                           "front, claimed by the narrator", "front, reported",
                           "band: who held it is doubtful", "plain: not stated"}));
}

TEST(FrontKey, ofADifferenceHasNoSides) {
    EXPECT_EQ(
        wordsOf(frontView(Compare::difference)),
        (Words{"Narrator and other sources", "they name different sides", "front, claimed by the narrator",
               "front, reported", "band: who held it is doubtful", "plain: not stated"}));
}

TEST(FrontKey, ofASwipeSaysOnEitherSideOfTheHandleWhoseItIs) {
    const auto words = wordsOf(frontView(Compare::swipe));
    EXPECT_TRUE(has(words, frontWords("narrator")));
    EXPECT_TRUE(has(words, frontWords("record")));
    EXPECT_TRUE(has(words, "Who held what"));
    EXPECT_NE(frontWords("narrator"), frontWords("record"));
    EXPECT_NE(frontWords("record"), frontWords("both"));
    for (const auto compare : {Compare::alone, Compare::over, Compare::difference})
        EXPECT_FALSE(has(wordsOf(frontView(compare)), frontWords("record"))) << "no handle";
}

TEST(FrontKey, aHiddenSideHasNoRow) {
    View v = frontView();
    v.front->hidden = {1};
    EXPECT_TRUE(has(wordsOf(v), "Coast guard"));
    EXPECT_FALSE(has(wordsOf(v), "Raiders"));
    v.front->hidden = {0, 1};
    EXPECT_FALSE(has(wordsOf(v), "Coast guard"));
    EXPECT_TRUE(has(wordsOf(v), "plain: not stated"));
}

TEST(FrontKey, withoutAreasThereAreNoSidesInIt) {
    View v = frontView();
    v.front->opacity = 0;
    EXPECT_FALSE(has(wordsOf(v), "Coast guard"));
    EXPECT_TRUE(has(wordsOf(v), "front, claimed by the narrator"));
}

TEST(FrontKey, isNoneWithoutAFrontAFieldFurnitureOrRoom) {
    View v = frontView();
    v.front->field.reset();
    EXPECT_EQ(wordsOf(v), Words{});
    v.front.reset();
    EXPECT_EQ(wordsOf(v), Words{});
    EXPECT_LE(frontKeyRects(v, fonts()).at(0).width, 0);
    v = frontView();
    v.furniture = false;
    EXPECT_EQ(wordsOf(v), Words{});
    for (const geo::ScreenSize size : {geo::ScreenSize{400, 540}, {960, 260}}) {
        v = frontView();
        v.size = size;
        EXPECT_EQ(wordsOf(v), Words{}) << size.width << "x" << size.height;
    }
}

// The box as drawn: the first panel that the key adds.
Panel boxOf(const View& v) {
    Scene scene;
    scene.fronts = frontPictures(v, now);
    addFrontKey(scene, v, fonts());
    EXPECT_FALSE(scene.panels.empty());
    return scene.panels.empty() ? Panel{} : scene.panels.back();
}

TEST(FrontKey, liesInTheRoomThatIsKeptForIt) {
    for (const float scale : {1.0F, 1.5F})
        for (const auto compare : {Compare::alone, Compare::over, Compare::swipe, Compare::difference})
            for (const std::vector<std::size_t>& hidden : {std::vector<std::size_t>{}, {0}, {0, 1}}) {
                View v = frontView(compare);
                v.size = {1280, 800};
                v.scale = scale;
                v.front->hidden = hidden;
                const Rect room = frontKeyRects(v, fonts()).at(0);
                const Panel box = boxOf(v);
                ASSERT_GT(room.width, 0);
                EXPECT_GE(box.x, room.x - 0.01F);
                EXPECT_GE(box.y, room.y - 0.01F);
                EXPECT_LE(box.x + box.width, room.x + room.width + 0.01F);
                EXPECT_LE(box.y + box.height, room.y + room.height + 0.01F);
                EXPECT_GE(room.y, 0);
            }
}

TEST(FrontKey, theRoomIsTheSameAtEveryTimeAndWithASideHidden) {
    View v = frontView();
    const auto rects = frontKeyRects(v, fonts());
    v.front->hidden = {0};
    v.progress = 0.7;
    const auto again = frontKeyRects(v, fonts());
    ASSERT_EQ(rects.size(), again.size());
    EXPECT_EQ(rects[0].x, again[0].x);
    EXPECT_EQ(rects[0].y, again[0].y);
    EXPECT_EQ(rects[0].height, again[0].height);
}

TEST(FrontKey, itsWordsStayInTheBox) {
    View v = frontView();
    v.front->sides[0].name = "The Most Honourable Company of Harbour Wardens, Pilots, Lightermen and Others";
    Scene scene;
    scene.fronts = frontPictures(v, now);
    addFrontKey(scene, v, fonts());
    const Panel box = scene.panels.back();
    for (const auto& text : scene.texts) {
        EXPECT_LE(text.x + widthOf(text.text, {text.size, {}, text.weight}, fonts()), box.x + box.width)
            << text.text;
        EXPECT_GE(text.x, box.x);
        EXPECT_LE(text.y, box.y + box.height);
        EXPECT_GE(text.y - text.size, box.y - 2);
    }
}

TEST(FrontKey, noNameOfTheGroundLiesInIt) {
    View v = frontView();
    const Rect room = frontKeyRects(v, fonts()).at(0);
    ASSERT_GT(room.width, 0);
    static const basemap::Ground none;
    Towns many;
    for (int i = 0; i < 12; ++i)
        for (int j = 0; j < 8; ++j) {
            const geo::ScreenPoint p{room.x + room.width * (i + 0.5) / 12,
                                     room.y + room.height * (j + 0.5) / 8};
            const auto at = geo::toLonLat(v.camera, v.size, p);
            many.push_back(placeOf("Town " + std::to_string(12 * j + i), at.lon, at.lat, 100'000));
        }
    const auto inside = [&](const View& with) {
        std::size_t count = 0;
        for (const auto& label : groundView(with, many, none, fonts()).labels)
            count += label.x > room.x && label.x < room.x + room.width && label.y > room.y &&
                     label.y < room.y + room.height;
        return count;
    };
    EXPECT_EQ(inside(v), 0U);
    v.front.reset();
    EXPECT_GT(inside(v), 0U) << "without a key they may stand there";
}

TEST(FrontKey, theHandleStandsWhereTheFrontsMeet) {
    View v = frontView(Compare::swipe);
    v.front->swipe = 0.4;
    Scene scene;
    scene.fronts = frontPictures(v, now);
    addFrontKey(scene, v, fonts());
    std::size_t upright = 0;
    for (const auto& stroke : scene.strokes)
        upright += stroke.path.size() == 2 && stroke.path[0].x == stroke.path[1].x &&
                   stroke.path[0].x == static_cast<double>(scene.fronts[0].right);
    EXPECT_EQ(upright, 2U) << "a line and its casing";
}

}  // namespace
}  // namespace retrace::scene::fixture
