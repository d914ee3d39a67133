#include "drawing.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace retrace::render::testing {
namespace {

Image pattern(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : {x * 7, y * 5, x ^ y, 255})
                image.rgba.push_back(static_cast<std::uint8_t>(value));
    return image;
}

std::uint32_t word(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

/// Colours of a PNG with one IDAT and the filters None and Up: enough to read our own back.
std::vector<std::uint8_t> decoded(const std::filesystem::path& file, std::size_t width, std::size_t height) {
    const std::string bytes = bytesOf(file);
    std::vector<std::uint8_t> raw(height * (width * 3 + 1)), rgb(height * width * 3);
    for (std::size_t at = 8; at + 12 <= bytes.size(); at += 12 + word(bytes, at)) {
        const std::uint32_t length = word(bytes, at);
        const auto* type = reinterpret_cast<const Bytef*>(&bytes[at + 4]);
        EXPECT_EQ(crc32(0, type, length + 4), word(bytes, at + 8 + length));
        if (bytes.compare(at + 4, 4, "IDAT") != 0) continue;
        auto size = static_cast<uLongf>(raw.size());
        EXPECT_EQ(uncompress(raw.data(), &size, type + 4, length), Z_OK);
        EXPECT_EQ(size, raw.size());
    }
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t i = 0; i < width * 3; ++i) {
            const std::uint8_t above =
                raw[y * (width * 3 + 1)] == 2 ? rgb[(y - 1) * width * 3 + i] : std::uint8_t{0};
            rgb[y * width * 3 + i] = static_cast<std::uint8_t>(raw[y * (width * 3 + 1) + 1 + i] + above);
        }
    return rgb;
}

TEST(Png, readsBackAsWritten) {
    const Folder folder("png");
    const Image image = pattern(61, 37);
    writePng(image, folder / "pattern.png");
    const auto rgb = decoded(folder / "pattern.png", 61, 37);
    for (std::size_t i = 0; i < 61u * 37u; ++i)
        for (std::size_t c = 0; c < 3; ++c) ASSERT_EQ(rgb[3 * i + c], image.rgba[4 * i + c]) << i;
    EXPECT_FALSE(std::filesystem::exists(folder / "pattern.png.part"));
}

TEST(Png, missingFolderIsAnErrorThatNamesTheFile) {
    const Folder folder("png");
    try {
        writePng(pattern(4, 4), folder / "missing" / "still.png");
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("still.png"), std::string::npos) << error.what();
    }
}

TEST(Png, fullDiskIsAnError) {
    if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
    const Folder folder("png");
    // The half-written file is a link to a device that is always full.
    std::filesystem::create_symlink("/dev/full", folder / "still.png.part");
    EXPECT_THROW(writePng(pattern(400, 400), folder / "still.png"), Error);
    EXPECT_FALSE(std::filesystem::exists(folder / "still.png"));
    EXPECT_FALSE(std::filesystem::is_symlink(folder / "still.png.part"));
}

TEST(Png, emptyPictureIsAnError) {
    const Folder folder("png");
    EXPECT_THROW(writePng({}, folder / "nothing.png"), Error);
}

}  // namespace
}  // namespace retrace::render::testing
