#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::typeset {

/// italic: the regular face, its Latin letters slanted; for the names of water.
enum class Weight { regular, bold, italic };

/// One glyph of a shaped run, in pixels at the size asked for, y down, origin on the baseline.
struct Glyph {
    std::uint32_t face = 0;   // which font file of the fallback chain; the highest bit set: slanted
    std::uint32_t index = 0;  // glyph index in it
    float x = 0, y = 0;       // pen position of this glyph relative to the run's start
};

/// A line of text, shaped, in visual order (right to left included).
struct Run {
    std::vector<Glyph> glyphs;
    float width = 0, ascent = 0, descent = 0;  // pixels; descent positive
    float size = 0;
    Weight weight = Weight::regular;
};

struct GlyphBitmap {
    int width = 0, height = 0;  // pixels
    int left = 0, top = 0;      // from the pen to the bitmap's left edge; baseline to top, up positive
    std::vector<std::uint8_t> alpha;
};

/// Fonts with fallback (Latin, Arabic, Cyrillic, Greek ...), shaping by HarfBuzz and FriBidi.
class Fonts {
public:
    /// Finds the project's family in the usual folders of the system and in `dataFolder/fonts`.
    /// Throws Error naming the package to install when there is none.
    explicit Fonts(const std::filesystem::path& dataFolder = {});
    ~Fonts();
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;

    [[nodiscard]] Run shape(std::string_view utf8, float size_px, Weight = Weight::regular) const;
    /// Greyscale coverage of one glyph at a size.
    [[nodiscard]] GlyphBitmap rasterise(std::uint32_t face, std::uint32_t index, float size_px) const;
    /// Breaks into lines no wider than `width_px`, at spaces; at least one line.
    [[nodiscard]] std::vector<std::string> wrap(std::string_view utf8, float size_px, float width_px,
                                                Weight = Weight::regular) const;
    /// The file of the regular or bold Latin face, for Dear ImGui's atlas; and one with Arabic.
    [[nodiscard]] std::filesystem::path latinFile(Weight) const;
    [[nodiscard]] std::filesystem::path arabicFile() const;

private:
    struct Faces;
    std::unique_ptr<Faces> faces_;
};

}  // namespace retrace::typeset
