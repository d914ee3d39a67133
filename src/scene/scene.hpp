#pragma once

#include "basemap/ground.hpp"
#include "geo/camera.hpp"
#include "model/reconstruction.hpp"
#include "scene/front_picture.hpp"
#include "typeset/typeset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace retrace::scene {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Color&) const = default;
};

enum class Dash { solid, dashed, dotted, dashDot };

/// Where a mark comes from, so that a click on it can show its reasons.
struct Tag {
    enum class Kind { none, event, stop, leg, mention, claim } kind = Kind::none;
    std::size_t index = 0;
    bool operator==(const Tag&) const = default;
};

/// What a mark says, for the legend.
enum class Meaning {
    none,
    stated,         // a way that the words state
    inferred,       // between two stops, not told
    toldSchematic,  // told, the way schematic
    schematic,      // not told, the way schematic
    unit,           // of the narrator's unit while he is not with it
    others,         // of another actor
    halo,
    stop,  // a stop that is crowded out of its number
    recorded,
    narratorSide,  // who holds a place, by the narrator's words
    notTaken,
    sideUnknown,  // it changed hands; to whom is not stated
    advance,      // an attack whose direction is told
    roadCut,
    encircled,
    plan,
    candidate
};

/// Lines, discs and labels are in longitude and latitude; widths and sizes in pixels (already scaled).
struct Line {
    std::vector<geo::LonLat> path;
    float width = 1;
    Color color;
    Dash dash = Dash::solid;
    float casing = 0;  // extra width on each side, drawn below in `casingColor`
    Color casingColor;
    Tag tag;
    Meaning meaning = Meaning::none;
    bool faint = false;  // paler than its kind: it lies longer ago
    bool operator==(const Line&) const = default;
};

struct Disc {
    geo::LonLat at;
    double radius_m = 0;  // on the ground; 0: use radius_px
    float radius_px = 0;
    Color fill, stroke;
    float strokeWidth = 0;
    Tag tag;
    Meaning meaning = Meaning::none;
    bool operator==(const Disc&) const = default;
};

struct Area {
    std::vector<std::vector<geo::LonLat>> rings;
    Color fill;
    bool hatched = false;
    Tag tag;
    bool operator==(const Area&) const = default;
};

/// Text placed on the map: `x`, `y` pixels, left end of the baseline.
struct Label {
    std::string text;
    float x = 0, y = 0;
    float size = 12;
    typeset::Weight weight = typeset::Weight::regular;
    Color color, halo;
    float haloWidth = 0;  // 0: none
    Tag tag;
    float width = 0;                      // as measured when it was placed, pixels; 0: not measured
    std::optional<geo::LonLat> anchor{};  // what it names; empty: it belongs to no place
    bool operator==(const Label&) const = default;
};

/// A box of the furniture (clock, caption strip, legend, badge), pixels.
struct Panel {
    float x = 0, y = 0, width = 0, height = 0, rounding = 0;
    Color fill, stroke;
    bool operator==(const Panel&) const = default;
};
/// Furniture that is neither box nor text: bars of the scale, samples of the legend, the north arrow. Pixels.
struct Stroke {
    std::vector<geo::ScreenPoint> path;
    float width = 1;
    Color color;
    Dash dash = Dash::solid;
    bool filled = false;  // a polygon instead of a line
    bool operator==(const Stroke&) const = default;
};

enum class ThemeName { light, dark };

/// The ground of a picture: everything that only a new view changes. render/ caches what it draws of it.
struct GroundView {
    geo::Camera camera;
    geo::ScreenSize size;
    ThemeName theme = ThemeName::light;
    bool graticule = false;
    bool relief = true;
    std::vector<Label> labels;  // towns, countries, seas: placed so that none overlaps another
    std::vector<Disc> towns;
    float scale = 1;                 // of type and lines
    bool roads = false;              // whether the main roads are to be seen
    std::vector<GroundView> ends{};  // in a flight: as it begins and as it lands; sceneAt() blends them
    bool operator==(const GroundView&) const = default;
};

/// One picture at a time and a view, as flat values: the screen and the film draw the same one.
struct Scene {
    GroundView ground;
    std::vector<FrontPicture> fronts;  // below all marks, the lower first
    std::vector<Area> areas;
    std::vector<Line> lines;
    std::vector<Disc> discs;
    std::vector<Label> labels;  // on the map: stops, names and hours, dated side marks
    std::vector<Panel> panels;  // furniture, drawn above the map
    std::vector<Stroke> strokes;
    std::vector<Label> texts;  // furniture text, above the panels
    bool operator==(const Scene&) const = default;
};

struct CaptionText {
    std::string text, small;  // small: "stated by the narrator · day from other sources"
    std::string chapter{};    // "chapter 3 of 7 · Khattab"; empty without chapters
    bool operator==(const CaptionText&) const = default;
};

/// A camera on its way: names are placed at both ends and fade between.
struct Flight {
    geo::Camera from, to;
    double seconds = 0, elapsed = 0;
    bool operator==(const Flight&) const = default;
};

/// A camera, and the flight it is on, if any.
struct Look : geo::Camera {
    std::optional<Flight> flight;
    Look() = default;
    Look(const geo::Camera& camera) : geo::Camera(camera) {}
    Look(geo::LonLat at, double zoomed) : geo::Camera{at, zoomed} {}
    Look(const geo::Camera& camera, const Flight& on) : geo::Camera(camera), flight(on) {}
};

/// What to show and how; the window, a picture and a film differ in nothing else.
struct View {
    Look camera;
    geo::ScreenSize size{1280, 720};
    float scale = 1;  // of type and lines
    ThemeName theme = ThemeName::light;
    bool graticule = false;
    bool others = false;    // the ways of others too
    bool plans = false;     // what was ordered, feared or denied too, while it is told
    bool present = false;   // caption strip and large clock
    bool furniture = true;  // scale bar, north, credits, legend
    bool motion = true;     // false: steps
    std::optional<std::size_t> selectedEvent;
    std::vector<geo::Candidate> ghosts;            // candidates of the selected name
    std::optional<std::size_t> emphasisedGhost{};  // index into `ghosts`
    std::optional<FrontView> front{};
    std::optional<CaptionText> caption;
    double progress = 0;       // share of the replay that has run, for the line along the caption strip
    std::string title, badge;  // badge: "retelling for demonstration, not a source"
    std::vector<std::string> credits;
    float bottomInset = 0, leftInset = 0, rightInset = 0, topInset = 0;  // pixels that panels cover
};

/// Named places for the labels of the ground, most important first.
using Towns = std::vector<geo::Place>;

/// Labels and town marks of the ground for a camera: pure and slow enough to be kept while the view rests.
[[nodiscard]] GroundView groundView(const View&, const Towns&, const basemap::Ground&, const typeset::Fonts&);

/// As groundView() at rest, for a window in which `before` is shown: names keep their side of the dot while
/// it is free, and of equal towns those that have a name keep it. `moving`: names are cut by the picture's
/// edge, and go where they meet its furniture, instead of changing sides. For views that differ from the one before in their camera only.
[[nodiscard]] GroundView groundAfter(const GroundView& before, bool moving, const View&, const Towns&,
                                     const basemap::Ground&, const typeset::Fonts&);
/// The ground of a moment of a flight from the grounds at rest at both of its ends.
[[nodiscard]] GroundView groundInFlight(const View&, std::vector<GroundView> ends, const basemap::Ground&,
                                        const typeset::Fonts&);

/// The whole picture. `ground` is groundView() of the same view. Any t, in any order, gives the same picture.
[[nodiscard]] Scene sceneAt(const model::Reconstruction&, model::StoryTime t, const View&, GroundView ground,
                            const typeset::Fonts&);

/// The scene in words, one mark a line: for golden text tests.
[[nodiscard]] std::string describe(const Scene&);

/// What lies under a pixel: the topmost tagged mark within a few pixels.
[[nodiscard]] Tag pick(const Scene&, const geo::ScreenPoint&);

/// The camera that shows the whole itinerary, panels left free.
[[nodiscard]] geo::Camera overview(const model::Reconstruction&, const View&);

}  // namespace retrace::scene
