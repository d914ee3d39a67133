#include "render/text_atlas.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::render {
namespace {

constexpr int atlasWidth = 2048, atlasHeight = 1024;
constexpr int fine = 4;  // the fonts' pictures are this many times larger

int floorDivide(int a, int b) {
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

}  // namespace

typeset::GlyphBitmap shifted(const typeset::GlyphBitmap& big, int shift) {
    typeset::GlyphBitmap small;
    if (big.width == 0 || big.height == 0) return small;
    const int left = big.left + shift, top = -big.top;  // y down
    small.left = floorDivide(left, fine);
    const int smallTop = floorDivide(top, fine);
    small.width = floorDivide(left + big.width - 1, fine) - small.left + 1;
    small.height = floorDivide(top + big.height - 1, fine) - smallTop + 1;
    small.top = -smallTop;
    std::vector<int> sums(static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height));
    for (int y = 0; y < big.height; ++y) {
        const int row = floorDivide(top + y, fine) - smallTop;
        for (int x = 0; x < big.width; ++x) {
            const int column = floorDivide(left + x, fine) - small.left;
            sums[static_cast<std::size_t>(row * small.width + column)] +=
                big.alpha[static_cast<std::size_t>(y * big.width + x)];
        }
    }
    small.alpha.reserve(sums.size());
    for (const int sum : sums) small.alpha.push_back(static_cast<std::uint8_t>(sum / (fine * fine)));
    return small;
}

typeset::GlyphBitmap halo(const typeset::GlyphBitmap& glyph, float radius) {
    typeset::GlyphBitmap out;
    if (glyph.width == 0 || glyph.height == 0) return out;
    const int pad = static_cast<int>(std::ceil(radius + 0.5F));
    out.width = glyph.width + 2 * pad;
    out.height = glyph.height + 2 * pad;
    out.left = glyph.left - pad;
    out.top = glyph.top + pad;
    out.alpha.assign(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height), 0);
    for (int dy = -pad; dy <= pad; ++dy)
        for (int dx = -pad; dx <= pad; ++dx) {
            const float distance = std::sqrt(static_cast<float>(dx * dx + dy * dy));
            const float reach = std::clamp(radius + 0.5F - distance, 0.0F, 1.0F);
            const int weight = static_cast<int>(reach * 256);
            if (weight == 0) continue;
            for (int y = 0; y < glyph.height; ++y) {
                const std::uint8_t* from = &glyph.alpha[static_cast<std::size_t>(y * glyph.width)];
                std::uint8_t* to =
                    &out.alpha[static_cast<std::size_t>((y + pad + dy) * out.width + pad + dx)];
                for (int x = 0; x < glyph.width; ++x)
                    to[x] = std::max(to[x], static_cast<std::uint8_t>(from[x] * weight >> 8));
            }
        }
    return out;
}

TextAtlas::TextAtlas() : texels_(static_cast<std::size_t>(atlasWidth) * atlasHeight) {
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlasWidth, atlasHeight, 0, GL_RED, GL_UNSIGNED_BYTE,
                 texels_.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
}

void TextAtlas::clear() {
    glyphs_.clear();
    shelfX_ = shelfY_ = shelfHeight_ = 0;
    dirtyTop_ = dirtyBottom_ = 0;
}

std::optional<AtlasGlyph> TextAtlas::place(const typeset::GlyphBitmap& bitmap) {
    if (bitmap.width == 0 || bitmap.height == 0) return AtlasGlyph{};
    if (bitmap.width > atlasWidth) return AtlasGlyph{};
    if (shelfX_ + bitmap.width > atlasWidth) {
        shelfY_ += shelfHeight_;
        shelfX_ = shelfHeight_ = 0;
    }
    if (shelfY_ + bitmap.height > atlasHeight) return std::nullopt;
    for (int y = 0; y < bitmap.height; ++y)
        std::copy_n(&bitmap.alpha[static_cast<std::size_t>(y * bitmap.width)], bitmap.width,
                    &texels_[static_cast<std::size_t>((shelfY_ + y) * atlasWidth + shelfX_)]);
    const AtlasGlyph placed{shelfX_, shelfY_, bitmap.width, bitmap.height, bitmap.left, -bitmap.top};
    if (dirtyBottom_ == dirtyTop_) dirtyTop_ = shelfY_;
    dirtyTop_ = std::min(dirtyTop_, shelfY_);
    dirtyBottom_ = std::max(dirtyBottom_, shelfY_ + bitmap.height);
    shelfX_ += bitmap.width;
    shelfHeight_ = std::max(shelfHeight_, bitmap.height);
    return placed;
}

std::optional<AtlasGlyph> TextAtlas::glyph(const typeset::Fonts& fonts, std::uint32_t face,
                                           std::uint32_t index, float size, int shift, int haloQuarters) {
    const Key key{face, index, static_cast<int>(std::lround(size * fine)), shift, haloQuarters};
    if (const auto known = glyphs_.find(key); known != glyphs_.end()) return known->second;
    const auto fourfold = fonts.rasterise(face, index, static_cast<float>(key.quarterSize));
    typeset::GlyphBitmap bitmap = shifted(fourfold, shift);
    if (haloQuarters > 0) bitmap = halo(bitmap, static_cast<float>(haloQuarters) / fine);
    const std::optional<AtlasGlyph> placed = place(bitmap);
    if (placed) glyphs_.emplace(key, *placed);
    return placed;
}

void TextAtlas::bind() {
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    if (dirtyBottom_ == dirtyTop_) return;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, dirtyTop_, atlasWidth, dirtyBottom_ - dirtyTop_, GL_RED,
                    GL_UNSIGNED_BYTE, &texels_[static_cast<std::size_t>(dirtyTop_) * atlasWidth]);
    dirtyTop_ = dirtyBottom_ = 0;
}

}  // namespace retrace::render
