#include "gather/features.hpp"

namespace retrace::gather {

namespace {
constexpr std::size_t bufferSize = 1 << 16;
constexpr std::size_t longestKey = 40;
}  // namespace

FeatureReader::FeatureReader(const std::string& name) : bytes_(name), buffer_(bufferSize) {}

int FeatureReader::get() {
    if (at_ == filled_) {
        at_ = 0;
        filled_ = bytes_.read(buffer_.data(), buffer_.size());
        if (filled_ == 0) return -1;
    }
    const char c = buffer_[at_++];
    line_ += c == '\n';
    return static_cast<unsigned char>(c);
}

bool FeatureReader::next() {
    text_.clear();
    std::size_t depth = 0;  // of brackets of the object being kept
    bool quoted = false, escaped = false, tooLarge = false;
    std::string lastWord;  // the last text in quotes: "features" before its array
    for (int c = get(); c >= 0; c = get()) {
        const auto letter = static_cast<char>(c);
        if (depth > 0) {
            if (text_.size() >= largestFeature)
                tooLarge = true;
            else
                text_ += letter;
        }
        if (quoted) {
            if (escaped)
                escaped = false;
            else if (letter == '\\')
                escaped = true;
            else if (letter == '"')
                quoted = false;
            else if (lastWord.size() < longestKey)
                lastWord += letter;
            continue;
        }
        if (letter == '"') {
            quoted = true;
            lastWord.clear();
        } else if (letter == '{' || letter == '[') {
            if (depth == 0 && letter == '{') {
                startLine_ = line_;
                text_.assign(1, letter);
                depth = 1;
            } else if (depth > 0) {
                ++depth;
            } else if (inFeatures_) {
                ++around_;
            }
            // The collection itself is entered, not kept: what follows "features": [ are the objects.
            if (!inFeatures_ && depth == 2 && letter == '[' && lastWord == "features") {
                inFeatures_ = true;
                depth = 0;
                tooLarge = false;
                text_.clear();
            }
        } else if (letter == '}' || letter == ']') {
            if (depth == 0 && inFeatures_ && letter == ']' && around_-- == 0)
                return inFeatures_ = false;  // what follows is the collection's own
            if (depth > 0 && --depth == 0) {
                if (tooLarge) text_.clear();
                return true;
            }
        }
    }
    endsWithin_ = depth > 0 || inFeatures_;
    return false;
}

}  // namespace retrace::gather
