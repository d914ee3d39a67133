#include "document/basis.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

namespace retrace::document {
namespace {

model::Decision timeBy(const std::string& row) {
    return {{}, model::SetTime{{timeline::Instant{0}, {}, {}}, row}, "probable", "because"};
}

TEST(Basis, TakesTheRecordsDatesOnlyWithTheRecord) {
    const model::Decision place{{}, model::ChoosePlace{.placeId = "gn:1"}, "certain", ""};
    const std::vector<model::Decision> given{timeBy(""), timeBy("Ford: a newspaper"), place};
    EXPECT_TRUE(applied(given, By::words).empty());
    EXPECT_EQ(applied(given, By::decisions), (std::vector{given[0], given[2]}));
    EXPECT_EQ(applied(given, By::all), given);
}

TEST(Basis, IsReadAsItIsWritten) {
    for (const By by : {By::words, By::decisions, By::all}) EXPECT_EQ(parseBy(nameOf(by)), by);
    EXPECT_THROW((void)parseBy("Words"), Error);
    EXPECT_THROW((void)parseBy(""), Error);
}

}  // namespace
}  // namespace retrace::document
