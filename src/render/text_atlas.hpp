#pragma once

#include "render/gl.hpp"
#include "typeset/typeset.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace retrace::render {

/// One picture of a glyph in the atlas, placed relative to the whole pixel left of its pen.
struct AtlasGlyph {
    int u = 0, v = 0, width = 0, height = 0;  // texels
    int left = 0, top = 0;                    // from pen and baseline to the first texel, y down
};

/// Coverage of one glyph at 1/4 pixel steps of its pen: the fonts' own picture at four times the size,
/// averaged. `shift` 0..3.
[[nodiscard]] typeset::GlyphBitmap shifted(const typeset::GlyphBitmap& fourfold, int shift);
/// The glyph made fatter by `radius` pixels on every side, soft at its rim: what lies behind a letter.
[[nodiscard]] typeset::GlyphBitmap halo(const typeset::GlyphBitmap&, float radius);

/// Glyphs and their halos as coverage in one texture, filled as they are met.
class TextAtlas {
public:
    TextAtlas();

    /// Nothing where the atlas is full: then clear() and begin the text anew. A glyph without a picture
    /// (a space) has width 0. `haloQuarters`: radius in quarter pixels, 0 for the letter itself.
    [[nodiscard]] std::optional<AtlasGlyph> glyph(const typeset::Fonts&, std::uint32_t face,
                                                  std::uint32_t index, float size, int shift,
                                                  int haloQuarters);
    void clear();
    /// Hands the texture what is new and binds it.
    void bind();

private:
    struct Key {
        std::uint32_t face = 0, index = 0;
        int quarterSize = 0, shift = 0, halo = 0;
        auto operator<=>(const Key&) const = default;
    };
    std::optional<AtlasGlyph> place(const typeset::GlyphBitmap&);

    Texture texture_;
    std::vector<std::uint8_t> texels_;
    std::map<Key, AtlasGlyph> glyphs_;
    int shelfX_ = 0, shelfY_ = 0, shelfHeight_ = 0;
    int dirtyTop_ = 0, dirtyBottom_ = 0;  // rows that the texture does not have yet
};

}  // namespace retrace::render
