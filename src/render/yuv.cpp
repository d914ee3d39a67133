#include "render/yuv.hpp"

#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace retrace::render {
namespace {

// BT.709, television range, times 2^14.
constexpr int yR = 2991, yG = 10063, yB = 1016;
constexpr int uR = -1649, uG = -5547, uB = 7196;
constexpr int vR = 7196, vG = -6536, vB = -660;
constexpr int half = 1 << 13, shift = 14;

std::uint8_t luma(const std::uint8_t* p) {
    return static_cast<std::uint8_t>(((yR * p[0] + yG * p[1] + yB * p[2] + half) >> shift) + 16);
}

void lumaRow(const std::uint8_t* rgba, int width, std::uint8_t* out) {
    int x = 0;
#if defined(__SSE2__)
    const __m128i weights = _mm_setr_epi16(yR, yG, yB, 0, yR, yG, yB, 0);
    const __m128i zero = _mm_setzero_si128(), round = _mm_set1_epi32(half), black = _mm_set1_epi32(16);
    const auto four = [&](const std::uint8_t* p) {
        const __m128i pixels = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
        const __m128 low = _mm_castsi128_ps(_mm_madd_epi16(_mm_unpacklo_epi8(pixels, zero), weights));
        const __m128 high = _mm_castsi128_ps(_mm_madd_epi16(_mm_unpackhi_epi8(pixels, zero), weights));
        const __m128i rg = _mm_castps_si128(_mm_shuffle_ps(low, high, _MM_SHUFFLE(2, 0, 2, 0)));
        const __m128i ba = _mm_castps_si128(_mm_shuffle_ps(low, high, _MM_SHUFFLE(3, 1, 3, 1)));
        return _mm_add_epi32(_mm_srai_epi32(_mm_add_epi32(_mm_add_epi32(rg, ba), round), shift), black);
    };
    for (; x + 16 <= width; x += 16) {
        const std::uint8_t* p = rgba + 4 * x;
        const __m128i first = _mm_packs_epi32(four(p), four(p + 16)),
                      second = _mm_packs_epi32(four(p + 32), four(p + 48));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out + x), _mm_packus_epi16(first, second));
    }
#endif
    for (; x < width; ++x) out[x] = luma(rgba + 4 * x);
}

/// Colour of two by two pixels, from the sum of the four.
void chromaRow(const std::uint8_t* upper, const std::uint8_t* lower, int pairs, std::uint8_t* u,
               std::uint8_t* v) {
    int x = 0;
#if defined(__SSE2__)
    const __m128i zero = _mm_setzero_si128(), round = _mm_set1_epi32(1 << 15);
    const __m128i weightsU = _mm_setr_epi16(uR, uG, uB, 0, uR, uG, uB, 0);
    const __m128i weightsV = _mm_setr_epi16(vR, vG, vB, 0, vR, vG, vB, 0);
    // Two pairs at a time: sums of 2x2 as [r g b a  r g b a] in 16 bits.
    const auto sums = [&](int at) {
        const __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(upper + 8 * at));
        const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(lower + 8 * at));
        const __m128i low = _mm_add_epi16(_mm_unpacklo_epi8(a, zero), _mm_unpacklo_epi8(b, zero));
        const __m128i high = _mm_add_epi16(_mm_unpackhi_epi8(a, zero), _mm_unpackhi_epi8(b, zero));
        return _mm_add_epi16(_mm_unpacklo_epi64(low, high), _mm_unpackhi_epi64(low, high));
    };
    const auto channel = [&](__m128i s0, __m128i s1, __m128i weights) {
        const __m128 m0 = _mm_castsi128_ps(_mm_madd_epi16(s0, weights));
        const __m128 m1 = _mm_castsi128_ps(_mm_madd_epi16(s1, weights));
        const __m128i rg = _mm_castps_si128(_mm_shuffle_ps(m0, m1, _MM_SHUFFLE(2, 0, 2, 0)));
        const __m128i ba = _mm_castps_si128(_mm_shuffle_ps(m0, m1, _MM_SHUFFLE(3, 1, 3, 1)));
        return _mm_srai_epi32(_mm_add_epi32(_mm_add_epi32(rg, ba), round), 16);
    };
    const __m128i middle = _mm_set1_epi16(128);
    for (; x + 8 <= pairs; x += 8) {
        const __m128i s0 = sums(x), s1 = sums(x + 2), s2 = sums(x + 4), s3 = sums(x + 6);
        const auto store = [&](__m128i weights, std::uint8_t* out) {
            const __m128i eight =
                _mm_add_epi16(_mm_packs_epi32(channel(s0, s1, weights), channel(s2, s3, weights)), middle);
            _mm_storel_epi64(reinterpret_cast<__m128i*>(out + x), _mm_packus_epi16(eight, zero));
        };
        store(weightsU, u);
        store(weightsV, v);
    }
#endif
    for (; x < pairs; ++x) {
        const std::uint8_t *a = upper + 8 * x, *b = lower + 8 * x;
        const int red = a[0] + a[4] + b[0] + b[4], green = a[1] + a[5] + b[1] + b[5],
                  blue = a[2] + a[6] + b[2] + b[6];
        u[x] = static_cast<std::uint8_t>(((uR * red + uG * green + uB * blue + (1 << 15)) >> 16) + 128);
        v[x] = static_cast<std::uint8_t>(((vR * red + vG * green + vB * blue + (1 << 15)) >> 16) + 128);
    }
}

}  // namespace

void toYuv(const Image& image, const Image* before, YuvFrame& frame) {
    const int width = image.width & ~1, height = image.height & ~1;
    const auto w = static_cast<std::size_t>(width), h = static_cast<std::size_t>(height);
    const bool known = before != nullptr && frame.width == width && frame.height == height &&
                       before->width == image.width && before->height == image.height;
    frame.width = width;
    frame.height = height;
    frame.planes.resize(w * h * 3 / 2);
    std::uint8_t* luma = frame.planes.data();
    std::uint8_t* u = luma + w * h;
    std::uint8_t* v = u + w * h / 4;
    const std::size_t stride = static_cast<std::size_t>(image.width) * 4;
    for (std::size_t y = 0; y < h; y += 2) {
        const std::uint8_t* upper = &image.rgba[y * stride];
        if (known && std::memcmp(upper, &before->rgba[y * stride], 2 * stride) == 0) continue;
        lumaRow(upper, width, luma + y * w);
        lumaRow(upper + stride, width, luma + (y + 1) * w);
        chromaRow(upper, upper + stride, width / 2, u + y / 2 * (w / 2), v + y / 2 * (w / 2));
    }
}

}  // namespace retrace::render
