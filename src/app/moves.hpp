#pragma once

#include "app/session.hpp"

namespace retrace::app {

// Where the session goes: in time, on the map, from one thing selected to the next.

/// Keeps the time that is shown when the pace or the story has changed.
void repace(Session&, model::StoryTime);
void seekTo(Session&, model::StoryTime);
/// From now on the camera does not go with the story.
void flyTo(Session&, const geo::Camera&, const scene::View&);

/// As near as the place's doubt allows.
void flyToPlace(Session&, const geo::Place&, const scene::View&);

/// Select, set the clock, fly there. Throw Error where there is no such thing.
void selectMention(Session&, std::size_t mention, const scene::View&);
/// The mention or else the event at the quoted words.
void selectQuote(Session&, const text::Quote&, const scene::View&);
void selectEventById(Session&, const std::string& id, const scene::View&);
/// The name that is said next, or before (direction -1); repeats and names of no place are passed over.
void stepMention(Session&, int direction, const scene::View&);

/// To the next event, or the one before (direction -1); beyond the last to the end.
void stepEvent(Session&, int direction);
/// To the beginning of the next chapter or the one before; without chapters as stepEvent().
void stepChapter(Session&, int direction);
/// Emphasises the next candidate of the selected name.
void stepCandidate(Session&, int direction);

/// The mention that decisions on a place are about: the selected one, or the first open (else first) one of
/// the selected event.
[[nodiscard]] std::optional<std::size_t> mentionInHand(const Session&);

}  // namespace retrace::app
