#include "ui/folder_listing.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

namespace retrace::ui {
namespace {

TEST(FolderListing, NamesAFileAfterATitle) {
    EXPECT_EQ(fileNameFor("The driver's account, 3 May"), "the-driver-s-account-3-may");
    EXPECT_EQ(fileNameFor("  /../etc "), "etc") << "no way out of the folder";
    EXPECT_EQ(fileNameFor("Ca\u00f1on"), "ca\u00f1on");
    EXPECT_EQ(fileNameFor("?!"), "case");
    EXPECT_LE(fileNameFor(std::string(500, 'a')).size(), 60U);
}

TEST(FolderListing, SaysWhyAFolderCannotBeRead) {
    EXPECT_NE(listFolder("/nowhere/at/all", false).fault, "");
    if (::geteuid() == 0) GTEST_SKIP() << "root may read every folder";
    EXPECT_NE(listFolder("/root", false).fault.find("permission"), std::string::npos);
}

}  // namespace
}  // namespace retrace::ui
