#include "gather/lines.hpp"

#include <gtest/gtest.h>

#include "geo/error.hpp"
#include "scratch.hpp"

namespace retrace::gather {
namespace {

class Lines : public Scratch {
protected:
    std::vector<std::string> linesOf(const std::string& bytes) {
        LineReader reader(write("lines.txt", bytes));
        std::vector<std::string> lines;
        while (reader.next()) lines.push_back(std::to_string(reader.number()) + ":" + reader.line());
        return lines;
    }
    std::vector<Record> recordsOf(const std::string& bytes, bool quotes = true) {
        RecordReader reader(write("records.csv", bytes), ',', quotes);
        std::vector<Record> records;
        for (Record record; reader.next(record);) records.push_back(record);
        return records;
    }
};

using Cells = std::vector<std::string>;

TEST_F(Lines, endInAnyWayAndSkipTheMark) {
    EXPECT_EQ(linesOf("\xEF\xBB\xBFone\ntwo\r\nthree\rfour"), (Cells{"1:one", "2:two", "3:three", "4:four"}));
    EXPECT_EQ(linesOf("one\n\ntwo\n"), (Cells{"1:one", "2:", "3:two"}));
    EXPECT_TRUE(linesOf("").empty());
}

TEST_F(Lines, areTheSameWhereTheBufferEndsWithinALineEnd) {
    for (std::size_t length = 65'530; length < 65'542; ++length) {
        const auto lines = linesOf(std::string(length, 'a') + "\r\nb\r\nc");
        ASSERT_EQ(lines.size(), 3U) << length;
        EXPECT_EQ(lines[1], "2:b") << length;
        EXPECT_EQ(lines[2], "3:c") << length;
    }
}

TEST_F(Lines, beyondAMillionBytesAreCutAndTheNextIsWhole) {
    LineReader reader(write("long.txt", std::string(3'000'000, 'a') + "\nshort\n"));
    ASSERT_TRUE(reader.next());
    EXPECT_TRUE(reader.isTooLong());
    EXPECT_EQ(reader.line().size(), longestLine);
    ASSERT_TRUE(reader.next());
    EXPECT_FALSE(reader.isTooLong());
    EXPECT_EQ(reader.line(), "short");
    EXPECT_EQ(reader.number(), 2U);
}

TEST_F(Lines, ofUtf16AreRefused) {
    EXPECT_THROW(linesOf(std::string("\xFF\xFEn\0a\0", 6)), Error);
    EXPECT_THROW(linesOf(std::string("n\0a\0m\0e\0", 8)), Error);
}

TEST_F(Lines, areRecordsWithQuotesAndLineEndsWithin) {
    const auto records = recordsOf("a,\"b, \"\"c\"\"\",\n\"d\ne\",f\n");
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].cells, (Cells{"a", "b, \"c\"", ""}));
    EXPECT_EQ(records[1].cells, (Cells{"d\ne", "f"}));
    EXPECT_EQ(records[1].line, 2U);
    EXPECT_EQ(recordsOf("a \"b,c\n", false)[0].cells, (Cells{"a \"b", "c"}));
}

TEST_F(Lines, withAQuotationThatNeverClosesCostOneRow) {
    std::string text = "a,\"b\n";
    for (int i = 0; i < 300; ++i) text += "c,d\n";
    const auto records = recordsOf(text);
    ASSERT_EQ(records.size(), 301U);
    EXPECT_NE(records[0].fault.find("quotation"), std::string::npos);
    EXPECT_EQ(records[1].cells, (Cells{"c", "d"}));
    EXPECT_EQ(records[1].line, 2U);
    EXPECT_EQ(records[300].line, 301U);
}

TEST_F(Lines, inAnotherEncodingAreToldByTheirNumber) {
    const auto records = recordsOf("name\nAlep\nTall R\xE9my\nHama\n");
    ASSERT_EQ(records.size(), 4U);
    EXPECT_NE(records[2].fault.find("UTF-8"), std::string::npos);
    EXPECT_EQ(records[2].line, 3U);
    EXPECT_TRUE(records[3].fault.empty());
}

TEST(Utf8, isToldFromWhatIsNot) {
    for (const char* good : {"", "abc", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x99\x82", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(isUtf8(good)) << good;
    for (const char* bad :
         {"\xE9", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80"})
        EXPECT_FALSE(isUtf8(bad));
}

}  // namespace
}  // namespace retrace::gather
