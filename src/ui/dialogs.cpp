#include "ui/panels.hpp"

namespace retrace::ui {

void panels(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    own.hoverNow.reset();
    if (!facts.present) {
        topBar(facts, layout, own, requests);
        testimonyPanel(facts, layout, own, requests);
        inspectorPanel(facts, layout, own, requests);
        timelinePanel(facts, layout, own, requests);
        frontControls(facts, layout, own, requests);
        placingHint(facts, layout, own, requests);
    } else {
        presentControls(facts, layout, own, requests);
    }
    searchBox(facts, layout, own, requests);
    fileDialog(facts, layout, own, requests);
    helpSheet(facts, layout, own, requests);
    leavingDialog(facts, layout, own, requests);
    draftDialog(facts, layout, own, requests);
    changedOnDiskDialog(facts, layout, own, requests);
    exportingDialog(facts, layout, own, requests);
    own.hoveredEvent = own.hoverNow ? own.hoverNow : own.mapEvent;
}

bool dialogOpen(const PanelState& own) {
    return own.searchOpen || own.fileOpen || own.pasteOpen || own.leaving || own.leavingExport || !own.changedOnDisk.empty() || (!own.drafts.empty() && !own.draftsLater);
}

}  // namespace retrace::ui
