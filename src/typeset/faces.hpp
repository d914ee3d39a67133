#pragma once

#include "typeset/typeset.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

struct FT_FaceRec_;
struct FT_LibraryRec_;
struct hb_font_t;

namespace retrace::typeset {

/// The files of one family; `bold` is `regular` where the family has no bold.
struct Family {
    std::filesystem::path regular, bold;
};

/// The folders in which fonts are looked for, `dataFolder/fonts` first.
[[nodiscard]] std::vector<std::filesystem::path> fontFolders(const std::filesystem::path& dataFolder);

/// The families that the folders hold, in the order of preference: Noto Sans, its scripts, DejaVu Sans,
/// symbols. Throws Error naming the package to install when there is neither Noto Sans nor DejaVu Sans.
[[nodiscard]] std::vector<Family> familiesIn(const std::vector<std::filesystem::path>& folders);

struct FreeFont {
    void operator()(hb_font_t*) const;
};
struct FreeFace {
    void operator()(FT_FaceRec_*) const;
};
struct FreeLibrary {
    void operator()(FT_LibraryRec_*) const;
};

/// The faces of the fallback chain, opened when first needed. Face 2n is the regular and 2n + 1 the bold of
/// family n. A file that cannot be read covers nothing. For one thread.
class FaceChain {
public:
    explicit FaceChain(std::vector<Family> families);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(faces_.size()); }
    [[nodiscard]] const std::filesystem::path& file(std::uint32_t face) const { return faces_[face].file; }
    /// In units of the font's design, for shaping; never null.
    [[nodiscard]] hb_font_t* font(std::uint32_t face);
    /// For rasterising, at that size; null where FreeType cannot read the file.
    [[nodiscard]] FT_FaceRec_* raster(std::uint32_t face, float size_px);
    [[nodiscard]] bool covers(std::uint32_t face, std::uint32_t codePoint);
    /// The first face of the weight that has a glyph for it; the chain's first where none has.
    [[nodiscard]] std::uint32_t faceFor(std::uint32_t codePoint, Weight weight);

private:
    struct Face {
        std::filesystem::path file;
        std::unique_ptr<hb_font_t, FreeFont> font;
        std::unique_ptr<FT_FaceRec_, FreeFace> raster;
        bool rasterTried = false;
        float rasterSize = 0;
    };
    std::unique_ptr<FT_LibraryRec_, FreeLibrary> library_;  // outlives the faces
    std::vector<Face> faces_;
};

}  // namespace retrace::typeset
