#include <sys/stat.h>

#include "document/files.hpp"
#include "fixture.hpp"

namespace retrace::document {
namespace {

namespace fs = std::filesystem;

std::string naming(const std::string& path, const std::string& more = "") {
    return R"({"format":"retrace-document","version":1,"sources":[{"id":"day.txt","path":")" + path + "\"" +
           more + "}]}";
}

/// Opens a document in `folder` whose only source is named `path`; the message of the refusal.
std::string refusal(const Folder& folder, const std::string& path) {
    const fs::path file = folder.write("home/a.retrace", naming(path));
    return messageOf([&] { (void)open(file); });
}

}  // namespace

TEST(Open, ABareTextBecomesADocument) {
    const Folder folder;
    const Opened opened = open(folder.write("walk \u00e9.txt", "A walk\n\nWe left Mora."));
    EXPECT_TRUE(opened.path.empty());
    EXPECT_EQ(opened.folder, folder.path());
    EXPECT_EQ(opened.document.title, "A walk");
    ASSERT_EQ(opened.document.sources.size(), 1u);
    EXPECT_EQ(opened.document.sources[0].id, "walk \u00e9.txt");
    EXPECT_EQ(opened.document.sources[0].sha256, sha256("A walk\n\nWe left Mora."));
    EXPECT_EQ(opened.texts[0].id, "walk \u00e9.txt");
    EXPECT_EQ(open(folder.write("b.txt", "It rained all day.")).document.title, "b");
}

TEST(Open, ReadsSourcesAndRecords) {
    const Folder folder;
    folder.write("words/day.txt", "We left Mora.");
    folder.write("r.csv", "place,lat,lon\nMora,61,14.5\n");
    const Opened opened = open(folder.write(
        "a.retrace", R"({"format":"retrace-document","version":1,"sources":[{"id":"day.txt","path":
             "words/day.txt"}],"records":[{"path":"r.csv"}]})"));
    EXPECT_EQ(opened.path, folder / "a.retrace");
    EXPECT_EQ(text::utf8(opened.texts.at(0).letters), "We left Mora.");
    EXPECT_EQ(opened.record.at(0).place, "Mora");
    EXPECT_TRUE(opened.notes.empty());
    EXPECT_EQ(opened.document.records[0].sha256.size(), 64u);
}

TEST(Open, RefusesPathsThatLeaveTheFolder) {
    const Folder folder;
    folder.write("secret.txt", "Not for you.");
    folder.write("home/inside.txt", "For you.");
    fs::create_symlink("../secret.txt", folder / "home/link.txt");
    fs::create_symlink("..", folder / "home/up");
    fs::create_symlink("inside.txt", folder / "home/fine.txt");
    for (const std::string& path :
         {std::string("../secret.txt"), std::string("up/secret.txt"), std::string("link.txt"),
          std::string("sub/../../secret.txt"), (folder / "secret.txt").string()}) {
        EXPECT_NE(refusal(folder, path).find("leaves the document's folder"), std::string::npos) << path;
    }
    EXPECT_EQ(open(folder.write("home/a.retrace", naming("fine.txt"))).texts.size(), 1u);
}

TEST(Open, RefusesTheNetworkAndWhatIsNoFile) {
    const Folder folder;
    for (const char* path : {"http://a.example/x.txt", "file:///x.txt", "//host/share/x.txt", "/vsicurl/x"}) {
        EXPECT_NE(refusal(folder, path).find("network path"), std::string::npos) << path;
    }
    EXPECT_NE(refusal(folder, "").find("no path"), std::string::npos);
    EXPECT_NE(refusal(folder, "none.txt").find("cannot open"), std::string::npos);
    EXPECT_NE(refusal(folder, ".").find("leaves"), std::string::npos);
    fs::create_directories(folder / "home/sub");
    EXPECT_NE(refusal(folder, "sub").find("not a regular file"), std::string::npos);
    ASSERT_EQ(::mkfifo((folder / "home/pipe").c_str(), 0600), 0);
    EXPECT_NE(refusal(folder, "pipe").find("not a regular file"), std::string::npos);
    EXPECT_NE(messageOf([&] { (void)open(folder / "home/pipe"); }).find("not a regular file"),
              std::string::npos);
    EXPECT_NE(messageOf([] { (void)open("/dev/null"); }).find("not a regular file"), std::string::npos);
    EXPECT_NE(messageOf([&] { (void)readFile(folder.write("big", "12345"), 4); }).find("more than"),
              std::string::npos);
}

TEST(Open, SaysThatAFileHasChanged) {
    const Folder folder;
    folder.write("day.txt", "We left Mora.");
    const std::string hash = sha256("We left Mora.");
    const fs::path file = folder.write("a.retrace", naming("day.txt", ",\"sha256\":\"" + hash + "\""));
    EXPECT_TRUE(open(file).notes.empty());
    folder.write("day.txt", "We left Lund.");
    const Opened opened = open(file);
    ASSERT_EQ(opened.notes.size(), 1u);
    EXPECT_NE(opened.notes[0].find("day.txt has changed"), std::string::npos);
    EXPECT_EQ(opened.document.sources[0].sha256, sha256("We left Lund."));
}

}  // namespace retrace::document
