#include "scene/front_picture.hpp"

#include "front/stated.hpp"
#include "scene/scene.hpp"
#include "scene/theme.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <future>

namespace retrace::scene {
namespace {

constexpr std::size_t mostSides = 4;  // that are told apart; what is beyond counts as the last of them

// Four pixels a sample, a tenth more or less, on a lattice of the ground that halves in four steps with every
// zoom level.
front::Frame frameOf(const View& view, double left, double right) {
    constexpr double samplePixels = 4;
    const double pixel = 1 / geo::worldPixels(view.camera);
    const auto middle = geo::toWorld(view.camera.center);
    const auto corner = [&](double x, double y) {  // beyond the antimeridian and the poles too
        return geo::WorldPoint{middle.x + (x - view.size.width / 2.0) * pixel,
                               middle.y + (y - view.size.height / 2.0) * pixel};
    };
    const auto low = corner(left, 0), high = corner(right, view.size.height);
    front::Frame frame;
    frame.step = std::exp2(std::round(std::log2(pixel * samplePixels) * 4) / 4);
    const double west = std::floor(low.x / frame.step) - 1, north = std::floor(low.y / frame.step) - 1;
    frame.west = west * frame.step;
    frame.north = north * frame.step;
    frame.cols = static_cast<int>(std::ceil(high.x / frame.step) - west) + 2;
    frame.rows = static_cast<int>(std::ceil(high.y / frame.step) - north) + 2;
    return frame;
}

// The numbers of front::sampled(), the lower half of the rows reckoned beside the upper from the same
// solution.
front::Grid sampledBeside(const front::Field& field, const front::Frame& frame, double t) {
    constexpr int blockRows = 40;  // in which front::sampled() goes
    auto upper = frame, lower = frame;
    upper.rows = frame.rows / 2 / blockRows * blockRows;
    lower.rows -= upper.rows;
    lower.north += upper.rows * frame.step;
    if (upper.rows == 0) return front::sampled(field, frame, t);
    const auto northWest = geo::toLonLat(geo::WorldPoint{frame.west, frame.north});
    const auto southEast = geo::toLonLat(
        geo::WorldPoint{frame.west + frame.cols * frame.step, frame.north + frame.rows * frame.step});
    const auto moment =
        front::momentOf(field, t, geo::Box{northWest.lon, southEast.lat, southEast.lon, northWest.lat});
    auto beside = std::async(std::launch::async, [&] { return front::sampled(field, moment, lower); });
    const auto top = front::sampled(field, moment, upper);
    const auto low = beside.get();
    front::Grid grid{frame.cols, frame.rows, field.sides, {}, top.support};
    grid.support.insert(grid.support.end(), low.support.begin(), low.support.end());
    const auto addPlane = [&](const front::Grid& half, std::size_t s) {
        const auto plane = static_cast<std::ptrdiff_t>(half.support.size());
        const auto from = half.p.begin() + static_cast<std::ptrdiff_t>(s) * plane;
        grid.p.insert(grid.p.end(), from, from + plane);
    };
    for (std::size_t s = 0; s < field.sides; ++s) {
        addPlane(top, s);
        addPlane(low, s);
    }
    return grid;
}

// Of the picture between two columns of pixels.
FrontPicture pictureOf(const View& view, const front::Field& field, double t, double left, double right) {
    const auto& asked = *view.front;
    FrontPicture picture;
    picture.frame = frameOf(view, left, right);
    const auto grid = sampledBeside(field, picture.frame, t);
    picture.cols = grid.cols;
    picture.rows = grid.rows;
    picture.support = grid.support;
    const std::size_t plane = grid.support.size();
    picture.numbers.resize(plane * mostSides);
    for (std::size_t s = 0; s < grid.sides; ++s)
        for (std::size_t i = 0; i < plane; ++i)
            picture.numbers[i * mostSides + std::min(s, mostSides - 1)] += grid.p[s * plane + i];
    const bool dark = view.theme == ThemeName::dark;
    for (std::size_t s = 0; s < std::min(grid.sides, mostSides); ++s) {
        auto look = lookOf(s < asked.sides.size() ? asked.sides[s] : model::Side{}, s, dark);
        look.shown = std::ranges::find(asked.hidden, s) == asked.hidden.end();
        picture.sides.push_back(look);
    }
    const Color ink = dark ? Color{240, 236, 226, 255} : Color{58, 50, 44, 255};
    picture.line = {ink.r, ink.g, ink.b, 0, true};
    picture.stated = static_cast<float>(front::statedSupport);
    picture.doubtful = static_cast<float>(front::doubtfulLead);
    picture.opacity = std::clamp(asked.opacity, 0.0F, 1.0F);
    picture.left = static_cast<float>(left);
    picture.right = static_cast<float>(right);
    return picture;
}

std::size_t likeliest(const FrontPicture& picture, std::size_t i) {
    const auto* p = &picture.numbers[i * mostSides];
    return static_cast<std::size_t>(std::max_element(p, p + mostSides) - p);
}

// Only where both say who holds it and do not say the same.
FrontPicture differenceOf(FrontPicture a, const FrontPicture& b) {
    for (std::size_t i = 0; i < a.support.size(); ++i) {
        const auto first = likeliest(a, i), second = likeliest(b, i);
        const float sure = std::min(a.numbers[i * mostSides + first], b.numbers[i * mostSides + second]);
        const float both = std::min(a.support[i], b.support[i]);
        for (std::size_t s = 0; s < mostSides; ++s) a.numbers[i * mostSides + s] = 0;
        a.numbers[i * mostSides] = sure;
        a.support[i] = first != second ? both : 0;
    }
    a.sides = {{204, 121, 167, 4, true}};
    return a;
}

void asRecords(FrontPicture& picture, const View& view) {
    const auto green = themeOf(view.theme).otherSources;
    picture.line = {green.r, green.g, green.b, 0, true};
    picture.dashed = true;
}

}  // namespace

FrontPicture::Look lookOf(const model::Side& side, std::size_t number, bool dark) {
    // Apart for every kind of eye, and from the hues that mean something else on the map.
    static constexpr std::array<FrontPicture::Look, mostSides> light{
        {{196, 148, 40, 1, true}, {56, 88, 176, 2, true}, {120, 112, 104, 4, true}, {150, 92, 140, 3, true}}};
    static constexpr std::array<FrontPicture::Look, mostSides> night{{{214, 174, 84, 1, true},
                                                                      {118, 146, 216, 2, true},
                                                                      {160, 152, 144, 4, true},
                                                                      {190, 132, 180, 3, true}}};
    auto look = (dark ? night : light)[std::min(number, mostSides - 1)];
    if (!side.tint.empty() && model::isTint(side.tint)) {
        unsigned rgb = 0;
        std::from_chars(side.tint.data() + 1, side.tint.data() + side.tint.size(), rgb, 16);
        look.r = static_cast<std::uint8_t>(rgb >> 16U);
        look.g = static_cast<std::uint8_t>(rgb >> 8U);
        look.b = static_cast<std::uint8_t>(rgb);
    }
    if (side.hatch > 0) look.hatch = 1 + (side.hatch - 1) % 4;
    return look;
}

std::vector<FrontPicture> frontPictures(const View& view, double t) {
    std::vector<FrontPicture> out;
    if (!view.front || !view.front->field) return out;
    const auto& beside = view.front->beside;
    const auto compare = beside ? view.front->compare : Compare::alone;
    const double width = view.size.width,
                 handle = std::round(width * std::clamp(view.front->swipe, 0.0, 1.0));
    const bool swiped = compare == Compare::swipe;
    const double ownRight = swiped ? handle : width, otherLeft = swiped ? handle : 0;
    if (compare == Compare::alone) {
        out.push_back(pictureOf(view, *view.front->field, t, 0, width));
        return out;
    }
    auto pending =
        std::async(std::launch::async, [&] { return pictureOf(view, *beside, t, otherLeft, width); });
    auto own = pictureOf(view, *view.front->field, t, 0, ownRight);
    auto other = pending.get();
    asRecords(other, view);
    if (compare == Compare::difference) {
        auto difference = differenceOf(own, other);
        own.opacity = other.opacity = 0;
        out = {std::move(difference), std::move(own), std::move(other)};
        return out;
    }
    if (!swiped) other.opacity = 0;
    out = {std::move(own), std::move(other)};
    return out;
}

}  // namespace retrace::scene
