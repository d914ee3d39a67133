#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace retrace::text {

/// What a word may be, by itself: classes of English words, and of war and place words in general.
enum class Tag : unsigned {
    function,  // closed-class and other words that never are names, even at the head of a sentence
    preposition,
    determiner,
    splitter,   // conjunctions and relatives that may open a clause
    auxiliary,  // forms of be, have, do
    modal,
    negation,
    kind,        // what a place may be called: village, city, route ...
    kindInName,  // kinds that belong to the proper name: countryside, airport, governorate ...
    routeKind,
    front,     // front, axis, lines
    nameHead,  // first words of many place names: tell, jabal, kafr, mount, saint, fort ...
    direction,
    directionWord,  // north, eastern ... as an adjective
    title,          // words before a person's name
    givenName,
    faith,  // religious and ethnic adjectives
    demonym,
    organisation,       // a capitalised word that makes the name around it an organisation
    organisationAlone,  // well-known organisations by name
    operation,          // operation names and events: "Flood", "Storm"
    abstractNoun,       // follows a name and makes it no place: law, cause, earthquake ...
    media,
    month,
    weekday,
    prayer,
    language,
    enemy,
    friendly,
    unit,
    command,
    family,
    eventNoun,
    covert,
    information,
    personNoun,  // people in general: "the people of X"
    terrain,     // common nouns that name a region: the steppe
    politics,    // verbs that a country as an actor governs
    placeVerb,   // verbs after which a name is a place: reached, entered ...
    weapons,
};

/// Closed sets of words that the reader acts on; they say nothing of whether a word may be a name.
enum class Cue : unsigned {
    thatWord,  // opens what was said
    soon,  // "as soon as"
    toWord,
    byWord,
    article,
    liesOn,  // "on the river"
    selfWord,  // we, I, myself
    pronoun,  // they, he, she, it
    ownWord,  // our, my
    othersWord,  // their, his, its
    definite,  // the
    mineWord,  // mine, ours: one's own unit in a list of units
    ofUs,  // us, behind "some of"
    partOf,  // some, half, the rest: before "of us"
    nobody,  // nobody, none: a subject that denies
    comrades,  // the men: one's own unit even without "our"
    ownUnit,  // "the company" without more words is the narrator's
    retreat,  // withdrawal, retreat, evacuation
    rankOrOrder,  // order, command, general, staff: commanders only behind "the" or "our"
    anyArticle,  // a, another, new: before "order"
    post,  // assignment, position: with "our", where the unit was
    like,
    friends,
    determined,  // the, a, this, our: opens a noun group
    relative,  // who, that, which, whose
    forcesWord,  // soldiers, forces, troops: of no one unit
    conjunction,  // and, but, so, because: no part of what is quoted
    trailing,  // and, but, while
    ofWord,
    gap,  // one, another, mine: a list goes on without its verb
    directionOf,  // "in the direction of"
    divider,      // ; : between what could be sentences
    objectPronoun,  // it, them, him, me
    locates,  // before, near, at: between "the checkpoint" and its place
    frontOf,  // "in front of X"
    timeNoun,  // day, evening ...: "and that evening to X"
    tells,  // says, said, recalls: beside a quotation
    personPronoun,  // he, she
    personsOwn,     // his, her
    everybody,
    numberWord,
    vehicle,
    byMeans,  // by, in, on, aboard: before what one goes by
    onFoot,
    walks,    // verbs that say "on foot" by themselves
    about,
    hadWord,
    inverting,    // had, were, should: before a subject, a condition
    sequence,     // then, next, on: before the place of a note
    addsPlace,    // where, which, who: goes on about a place or a person just named
};
[[nodiscard]] std::string_view nameOf(Cue);
constexpr std::size_t cueCount = static_cast<std::size_t>(Cue::addsPlace) + 1;

[[nodiscard]] constexpr std::uint64_t bit(Cue c) {
    return std::uint64_t{1} << static_cast<unsigned>(c);
}

/// The name of the class in the files of a language: "name-head".
[[nodiscard]] std::string_view nameOf(Tag);
constexpr std::size_t tagCount = static_cast<std::size_t>(Tag::weapons) + 1;

[[nodiscard]] constexpr std::uint64_t bit(Tag t) {
    return std::uint64_t{1} << static_cast<unsigned>(t);
}

}  // namespace retrace::text
