#include "drawing.hpp"
#include "read_png.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

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
