#include "front/correlation.hpp"

#include "front/kernel.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::front {
namespace {

constexpr std::size_t fullUpTo = 1000;
constexpr int mostSteps = 200;
constexpr double tolerance = 1e-4;

double dot(const std::vector<float>& a, const std::vector<float>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return sum;
}

}  // namespace

Correlation::Correlation(const std::vector<geo::LonLat>& points, const PlaceIndex& index, double reach_m)
    : full_(points.size() <= fullUpTo), size_(points.size()) {
    if (full_) {
        values_.resize(size_ * size_);
        for (std::size_t i = 0; i < size_; ++i)
            for (std::size_t j = 0; j <= i; ++j)
                values_[i * size_ + j] = values_[j * size_ + i] =
                    static_cast<float>(ground(chord_m(points[i], points[j]) / reach_m));
        return;
    }
    for (std::size_t i = 0; i < size_; ++i) {
        begin_.push_back(values_.size());
        for (const std::uint32_t j : index.near(boxAround(points[i], reach_m))) {
            const double k = ground(chord_m(points[i], points[j]) / reach_m);
            if (k <= 0) continue;
            values_.push_back(static_cast<float>(k));
            column_.push_back(j);
        }
    }
    begin_.push_back(values_.size());
}

std::vector<float> Correlation::times(const std::vector<float>& x,
                                      const std::vector<std::uint32_t>& among) const {
    std::vector<float> out(x.size());
    if (full_) {
        // Column by column, so that the sums of four rows run side by side.
        for (std::size_t j = 0; j < size_; ++j) {
            const float* column = &values_[j * size_];
            const float factor = x[j];
            for (std::size_t i = 0; i < size_; ++i) out[i] += column[i] * factor;
        }
        return out;
    }
    std::vector<float> spread(size_);
    for (std::size_t i = 0; i < among.size(); ++i) spread[among[i]] = x[i];
    for (std::size_t i = 0; i < among.size(); ++i) {
        float sum = 0;
        for (std::size_t k = begin_[among[i]]; k < begin_[among[i] + 1]; ++k)
            sum += values_[k] * spread[column_[k]];
        out[i] = sum;
    }
    return out;
}

std::vector<float> solve(const Correlation& kernel, const std::vector<float>& noise,
                         const std::vector<float>& right, const std::vector<std::uint32_t>& among) {
    const std::size_t n = right.size();
    std::vector<float> x(n), residual = right, scaled(n), direction(n);
    const auto precondition = [&] {
        for (std::size_t i = 0; i < n; ++i) scaled[i] = residual[i] / (1 + noise[i]);
    };
    precondition();
    direction = scaled;
    double energy = dot(residual, scaled);
    const double enough = energy * tolerance * tolerance;
    for (int step = 0; step < mostSteps && energy > enough; ++step) {
        std::vector<float> image = kernel.times(direction, among);
        for (std::size_t i = 0; i < n; ++i) image[i] += noise[i] * direction[i];
        const auto length = static_cast<float>(energy / dot(direction, image));
        for (std::size_t i = 0; i < n; ++i) {
            x[i] += length * direction[i];
            residual[i] -= length * image[i];
        }
        precondition();
        const double next = dot(residual, scaled);
        const auto turn = static_cast<float>(next / energy);
        for (std::size_t i = 0; i < n; ++i) direction[i] = scaled[i] + turn * direction[i];
        energy = next;
    }
    return x;
}

}  // namespace retrace::front
