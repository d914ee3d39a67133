#include "typeset/fonts.hpp"

#include "typeset/itemize.hpp"
#include "typeset/utf8.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace retrace::typeset {

namespace {

struct FreeBuffer {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Buffer = std::unique_ptr<hb_buffer_t, FreeBuffer>;

float usableSize(float size_px) {
    return size_px >= 1 ? std::min(size_px, 2000.0F) : 1.0F;
}

float designScale(hb_font_t* font, float size_px) {
    return size_px / static_cast<float>(std::max(1U, hb_face_get_upem(hb_font_get_face(font))));
}

/// Grows the run's line height to the face's.
void holdFace(Run& run, hb_font_t* font) {
    hb_font_extents_t extents{};
    if (hb_font_get_h_extents(font, &extents) == 0) return;
    const float scale = designScale(font, run.size);
    run.ascent = std::max(run.ascent, static_cast<float>(extents.ascender) * scale);
    run.descent = std::max(run.descent, -static_cast<float>(extents.descender) * scale);
}

/// Shapes one item and appends its glyphs behind the run's width.
void append(Run& run, const std::vector<std::uint32_t>& line, const Item& item, hb_font_t* font,
            hb_buffer_t* buffer) {
    hb_buffer_clear_contents(buffer);
    // The whole line goes along as context: letters join across items.
    hb_buffer_add_utf32(buffer, line.data(), static_cast<int>(line.size()), static_cast<unsigned>(item.begin),
                        static_cast<int>(item.end - item.begin));
    hb_buffer_set_direction(buffer, item.rightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, static_cast<hb_script_t>(item.script));
    // Figures of one width, so that a running clock does not jump.
    const hb_feature_t tabular{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(font, buffer, &tabular, 1);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    const float scale = designScale(font, run.size);
    for (unsigned i = 0; i < count; ++i) {
        run.glyphs.push_back({item.face, infos[i].codepoint,
                              run.width + static_cast<float>(positions[i].x_offset) * scale,
                              -static_cast<float>(positions[i].y_offset) * scale});
        run.width += static_cast<float>(positions[i].x_advance) * scale;
    }
}

constexpr std::uint32_t slanted = 0x80000000U;  // in Glyph::face

/// Letters before the Hebrew block: scripts further on have no slanted form.
bool isLatin(const std::vector<std::uint32_t>& line) {
    return std::ranges::all_of(line,
                               [](std::uint32_t c) { return c < 0x590 || (c >= 0x1E00 && c < 0x2070); });
}

}  // namespace

Fonts::Fonts(const std::filesystem::path& dataFolder)
    : faces_(std::make_unique<Faces>(Faces{FaceChain(familiesIn(fontFolders(dataFolder)))})) {}
Fonts::~Fonts() = default;
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;

Run Fonts::shape(std::string_view utf8, float size_px, Weight weight) const {
    FaceChain& chain = faces_->chain;
    Run run;
    run.size = usableSize(size_px);
    run.weight = weight;
    holdFace(run, chain.font(weight == Weight::bold ? 1 : 0));
    const std::vector<std::uint32_t> line = lineOf(utf8);
    if (line.empty()) return run;
    const Buffer buffer{hb_buffer_create()};
    run.glyphs.reserve(line.size());
    for (const Item& item : itemize(line, weight, chain)) {
        hb_font_t* font = chain.font(item.face);
        holdFace(run, font);
        append(run, line, item, font, buffer.get());
    }
    if (weight == Weight::italic && isLatin(line))
        for (Glyph& glyph : run.glyphs) glyph.face |= slanted;
    return run;
}

GlyphBitmap Fonts::rasterise(std::uint32_t face, std::uint32_t index, float size_px) const {
    const bool isSlanted = (face & slanted) != 0;
    face &= ~slanted;
    if (face >= faces_->chain.size()) return {};
    FT_Face raster = faces_->chain.raster(face, usableSize(size_px));
    // Light hinting sharpens the horizontal strokes and leaves the advances as they are shaped.
    if (raster == nullptr || FT_Load_Glyph(raster, index, FT_LOAD_TARGET_LIGHT) != 0) return {};
    if (isSlanted && raster->glyph->format == FT_GLYPH_FORMAT_OUTLINE) {
        const FT_Matrix shear{0x10000, 0x3333, 0, 0x10000};  // a fifth, 11 degrees
        FT_Outline_Transform(&raster->glyph->outline, &shear);
    }
    if (FT_Render_Glyph(raster->glyph, FT_RENDER_MODE_NORMAL) != 0) return {};
    const FT_Bitmap& bitmap = raster->glyph->bitmap;
    GlyphBitmap glyph;
    glyph.left = raster->glyph->bitmap_left;
    glyph.top = raster->glyph->bitmap_top;
    if (bitmap.pixel_mode != FT_PIXEL_MODE_GRAY || bitmap.width == 0 || bitmap.rows == 0) return glyph;
    glyph.width = static_cast<int>(bitmap.width);
    glyph.height = static_cast<int>(bitmap.rows);
    glyph.alpha.resize(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
    for (unsigned row = 0; row < bitmap.rows; ++row)
        std::memcpy(glyph.alpha.data() + static_cast<std::size_t>(row) * bitmap.width,
                    bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch, bitmap.width);
    return glyph;
}

std::filesystem::path Fonts::latinFile(Weight weight) const {
    return faces_->chain.file(faces_->chain.faceFor('a', weight));
}

std::filesystem::path Fonts::arabicFile() const {
    FaceChain& chain = faces_->chain;
    constexpr std::uint32_t beh = 0x0628, initialBeh = 0xFE91;  // a list's text comes as presentation forms
    for (std::uint32_t face = 0; face < chain.size(); face += 2)
        if (chain.covers(face, beh) && chain.covers(face, initialBeh)) return chain.file(face);
    return chain.file(chain.faceFor(beh, Weight::regular));
}

}  // namespace retrace::typeset
