#pragma once

#include "drawing.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace retrace::render::testing {

inline std::uint32_t word(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

/// R G B of a PNG with one IDAT and the filters None and Up: enough to read our own back.
inline std::vector<std::uint8_t> decoded(const std::filesystem::path& file, std::size_t width,
                                         std::size_t height) {
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

}  // namespace retrace::render::testing
