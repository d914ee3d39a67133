// The cases that ship open, with every anchor and every hash in its place.
#include <algorithm>

#include "document/json.hpp"
#include "fixture.hpp"

namespace retrace::document {
namespace {

const std::filesystem::path bundled =
    std::filesystem::path(RETRACE_DATA) / "examples/withdrawal-2024/withdrawal-2024.retrace";

std::string bytesOf(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

}  // namespace

TEST(BundledCase, OpensWithNothingToReport) {
    const Opened opened = open(bundled);
    EXPECT_TRUE(opened.notes.empty()) << opened.notes.front();
    EXPECT_TRUE(opened.lost.empty()) << opened.lost.front();
    EXPECT_EQ(opened.document, fromJson(bytesOf(bundled), bundled));  // hashes and anchors as written
    EXPECT_EQ(opened.record.size(), 59u);
}

TEST(BundledCase, IsWrittenAsTheProgramWritesIt) {
    const std::string bytes = bytesOf(bundled);
    EXPECT_EQ(toJson(fromJson(bytes, bundled)), bytes);
}

TEST(BundledCase, EveryAnchorStandsAtItsWords) {
    const Opened opened = open(bundled);
    const auto stands = [&](const model::Anchor& anchor) {
        return text::words(opened.texts.at(0), anchor.quote) == anchor.words;
    };
    EXPECT_FALSE(opened.document.decisions.empty());
    for (const model::Decision& decision : opened.document.decisions) {
        EXPECT_TRUE(stands(decision.anchor)) << decision.anchor.words;
        EXPECT_GT(decision.reason.size(), 20u) << decision.anchor.words;
    }
    EXPECT_GE(opened.document.chapters.size(), 6u);
    EXPECT_LE(opened.document.chapters.size(), 8u);
    for (const Chapter& chapter : opened.document.chapters) {
        EXPECT_TRUE(stands(chapter.anchor)) << chapter.anchor.words;
        EXPECT_LE(text::utf32(chapter.caption).size(), 200u) << chapter.title;
    }
}

TEST(BundledCase, SaysThatItIsARetelling) {
    const Opened opened = open(bundled);
    const SourceRef& source = opened.document.sources.at(0);
    for (const char* words : {"not a source", "Aymenn Jawad Al-Tamimi", "Middle East Forum", "early 2025"}) {
        EXPECT_NE(source.note.find(words), std::string::npos) << words;
    }
    EXPECT_NE(text::utf8(opened.texts.at(0).letters).substr(0, 100).find("not a source"), std::string::npos);
}

// A decision that the record dated names a row that stands in the record.
TEST(BundledCase, DatesFromTheRecordNameTheirRow) {
    const Opened opened = open(bundled);
    int dated = 0;
    for (const model::Decision& decision : opened.document.decisions) {
        const auto* time = std::get_if<model::SetTime>(&decision.what);
        if (time == nullptr) continue;
        EXPECT_EQ(time->span.origins, std::vector<timeline::Origin>{timeline::Origin::record});
        EXPECT_TRUE(std::any_of(opened.record.begin(), opened.record.end(), [&](const model::RecordRow& row) {
            return time->recordRow == row.place + ": " + row.source;
        })) << time->recordRow;
        ++dated;
    }
    EXPECT_GT(dated, 0);
}

TEST(ThirdCase, OpensAndSaysThatItIsInvented) {
    const Opened opened =
        open(std::filesystem::path(RETRACE_DATA) / "examples/france-june-1940/testimony.txt");
    EXPECT_NE(opened.document.title.find("invented"), std::string::npos);
}

}  // namespace retrace::document
