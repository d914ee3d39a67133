#include "scene/front_picture.hpp"

#include "fronts.hpp"

#include "front/stated.hpp"

#include <cmath>
#include <tuple>

namespace retrace::scene::fixture {
namespace {

constexpr double now = 5 * day;

std::size_t likeliest(const FrontPicture& p, std::size_t i) {
    return static_cast<std::size_t>(std::max_element(&p.numbers[4 * i], &p.numbers[4 * i] + 4) -
                                    &p.numbers[4 * i]);
}

TEST(FrontPicture, isNoneWithoutAField) {
    View v = view();
    EXPECT_TRUE(frontPictures(v, now).empty());
    v.front = FrontView{};
    EXPECT_TRUE(frontPictures(v, now).empty());
    v.front->beside = sweptField();
    v.front->compare = Compare::difference;
    EXPECT_TRUE(frontPictures(v, now).empty());
}

TEST(FrontPicture, isTheFirstAloneWithoutAnother) {
    for (const auto compare : {Compare::over, Compare::swipe, Compare::difference}) {
        View v = frontView(compare);
        v.front->beside.reset();
        const auto pictures = frontPictures(v, now);
        ASSERT_EQ(pictures.size(), 1U);
        EXPECT_EQ(pictures[0], frontPictures(frontView(), now).at(0));
    }
}

TEST(FrontPicture, coversTheViewWithASampleInAboutFourByFourPixels) {
    for (const double zoom : {5.0, 8.1, 9.4, 9.6, 12.0}) {
        View v = frontView();
        v.camera.zoom = zoom;
        const auto p = frontPictures(v, now).at(0);
        const double pixels = p.frame.step * geo::worldPixels(v.camera);
        EXPECT_NEAR(pixels, 4, 0.4) << zoom;
        const auto first = geo::toScreen(v.camera, v.size, geo::toLonLat(sampleAt(p, 0, 0)));
        const auto last = geo::toScreen(v.camera, v.size, geo::toLonLat(sampleAt(p, p.cols - 1, p.rows - 1)));
        EXPECT_LE(first.x, 0);
        EXPECT_LE(first.y, 0);
        EXPECT_GE(last.x, v.size.width);
        EXPECT_GE(last.y, v.size.height);
        EXPECT_LT(static_cast<double>(p.cols), v.size.width / pixels + 5);
        EXPECT_LT(static_cast<double>(p.rows), v.size.height / pixels + 5);
        EXPECT_EQ(p.support.size(), static_cast<std::size_t>(p.cols * p.rows));
        EXPECT_EQ(p.numbers.size(), 4 * p.support.size());
        EXPECT_EQ(p.left, 0);
        EXPECT_EQ(p.right, static_cast<float>(v.size.width));
    }
}

TEST(FrontPicture, crossesTheAntimeridianAndThePoles) {
    for (const geo::LonLat& center : {geo::LonLat{180, 0}, {-179.99, 52}, {12, 85}, {0, -85}})
        for (const double zoom : {0.0, 2.0, 11.0}) {
            View v = frontView();
            v.camera = geo::Camera{center, zoom};
            const auto p = frontPictures(v, now).at(0);
            EXPECT_GT(p.cols, 200) << center.lon << " " << center.lat << " " << zoom;
            EXPECT_LT(p.cols, 300);
            EXPECT_GT(p.rows, 100);
            for (const float number : p.numbers) ASSERT_TRUE(number >= 0 && number <= 1);
        }
}

// Two cameras a fraction of a pixel apart: their samples are the same spots of the ground with the same
// numbers.
TEST(FrontPicture, doesNotSwimWhenTheCameraMoves) {
    const View v = frontView();
    const auto before = frontPictures(v, now).at(0);
    for (const double moved : {0.0004, -0.0013, 0.021}) {
        View w = v;
        w.camera.center = {36.0 + moved, 35.0 + moved / 3};
        const auto after = frontPictures(w, now).at(0);
        ASSERT_EQ(after.frame.step, before.frame.step);
        const double cols = (after.frame.west - before.frame.west) / before.frame.step,
                     rows = (after.frame.north - before.frame.north) / before.frame.step;
        EXPECT_EQ(cols, std::round(cols)) << "no whole number of samples";
        EXPECT_EQ(rows, std::round(rows));
        std::size_t shared = 0;
        for (int r = 0; r < after.rows; ++r)
            for (int c = 0; c < after.cols; ++c) {
                const int oldC = c + static_cast<int>(cols), oldR = r + static_cast<int>(rows);
                if (oldC < 0 || oldR < 0 || oldC >= before.cols || oldR >= before.rows) continue;
                const auto i = static_cast<std::size_t>(r * after.cols + c),
                           j = static_cast<std::size_t>(oldR * before.cols + oldC);
                ++shared;
                ASSERT_NEAR(after.support[i], before.support[j], 2e-3);
                for (std::size_t s = 0; s < 4; ++s)
                    ASSERT_NEAR(after.numbers[4 * i + s], before.numbers[4 * j + s], 2e-3);
            }
        EXPECT_GT(shared, before.support.size() * 8 / 10);
    }
}

TEST(FrontPicture, numbersSumToOne) {
    const auto p = frontPictures(frontView(), now).at(0);
    for (std::size_t i = 0; i < p.support.size(); ++i) {
        float sum = 0;
        for (std::size_t s = 0; s < 4; ++s) sum += p.numbers[4 * i + s];
        ASSERT_NEAR(sum, 1, 1e-5);
        ASSERT_EQ(p.numbers[4 * i + 2], 0) << "there are two sides";
    }
}

TEST(FrontPicture, isTheFieldsNumbers) {
    const View v = frontView();
    const auto p = frontPictures(v, now).at(0);
    for (const int c : {3, 100, 200})
        for (const int r : {5, 60, 120}) {
            const auto truth = front::controlAt(*v.front->field, geo::toLonLat(sampleAt(p, c, r)), now);
            const auto i = static_cast<std::size_t>(r * p.cols + c);
            EXPECT_NEAR(p.support[i], truth.support, 2e-3);
            EXPECT_NEAR(p.numbers[4 * i + 1], truth.p[1], 2e-3);
        }
}

TEST(FrontPicture, whatIsBeyondFourSidesCountsAsTheLast) {
    std::vector<front::Observation> out;
    for (std::size_t s = 0; s < 6; ++s)
        for (int i = 0; i < 3; ++i)
            out.push_back({.at = {35.8 + 0.08 * static_cast<double>(s), 34.95 + 0.05 * i},
                           .earliest = 0,
                           .latest = 10 * day,
                           .side = s,
                           .certainty = 0.95});
    const auto six = std::make_shared<const front::Field>(front::fieldOf(out, 6));
    View v = frontView();
    v.front->field = six;
    v.front->sides.resize(6);
    const auto p = frontPictures(v, now).at(0);
    EXPECT_EQ(p.sides.size(), 4U);
    const auto world = geo::toWorld({36.2, 35.0});  // the sixth side's
    const auto i = static_cast<std::size_t>(std::lround((world.y - p.frame.north) / p.frame.step) * p.cols +
                                            std::lround((world.x - p.frame.west) / p.frame.step));
    EXPECT_EQ(likeliest(p, i), 3U);
    for (std::size_t k = 0; k < p.support.size(); ++k) {
        float sum = 0;
        for (std::size_t s = 0; s < 4; ++s) sum += p.numbers[4 * k + s];
        ASSERT_NEAR(sum, 1, 1e-5);
    }
}

TEST(FrontPicture, theOthersLineLiesOverItWithoutAreas) {
    const View v = frontView(Compare::over);
    const auto pictures = frontPictures(v, now);
    ASSERT_EQ(pictures.size(), 2U);
    EXPECT_EQ(pictures[0], frontPictures(frontView(), now).at(0));
    EXPECT_EQ(pictures[1].opacity, 0);
    EXPECT_TRUE(pictures[1].dashed);
    EXPECT_FALSE(pictures[0].dashed);
    EXPECT_NE(pictures[0].line, pictures[1].line);
    EXPECT_NE(pictures[0].numbers, pictures[1].numbers);
}

TEST(FrontPicture, theHandleDividesThem) {
    View v = frontView(Compare::swipe);
    for (const double share : {0.0, 0.3, 0.5, 1.0}) {
        v.front->swipe = share;
        const auto pictures = frontPictures(v, now);
        ASSERT_EQ(pictures.size(), 2U);
        const auto handle = static_cast<float>(std::round(960 * share));
        EXPECT_EQ(pictures[0].left, 0);
        EXPECT_EQ(pictures[0].right, handle);
        EXPECT_EQ(pictures[1].left, handle);
        EXPECT_EQ(pictures[1].right, 960);
        EXPECT_EQ(pictures[0].opacity, 1);
        EXPECT_EQ(pictures[1].opacity, 1) << "each has its areas on its side";
        for (const auto& p : pictures) {
            const auto first = geo::toScreen(v.camera, v.size, geo::toLonLat(sampleAt(p, 0, 0)));
            const auto last =
                geo::toScreen(v.camera, v.size, geo::toLonLat(sampleAt(p, p.cols - 1, p.rows - 1)));
            EXPECT_LE(first.x, static_cast<double>(p.left));
            EXPECT_GE(last.x, static_cast<double>(p.right));
            EXPECT_LT(last.x - first.x, static_cast<double>(p.right - p.left) + 20)
                << "no more than is drawn";
        }
    }
}

TEST(FrontPicture, aHandleBeyondThePictureIsItsEdge) {
    View v = frontView(Compare::swipe);
    v.front->swipe = 1.7;
    EXPECT_EQ(frontPictures(v, now).at(0).right, 960);
    v.front->swipe = -2;
    EXPECT_EQ(frontPictures(v, now).at(0).right, 0);
}

TEST(FrontPicture, aDifferenceIsWhereBothAreStatedAndNameOtherSides) {
    const auto pictures = frontPictures(frontView(Compare::difference), now);
    ASSERT_EQ(pictures.size(), 3U);
    const auto& [difference, own, other] = std::tie(pictures[0], pictures[1], pictures[2]);
    EXPECT_EQ(own.opacity, 0);
    EXPECT_EQ(other.opacity, 0);
    ASSERT_EQ(difference.sides.size(), 1U);
    std::size_t differs = 0, same = 0;
    for (std::size_t i = 0; i < difference.support.size(); ++i) {
        if (likeliest(own, i) == likeliest(other, i)) {
            ASSERT_EQ(difference.support[i], 0);
            ++same;
        } else {
            ASSERT_EQ(difference.support[i], std::min(own.support[i], other.support[i]));
            differs += difference.support[i] > static_cast<float>(front::statedSupport);
        }
    }
    EXPECT_GT(differs, 500U);
    EXPECT_GT(same, 5000U);
}

TEST(FrontPicture, nothingDiffersFromItself) {
    View v = frontView(Compare::difference);
    v.front->beside = v.front->field;
    const auto difference = frontPictures(v, now).at(0);
    for (const float support : difference.support) ASSERT_EQ(support, 0);
}

TEST(FrontPicture, hiddenSidesAndOpacity) {
    View v = frontView();
    v.front->hidden = {1, 7};
    v.front->opacity = 0.4F;
    const auto p = frontPictures(v, now).at(0);
    ASSERT_EQ(p.sides.size(), 2U);
    EXPECT_TRUE(p.sides[0].shown);
    EXPECT_FALSE(p.sides[1].shown);
    EXPECT_EQ(p.opacity, 0.4F);
    v.front->opacity = 7;
    EXPECT_EQ(frontPictures(v, now).at(0).opacity, 1);
    v.front->opacity = -1;
    EXPECT_EQ(frontPictures(v, now).at(0).opacity, 0);
}

// Ten hours in steps of five minutes: nothing jumps.
TEST(FrontPicture, movesContinuously) {
    View v = frontView();
    v.size = {240, 160};
    auto before = frontPictures(v, 3 * day).at(0);
    const auto first = before;
    float greatest = 0;
    for (int minute = 5; minute <= 600; minute += 5) {
        const auto after = frontPictures(v, 3 * day + 60 * minute).at(0);
        ASSERT_EQ(after.frame, before.frame);
        for (std::size_t i = 0; i < after.numbers.size(); ++i)
            greatest = std::max(greatest, std::abs(after.numbers[i] - before.numbers[i]));
        for (std::size_t i = 0; i < after.support.size(); ++i)
            greatest = std::max(greatest, std::abs(after.support[i] - before.support[i]));
        before = after;
    }
    EXPECT_LT(greatest, 0.05F) << "in five minutes";
    float moved = 0;
    for (std::size_t i = 0; i < before.numbers.size(); ++i)
        moved = std::max(moved, std::abs(before.numbers[i] - first.numbers[i]));
    EXPECT_GT(moved, 0.1F) << "in ten hours";
}

int apart(const FrontPicture::Look& a, const FrontPicture::Look& b) {
    return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b);
}

TEST(FrontLook, sidesAreToldApartByTintAndHatchInLightAndDark) {
    for (const bool dark : {false, true})
        for (std::size_t a = 0; a < 4; ++a) {
            for (std::size_t b = a + 1; b < 4; ++b) {
                const auto one = lookOf({}, a, dark), two = lookOf({}, b, dark);
                EXPECT_GT(apart(one, two), 80) << a << " " << b << (dark ? " dark" : " light");
                EXPECT_NE(one.hatch, two.hatch);
            }
            const auto light = lookOf({}, a, false), night = lookOf({}, a, true);
            EXPECT_GT(night.r + night.g + night.b, light.r + light.g + light.b) << a;
            EXPECT_EQ(light.hatch, night.hatch);
        }
}

TEST(FrontLook, ofASidesOwnWish) {
    const auto wished = lookOf({.name = "Blue", .tint = "#0a64FF", .hatch = 3}, 0, false);
    EXPECT_EQ(wished, (FrontPicture::Look{10, 100, 255, 3, true}));
    EXPECT_EQ(lookOf({.name = "Blue", .tint = "#0a64FF"}, 1, true).hatch, lookOf({}, 1, true).hatch);
    for (int hatch = 1; hatch < 40; ++hatch) {
        const int kind = lookOf({.hatch = hatch}, 0, false).hatch;
        EXPECT_TRUE(kind >= 1 && kind <= 4) << hatch;
    }
    for (const char* bad : {"#12345", "#12345g", "red", "1234567"})
        EXPECT_EQ(lookOf({.tint = bad}, 0, false), lookOf({}, 0, false)) << bad;
    EXPECT_EQ(lookOf({}, 9, false), lookOf({}, 3, false)) << "more sides than tints";
}

}  // namespace
}  // namespace retrace::scene::fixture
