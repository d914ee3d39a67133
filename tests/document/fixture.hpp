#pragma once

#include <gtest/gtest.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "document/document.hpp"
#include "geo/error.hpp"

namespace retrace::document {

/// An empty folder of its own, gone at the end of the test.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "retrace-test-XXXXXX").string();
        if (::mkdtemp(name.data()) != nullptr) path_ = std::filesystem::canonical(name);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::filesystem::path write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return path_ / name;
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ostringstream bytes;
        bytes << std::ifstream(path_ / name, std::ios::binary).rdbuf();
        return bytes.str();
    }
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
    }

private:
    std::filesystem::path path_;
};

/// The message of the Error that `action` throws; fails the test where it throws none.
template <class Action>
std::string messageOf(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    ADD_FAILURE() << "no Error";
    return {};
}

inline model::Anchor anchorAt(std::size_t begin, std::size_t end, const std::string& words) {
    model::Anchor anchor;
    anchor.quote.source = "day.txt";
    anchor.quote.begin = begin;
    anchor.quote.end = end;
    anchor.words = words;
    return anchor;
}

template <class What>
model::Decision decisionAt(const model::Anchor& anchor, const What& what, const std::string& certainty,
                           const std::string& reason) {
    model::Decision decision;
    decision.anchor = anchor;
    decision.what = what;
    decision.certainty = certainty;
    decision.reason = reason;
    return decision;
}

inline Chapter chapterAt(const model::Anchor& anchor, const std::string& title, const std::string& caption) {
    Chapter chapter;
    chapter.title = title;
    chapter.caption = caption;
    chapter.anchor = anchor;
    return chapter;
}

/// A document with one of everything.
inline Document sampleDocument() {
    Document document;
    document.title = "A day \"out\"";
    document.zone = "Europe/Paris";
    document.referenceDate = timeline::Date{1941, 2, 3};
    SourceRef source;
    source.id = source.path = "day.txt";
    source.title = "The day";
    source.author = "Somebody";
    source.published = "1941";
    source.note = "invented";
    document.sources.push_back(source);

    model::ChoosePlace place, point;
    place.placeId = "gn:12";
    place.allMentions = false;
    point.point = geo::Whereabouts{{13.1, 52.25}, 750};
    point.name = "the mill";
    model::SetTime hour, recorded;
    hour.span.earliest = recorded.span.earliest = timeline::toInstant({{1940, 6, 9}, 300, 0}, document.zone);
    hour.span.origins = {timeline::Origin::decision};
    recorded.recordRow = "Gr\u00fcnau, a newspaper";
    recorded.span.latest = timeline::toInstant({{1940, 6, 10}, 0, 0}, document.zone);
    recorded.span.origins = {timeline::Origin::record};
    document.decisions.push_back(
        decisionAt(anchorAt(3, 9, "Gr\u00fcnau"), place, "certain", "only one has a mill"));
    document.decisions.push_back(decisionAt(anchorAt(20, 24, "mill"), point, "possible", ""));
    document.decisions.push_back(
        decisionAt(anchorAt(30, 35, "early"), hour, "probable", "said so\non a card"));
    document.decisions.push_back(decisionAt(anchorAt(36, 41, "early"), recorded, "probable", "in print"));
    document.decisions.push_back(
        decisionAt(anchorAt(50, 54, "Lake"), model::IgnoreMention{true}, "certain", "a surname"));
    model::SettleControl held{.place = "gn:12", .side = "those they fought", .span = hour.span};
    document.decisions.push_back(decisionAt(anchorAt(20, 24, "mill"), held, "possible", "the mill was theirs"));
    model::Decision row{.what = model::SettleControl{.row = 7, .ignored = true}, .certainty = "certain"};
    row.anchor.words = "Lake";
    document.decisions.push_back(row);

    document.chapters.push_back(chapterAt(anchorAt(0, 2, "We"), "Morning", "They leave."));
    document.chapters.back().camera = geo::Camera{{13.0, 52.0}, 9.5};
    document.chapters.push_back(chapterAt(anchorAt(30, 35, "early"), "Noon", ""));
    return document;
}

}  // namespace retrace::document
