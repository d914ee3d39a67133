#include <sys/resource.h>
#include <sys/stat.h>
#include <csignal>

#include "document/files.hpp"
#include "fixture.hpp"

namespace retrace::document {
namespace {

namespace fs = std::filesystem;

/// No file may grow beyond so many bytes while this lives: a full disk.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &old_);
        const rlimit small{bytes, old_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    void (*handler_)(int);
    rlimit old_{};
};

}  // namespace

TEST(Save, WritesTheWholeFileAndNothingElse) {
    const Folder folder;
    save(sampleDocument(), folder / "a.retrace");
    EXPECT_EQ(folder.read("a.retrace"), toJson(sampleDocument()));
    save({}, folder / "a.retrace");
    EXPECT_EQ(folder.read("a.retrace"), toJson({}));
    EXPECT_EQ(folder.count(), 1u);
}

TEST(Save, KeepsPermissionsAndLinks) {
    const Folder folder;
    folder.write("a.retrace", "old");
    fs::permissions(folder / "a.retrace", fs::perms{0640});
    fs::create_symlink("a.retrace", folder / "link.retrace");
    save({}, folder / "link.retrace");
    EXPECT_TRUE(fs::is_symlink(folder / "link.retrace"));
    EXPECT_EQ(folder.read("a.retrace"), toJson({}));
    EXPECT_EQ(fs::status(folder / "a.retrace").permissions(), fs::perms{0640});
}

TEST(Save, ANewFileTakesTheUsersMask) {
    for (const mode_t mask : {0022, 0077, 0002}) {
        const Folder folder;
        const mode_t before = ::umask(mask);
        save({}, folder / "a.retrace");
        ::umask(before);
        EXPECT_EQ(fs::status(folder / "a.retrace").permissions(), fs::perms{0666 & ~mask});
        EXPECT_EQ(folder.count(), 1u);
    }
}

TEST(Save, AFullDiskLeavesTheOldFileWhole) {
    const Folder folder;
    folder.write("a.retrace", "the old file");
    std::string message;
    {
        const SmallDisk disk(40);
        message = messageOf([&] { save(sampleDocument(), folder / "a.retrace"); });
    }
    EXPECT_NE(message.find("a.retrace: cannot write"), std::string::npos) << message;
    EXPECT_EQ(folder.read("a.retrace"), "the old file");
    EXPECT_EQ(folder.count(), 1u);  // nothing half written stays behind
}

TEST(Save, RefusesWhatItMayNotWrite) {
    const Folder folder;
    folder.write("a.retrace", "the old file");
    fs::permissions(folder / "a.retrace", fs::perms{0444});
    EXPECT_NE(messageOf([&] { save({}, folder / "a.retrace"); }).find("write-protected"), std::string::npos);
    EXPECT_EQ(folder.read("a.retrace"), "the old file");
    EXPECT_NE(messageOf([&] { save({}, folder / "none" / "a.retrace"); }).find("cannot write"),
              std::string::npos);
    EXPECT_NE(messageOf([&] { save({}, folder.path()); }).find("not a regular file"), std::string::npos);
}

TEST(Save, WordsWithoutAFileGoBesideTheDocument) {
    const Folder folder;
    const Opened opened = fromText("", "A walk\n\nWe left Mora \u2013 at six.");
    EXPECT_EQ(opened.document.title, "A walk");
    EXPECT_NE(messageOf([&] { save(opened.document, folder / "a.retrace"); }).find("no file yet"),
              std::string::npos);
    folder.write("a.txt", "another text that must stay");
    const Document saved = saveAs(opened, opened.document, folder / "a.retrace");
    EXPECT_EQ(saved.sources[0].path, "a-2.txt");
    EXPECT_EQ(folder.read("a.txt"), "another text that must stay");
    const Opened again = open(folder / "a.retrace");
    EXPECT_EQ(again.document, saved);
    EXPECT_EQ(again.texts[0].letters, opened.texts[0].letters);
    EXPECT_TRUE(again.notes.empty());
}

TEST(Save, InAnotherFolderTheTextsComeAlong) {
    const Folder from, to;
    from.write("words/day.txt", "We left Mora.");
    from.write("record.csv", "place,lat,lon\nMora,61,14.5\n");
    from.write("a.retrace",
               R"({"format":"retrace-document","version":1,"sources":[{"id":"d","path":"words/day.txt"}],)"
               R"("records":[{"path":"record.csv"}]})");
    const Opened opened = open(from / "a.retrace");
    const Document saved = saveAs(opened, opened.document, to / "b.retrace");
    const Opened again = open(to / "b.retrace");
    EXPECT_EQ(again.document, saved);
    EXPECT_EQ(again.texts.at(0).letters, opened.texts.at(0).letters);
    EXPECT_EQ(again.record, opened.record);
    EXPECT_EQ(again.document.sources[0].path, "day.txt");
    // a second time the same bytes lie there already
    EXPECT_EQ(saveAs(opened, opened.document, to / "b.retrace"), saved);
    EXPECT_EQ(to.count(), 3u);
    // in its own folder nothing is copied
    EXPECT_EQ(saveAs(opened, opened.document, from / "c.retrace"), opened.document);
}

}  // namespace retrace::document
