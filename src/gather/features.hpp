#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "gather/bytes.hpp"

namespace retrace::gather {

/// A feature of more text than this is refused: no place's outline needs as much.
inline constexpr std::size_t largestFeature = 64'000'000;

/// The objects of the array "features" of a JSON text one after another, in memory for one; where there is no
/// such array the text's own objects (one Feature, or one a line).
class FeatureReader {
public:
    explicit FeatureReader(const std::string& name);
    /// False at the end.
    [[nodiscard]] bool next();
    /// JSON of the feature. Empty where it is larger than largestFeature.
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::size_t line() const { return startLine_; }  // where it begins, from 1
    [[nodiscard]] bool endsWithin() const {
        return endsWithin_;
    }  // the file ended before the last feature did

private:
    [[nodiscard]] int get();
    ByteStream bytes_;
    std::vector<char> buffer_;
    std::size_t at_ = 0, filled_ = 0, line_ = 1, startLine_ = 0;
    bool endsWithin_ = false;
    bool inFeatures_ = false;
    std::size_t around_ = 0;  // arrays within the features' own that hold no object
    std::string text_;
};

}  // namespace retrace::gather
