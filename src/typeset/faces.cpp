#include "typeset/faces.hpp"

#include "geo/error.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-ot.h>
#include <hb.h>

#include <cmath>
#include <string>

namespace retrace::typeset {

namespace fs = std::filesystem;

namespace {

struct FamilyName {
    const char* regular;
    const char* bold;
};

// The scripts of a family share its look; DejaVu Sans has arrows and shapes, and Latin, Greek, Cyrillic and
// Arabic where Noto is not installed.
constexpr FamilyName preferred[] = {
    {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf"},
    {"NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"},
    {"NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf"},
    {"NotoSansSyriac-Regular.ttf", "NotoSansSyriac-Bold.ttf"},
    {"NotoSansArmenian-Regular.ttf", "NotoSansArmenian-Bold.ttf"},
    {"NotoSansGeorgian-Regular.ttf", "NotoSansGeorgian-Bold.ttf"},
    {"NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"},
    {"NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf"},
    {"NotoSansTamil-Regular.ttf", "NotoSansTamil-Bold.ttf"},
    {"NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"},
    {"NotoSansKhmer-Regular.ttf", "NotoSansKhmer-Bold.ttf"},
    {"NotoSansMyanmar-Regular.ttf", "NotoSansMyanmar-Bold.ttf"},
    {"NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf"},
    {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf"},
    {"NotoSansSymbols-Regular.ttf", "NotoSansSymbols-Bold.ttf"},
    {"NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Bold.ttf"},
    {"NotoSansMath-Regular.ttf", "NotoSansMath-Bold.ttf"},
    {"NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"},
};

fs::path findIn(const std::vector<fs::path>& folders, const char* name) {
    for (const fs::path& folder : folders) {
        std::error_code ignored;
        if (fs::is_regular_file(folder / name, ignored)) return folder / name;
    }
    return {};
}

bool isLatin(const Family& family) {
    const std::string name = family.regular.filename().string();
    return name == preferred[0].regular || name == "DejaVuSans.ttf";
}

}  // namespace

std::vector<fs::path> fontFolders(const fs::path& dataFolder) {
    std::vector<fs::path> folders;
    if (!dataFolder.empty()) folders.push_back(dataFolder / "fonts");
    for (const char* folder :
         {"/usr/share/fonts/truetype/noto", "/usr/share/fonts/truetype/dejavu", "/usr/local/share/fonts",
          "/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto", "/usr/share/fonts/google-noto",
          "/usr/share/fonts/TTF", "/usr/share/fonts/dejavu-sans-fonts"})
        folders.emplace_back(folder);
    return folders;
}

std::vector<Family> familiesIn(const std::vector<fs::path>& folders) {
    std::vector<Family> found;
    bool latin = false;
    for (const FamilyName& name : preferred) {
        Family family{findIn(folders, name.regular), findIn(folders, name.bold)};
        if (family.regular.empty()) continue;
        if (family.bold.empty()) family.bold = family.regular;
        latin = latin || isLatin(family);
        found.push_back(std::move(family));
    }
    if (!latin)
        throw Error(
            "fonts: neither Noto Sans nor DejaVu Sans is in the system's font folders; "
            "install fonts-noto-core (or fonts-dejavu-core)");
    return found;
}

void FreeFont::operator()(hb_font_t* font) const {
    hb_font_destroy(font);
}
void FreeFace::operator()(FT_FaceRec_* face) const {
    FT_Done_Face(face);
}
void FreeLibrary::operator()(FT_LibraryRec_* library) const {
    FT_Done_FreeType(library);
}

FaceChain::FaceChain(std::vector<Family> families) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0)
        throw Error("fonts: FreeType does not start; check its installation");
    library_.reset(library);
    faces_.reserve(families.size() * 2);
    for (Family& family : families) {
        faces_.push_back({std::move(family.regular), nullptr, nullptr, false, 0});
        faces_.push_back({std::move(family.bold), nullptr, nullptr, false, 0});
    }
}

hb_font_t* FaceChain::font(std::uint32_t face) {
    Face& entry = faces_[face];
    if (!entry.font) {
        hb_blob_t* blob =
            hb_blob_create_from_file(entry.file.c_str());  // an empty blob where it is unreadable
        hb_face_t* opened = hb_face_create(blob, 0);
        entry.font.reset(hb_font_create(opened));
        hb_face_destroy(opened);
        hb_blob_destroy(blob);
    }
    return entry.font.get();
}

FT_FaceRec_* FaceChain::raster(std::uint32_t face, float size_px) {
    Face& entry = faces_[face];
    if (!entry.rasterTried) {
        entry.rasterTried = true;
        FT_Face opened = nullptr;
        if (FT_New_Face(library_.get(), entry.file.c_str(), 0, &opened) == 0) entry.raster.reset(opened);
    }
    if (entry.raster && entry.rasterSize != size_px) {
        const auto size = static_cast<FT_F26Dot6>(std::lround(size_px * 64));
        if (FT_Set_Char_Size(entry.raster.get(), 0, size, 72, 72) != 0) return nullptr;
        entry.rasterSize = size_px;
    }
    return entry.raster.get();
}

bool FaceChain::covers(std::uint32_t face, std::uint32_t codePoint) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font(face), codePoint, &glyph) != 0 && glyph != 0;
}

std::uint32_t FaceChain::faceFor(std::uint32_t codePoint, Weight weight) {
    const std::uint32_t first = weight == Weight::bold ? 1 : 0;
    for (std::uint32_t face = first; face < size(); face += 2)
        if (covers(face, codePoint)) return face;
    return first;
}

}  // namespace retrace::typeset
