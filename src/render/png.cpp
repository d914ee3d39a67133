#include "geo/error.hpp"
#include "render/renderer.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

#include <zlib.h>

namespace retrace::render {
namespace {

using Bytes = std::vector<std::uint8_t>;

void append32(Bytes& out, std::uint32_t value) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

void appendChunk(Bytes& out, const char* type, const Bytes& data) {
    append32(out, static_cast<std::uint32_t>(data.size()));
    const std::size_t start = out.size();
    out.insert(out.end(), type, type + 4);
    out.insert(out.end(), data.begin(), data.end());
    append32(out, static_cast<std::uint32_t>(crc32(0, &out[start], static_cast<uInt>(out.size() - start))));
}

/// Rows without their alpha (pictures are opaque), each less the row above it: PNG's filter "Up".
Bytes filteredRows(const Image& image) {
    const auto width = static_cast<std::size_t>(image.width), height = static_cast<std::size_t>(image.height);
    Bytes rows(height * (width * 3 + 1));
    for (std::size_t y = 0; y < height; ++y) {
        std::uint8_t* to = &rows[y * (width * 3 + 1)];
        const std::uint8_t* from = &image.rgba[y * width * 4];
        const std::uint8_t* above = y > 0 ? from - width * 4 : nullptr;
        *to++ = above != nullptr ? 2 : 0;
        for (std::size_t x = 0; x < width; ++x)
            for (std::size_t c = 0; c < 3; ++c) {
                const std::uint8_t upper = above != nullptr ? above[4 * x + c] : std::uint8_t{0};
                *to++ = static_cast<std::uint8_t>(from[4 * x + c] - upper);
            }
    }
    return rows;
}

Bytes encode(const Image& image) {
    const Bytes rows = filteredRows(image);
    Bytes packed(compressBound(static_cast<uLong>(rows.size())));
    auto length = static_cast<uLongf>(packed.size());
    if (compress2(packed.data(), &length, rows.data(), static_cast<uLong>(rows.size()), 1) != Z_OK)
        throw Error("the picture could not be compressed: out of memory");
    packed.resize(length);
    Bytes header;
    append32(header, static_cast<std::uint32_t>(image.width));
    append32(header, static_cast<std::uint32_t>(image.height));
    header.insert(header.end(), {8, 2, 0, 0, 0});  // 8 bits, R G B, not interlaced
    Bytes out{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    appendChunk(out, "IHDR", header);
    appendChunk(out, "IDAT", packed);
    appendChunk(out, "IEND", {});
    return out;
}

}  // namespace

void writePng(const Image& image, const std::filesystem::path& file) {
    const auto pixels = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    if (pixels == 0 || image.rgba.size() != pixels * 4)
        throw Error("the picture for " + file.string() + " is empty: nothing was drawn");
    const Bytes bytes = encode(image);
    std::filesystem::path part = file;
    part += ".part";
    const auto fail = [&](int code) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw Error("cannot write the picture " + file.string() + ": " + std::strerror(code) +
                    "; choose another folder or make room");
    };
    std::FILE* out = std::fopen(part.c_str(), "wb");
    if (out == nullptr) fail(errno);
    const bool written =
        std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size() && std::fflush(out) == 0;
    const int code = errno;
    const bool closed = std::fclose(out) == 0;
    if (!written) fail(code);
    if (!closed) fail(errno);
    std::error_code moved;
    std::filesystem::rename(part, file, moved);
    if (moved) fail(moved.value());
}

}  // namespace retrace::render
