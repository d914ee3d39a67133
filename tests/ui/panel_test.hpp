#pragma once

#include "screen.hpp"
#include "small_case.hpp"
#include "ui/requests.hpp"

#include <gtest/gtest.h>

namespace retrace::ui {

/// One panel on a screen of its own; a test changes what it shows and looks at what it asks for.
class PanelTest : public testing::Test {
protected:
    Facts facts() {
        return {.opened = given.opened,
                .document = given.opened.document,
                .reconstruction = given.reconstruction,
                .cues = cues,
                .selection = selection,
                .time = now,
                .playing = playing,
                .undoName = undoName,
                .status = status,
                .front = front,
                .frontAnswers = answers,
                .ledger = ledger,
                .recordSides = recordSides};
    }
    static Layout layout() { return layoutFor({1280, 900}, 1, false); }
    [[nodiscard]] const model::Reconstruction& reconstruction() const { return given.reconstruction; }
    [[nodiscard]] std::string quote(std::size_t mention) const {
        return quoteArgument(reconstruction().mentions[mention].mention.quote);
    }

    Screen screen{{1280, 900}};
    SmallCase given = smallCase();
    std::vector<scene::Cue> cues;
    Selection selection;
    model::StoryTime now = smallCase().reconstruction.begin;
    bool playing = false;
    std::string undoName, status;
    FrontLook front;
    std::vector<FrontAnswer> answers;
    compare::Ledger ledger;
    RecordSides recordSides;
    PanelState own;
    Screen::Panels panels;
};

}  // namespace retrace::ui
