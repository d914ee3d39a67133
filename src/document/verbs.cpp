#include "document/verbs.hpp"

namespace retrace::document {

// Help, menus, keys, scripts and the manual are made from this table. In `arguments` a WORD is required,
// a [WORD] may be left out, [name=...] may be given by name; QUOTE is source:begin-end in code points.
const std::vector<VerbDeclaration>& verbs() {
    static const std::vector<VerbDeclaration> table = {
        // decisions
        {"choose-place", "QUOTE PLACE-ID [certainty=probable] [reason=...] [all=yes|no]",
         "Settle which place of the gazetteer a name stands for, there or (all=yes) wherever it is named.",
         "", true},
        {"choose-point",
         "QUOTE LON LAT [radius=1000] [name=...] [certainty=probable] [reason=...] [all=yes|no]",
         "Settle that a name stands for a point on the map, in degrees, with its doubt in metres.", "", true},
        {"set-time", "QUOTE TIME [certainty=probable] [reason=...] [record=...]",
         "Settle when the quoted event was: a day, an instant or earliest/latest (EDTF); record= names the "
         "record row that dated it.",
         "", true},
        {"ignore-mention", "QUOTE [all=yes|no] [certainty=certain] [reason=...]",
         "Settle that the quoted words name no place.", "Delete", true},
        {"forget-decision", "QUOTE [kind=choose-place|set-time|ignore-mention]",
         "Drop what was decided about the quoted words.", "", true},
        // the document
        {"set-title", "TITLE", "Give the document another title.", "", true},
        {"set-zone", "ZONE", "Say in which time zone the hours of the words are meant (an IANA name).", "",
         true},
        {"set-reference-date", "DATE", "Say on which day the testimony was given (none: not known).", "",
         true},
        {"add-chapter", "QUOTE TITLE [caption=...]", "Begin a chapter for the class at the quoted words.", "",
         true},
        {"forget-chapter", "QUOTE", "Drop the chapter that begins at the quoted words.", "", true},
        {"undo", "", "Take the last change back.", "Ctrl+Z", false},
        {"redo", "", "Bring back what was undone.", "Ctrl+Shift+Z", false},
        // files
        {"new-text", "[PATH]", "Begin a document from a text file, without PATH from the clipboard.",
         "Ctrl+N", false},
        {"open", "[PATH]", "Open a document or a text.", "Ctrl+O", false},
        {"save", "", "Save the document.", "Ctrl+S", false},
        {"save-as", "[PATH]", "Save the document under another name, its texts beside it.", "Ctrl+Shift+S",
         false},
        {"export-picture", "[PATH] [size=WxH]", "Write what the map shows as a PNG.", "Ctrl+P", false},
        {"export-film", "[PATH] [size=WxH] [fps=30] [speed=...]",
         "Write the replay as a film with subtitles.", "Ctrl+Shift+F", false},
        {"quit", "", "Leave the program; unsaved changes are kept in the autosave.", "Ctrl+Q", false},
        // the replay
        {"seek", "TIME", "Put the clock of the replay to a time (ISO 8601) or to an event (its id).", "",
         false},
        {"play", "", "Start the replay.", "", false},
        {"pause", "", "Stop the replay where it is.", "", false},
        {"toggle-play", "", "Start the replay, or stop it.", "Space", false},
        {"step", "", "Go to the next event.", "Right", false},
        {"step-back", "", "Go to the event before.", "Left", false},
        {"home", "", "Go to the beginning.", "Home", false},
        {"end", "", "Go to the end.", "End", false},
        {"faster", "", "Let more story time pass in a second.", "]", false},
        {"slower", "", "Let less story time pass in a second.", "[", false},
        // looking
        {"select", "QUOTE", "Select what is said there: map, clock and panels go to it.", "", false},
        {"select-event", "EVENT-ID", "Select an event.", "", false},
        {"deselect", "", "Select nothing.", "Escape", false},
        {"fit", "", "Show the whole path.", "0", false},
        {"zoom-in", "", "Come nearer.", "+", false},
        {"zoom-out", "", "Go farther away.", "-", false},
        {"look", "LON LAT ZOOM", "Let the map look at a point, in degrees.", "", false},
        {"follow", "[on|off]", "Let the map follow the marker, or not.", "M", false},
        {"present", "[on|off]", "The view for a class: the map alone, a caption, a large clock.", "F", false},
        {"theme", "[light|dark]", "Change between light and dark.", "T", false},
        {"motion", "[on|off]", "Glide, or go in steps.", "N", false},
        {"graticule", "[on|off]", "Lines of longitude and latitude.", "G", false},
        {"search", "[WORDS]", "Find a place in the words or the gazetteer.", "/", false},
        {"copy-coordinates", "", "Copy the coordinates under the cursor.", "Ctrl+C", false},
        {"help", "", "Show what the keys do.", "?", false},
    };
    return table;
}

}  // namespace retrace::document
