#include "document/history.hpp"

#include <gtest/gtest.h>

namespace retrace::document {
namespace {

Document titled(const std::string& title) {
    Document document;
    document.title = title;
    return document;
}

}  // namespace

TEST(History, GoesBackAndForth) {
    History history(titled("a"));
    EXPECT_FALSE(history.undo());
    history.push(titled("b"), "rename");
    history.push(titled("c"), "rename again");
    EXPECT_EQ(history.undoName(), "rename again");
    EXPECT_TRUE(history.undo());
    EXPECT_EQ(history.current().title, "b");
    EXPECT_EQ(history.redoName(), "rename again");
    EXPECT_TRUE(history.redo());
    EXPECT_EQ(history.current().title, "c");
    EXPECT_FALSE(history.redo());
    EXPECT_EQ(history.redoName(), "");
}

TEST(History, ANewChangeDropsWhatWasUndone) {
    History history(titled("a"));
    history.push(titled("b"), "first");
    history.undo();
    history.push(titled("c"), "second");
    EXPECT_FALSE(history.redo());
    EXPECT_EQ(history.current().title, "c");
    history.undo();
    EXPECT_EQ(history.current().title, "a");
}

TEST(History, KnowsWhetherTheFileIsBehind) {
    History history(titled("a"));
    EXPECT_FALSE(history.changedSinceSave());
    history.push(titled("b"), "first");
    EXPECT_TRUE(history.changedSinceSave());
    history.markSaved();
    history.undo();
    EXPECT_TRUE(history.changedSinceSave());
    history.redo();
    EXPECT_FALSE(history.changedSinceSave());
    history.undo();
    history.push(titled("c"), "the saved state is gone");
    EXPECT_TRUE(history.changedSinceSave());
    history.undo();
    EXPECT_TRUE(history.changedSinceSave());
}

TEST(History, SavingElsewhereMovesEveryStepAndIsNone) {
    Document first = titled("a");
    first.sources.resize(2);
    first.sources[0].id = "one", first.sources[0].path = "old/one.txt";
    first.sources[1].id = "two";
    first.records = {{"old/r.csv", "11"}};
    History history(first);
    Document second = first;
    second.title = titled("b").title;
    history.push(second, "rename");
    history.undo();
    Document moved = first;
    moved.sources[0].path = "one.txt";
    moved.sources[1] = {"two", "two.txt", "22", "", "", "", ""};
    moved.records = {{"r.csv", "11"}};
    history.relocate(moved);
    history.markSaved();
    EXPECT_EQ(history.current(), moved);
    EXPECT_EQ(history.undoName(), "");
    ASSERT_TRUE(history.redo());
    moved.title = second.title;
    EXPECT_EQ(history.current(), moved);
    EXPECT_TRUE(history.changedSinceSave());
}

}  // namespace retrace::document
