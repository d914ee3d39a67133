#pragma once

#include <bitset>
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
    questionLabel,  // "Q:" before a question
    askerLabel,     // who asks: "Interviewer:"
    answerLabel,    // "A:" before an answer
    letterLabel,    // labels that a point may follow: "Q."
    firstPerson,    // the narrator speaks
    thirdPerson,    // of somebody else
    authorWord,     // in a note about the author at the end of a text
    abbreviation,   // a point behind them ends no sentence
    shortMonth,     // ... nor behind these, with a capital
    pointedHalf,    // their own point may end a sentence
    notWord,        // turns round what follows
    singularSelf,   // the narrator alone: "I was on leave"
    absence,        // behind "I was": away from his unit
    presence,       // behind "I was not": away from it too
    atWord,         // behind a verb of moving: the place reached ("crossed the river at X")
    wideKind,       // kinds too wide for a point on the map where nobody went
    theyWord,       // no one person
    onePerson,      // one person, whom "they" does not name
    leadsTo,        // the place behind is where a way leads
    leadsFrom,      // ... whence it comes
    leadsVia,       // ... what it goes through
    liesIn,         // ... where something is
    liesBetween,    // ... one of two that something lies between
    liesBeside,     // ... only near it
    outWord,        // "out of X": from it
    wayWord,        // "by way of X": through it
    allWord,        // "all of X": X
    partOfPlace,    // behind it "of" leads to the place itself: "the outskirts of X"
    awayWord,       // "away from X": near it, not whence
    listFiller,     // between the places of one list
    namesFiller,    // between the names of one list
    nameJoin,       // small words inside names: "Frankfurt am Main", "Villers-sur-Mer", "Rio de la Plata"
    nameArticle,    // written large inside a name it is no article: "Thuan An"
    selfLarge,      // written large, and no name
    feature,        // landforms and buildings that stay part of a name, unlike "City" and "Province"
    ownedFeature,  // what names that people gave end with, though a place may be called so alone: "Milliken's
                   // Bend"
    placePreposition,  // a name behind it is a place
    fellWord,          // "X fell": a place, unless it fell back
    backWord,          // ... as in "fell back"
    fallen,            // "X had fallen": a place
    strongOf,          // "the streets of X", "out of X": surely a place
    bareKind,          // kinds that no name follows: "on the front X held"
    goesOnFrom,        // "From X we went on": a place
    called,            // "a village that they called X": a place
    placeWord,         // ... as a village is
    wayOver,           // "by X we came to Y": a place where words of going follow
    wayPreposition,    // a name behind it is a place where words of going stand before
    regionWord,        // with a direction it names a region: "the coastal region"
    operationWord,     // makes an operation of the name beside it, which other such words do only inside a
                       // longer one
    middleWord,        // makes an organisation only of a longer name
    regiment,          // small behind a name, they make it an army's: "an Ohio regiment"
    address,           // what is named behind them is a person
    lawWord,           // what is named before them is no place
    madeTo,            // before an infinitive: what it says was done ("were forced to go")
    ordersTo,          // before an infinitive: it was ordered
    intendsTo,         // before an infinitive: it was intended
    triesTo,           // before an infinitive: it was attempted
    purposeNoun,       // with the word that opens it, before an infinitive: "in order to"
    purposeOpens,      // opens "in order to"
    wasWord,           // right before an infinitive, behind those who take orders: "we were to hold"
    underOrders,       // who takes orders, before "were to"
    adverb,            // may stand inside a verb group: "we had soon left"; see the endings of manner
    doWord,            // forms of do, which join nothing
    canWord,           // modals of ability; they count as the first word of the class "ability"
    beFinite,          // finite forms of be
    beForm,            // other forms of be
    haveFinite,        // forms of have
    haveForm,          // forms of have inside a verb group
    presentWord,       // say that the verb group is in the present
    ableWord,          // behind be: what follows could be done
    demonstrative,     // before a past form they are its subject: "that happened"
    beforeNoun,        // a form that could be a verb or a noun is a noun behind them
    andWord,           // joins two nouns
    keepsOn,           // before an -ing form: what it says was done
    presentSubject,    // before a base form: a verb in the present
    asWord,            // opens a clause, but not in "as well as", "as soon as", "as far as"
    asWell,            // "as well as" joins nouns
    asFar,             // "as far as" leads to a place
    joinsClause,  // at the head of a clause: the conjunction behind it opens no second one ("and after they
                  // left")
    beforeWord,   // of time and, behind some verbs, of place
    afterWord,    // of time
    sinceWord,    // of time
    skippedLead,  // before a conjunction: it still opens the clause ("and even when")
    timeWord,     // "by the time" opens a clause like "when"
    conditional,  // opens a condition
    neverWord,    // before a verb: it was not done
    noWord,       // in the subject: it was not done
    fear,         // before a verb: it was feared
    andOr,        // joins the members of a list
    subjectPronoun,   // a pronoun as a subject
    whoPronoun,       // ... of people
    addsTime,         // before a time that goes with what follows: "and on the third, at six, we left"
    timePreposition,  // opens a time
    stranded,         // behind the verb of a relative clause without its pronoun: "the area they were in"
    subjectRelative,  // opens a clause about its subject
    carriesOut,       // behind "withdrawal": it was done
    thatWord,         // opens what was said
    soon,             // "as soon as"
    toWord,
    byWord,
    article,
    liesOn,       // "on the river"
    selfWord,     // we, I, myself
    pronoun,      // they, he, she, it
    ownWord,      // our, my
    othersWord,   // their, his, its
    definite,     // the
    mineWord,     // mine, ours: one's own unit in a list of units
    ofUs,         // us, behind "some of"
    partOf,       // some, half, the rest: before "of us"
    nobody,       // nobody, none: a subject that denies
    comrades,     // the men: one's own unit even without "our"
    ownUnit,      // "the company" without more words is the narrator's
    retreat,      // withdrawal, retreat, evacuation
    rankOrOrder,  // order, command, general, staff: commanders only behind "the" or "our"
    anyArticle,   // a, another, new: before "order"
    post,         // assignment, position: with "our", where the unit was
    like,
    friends,
    determined,   // the, a, this, our: opens a noun group
    relative,     // who, that, which, whose
    forcesWord,   // soldiers, forces, troops: of no one unit
    conjunction,  // and, but, so, because: no part of what is quoted
    trailing,     // and, but, while
    ofWord,
    gap,            // one, another, mine: a list goes on without its verb
    directionOf,    // "in the direction of"
    divider,        // ; : between what could be sentences
    objectPronoun,  // it, them, him, me
    locates,        // before, near, at: between "the checkpoint" and its place
    frontOf,        // "in front of X"
    timeNoun,       // day, evening ...: "and that evening to X"
    tells,          // says, said, recalls: beside a quotation
    personPronoun,  // he, she
    personsOwn,     // his, her
    everybody,
    numberWord,
    vehicle,
    byMeans,  // by, in, on, aboard: before what one goes by
    onFoot,
    walks,  // verbs that say "on foot" by themselves
    about,
    hadWord,
    inverting,  // had, were, should: before a subject, a condition
    sequence,   // then, next, on: before the place of a note
    contraction,      // 've, 'd, 'll: words of their own behind "we"
    contractionHost,  // we, i, they: before those
    addsPlace,  // where, which, who: goes on about a place or a person just named
    // what later rooms ask of the words
    saysHalf,        // behind an hour or before it: of which half of the day it is, or that it is no bare one
    hourNumber,      // one .. twelve
    morning,         // the parts of a day
    afternoon,
    evening,
    night,
    smallHours,      // "in the small hours"
    earlyLate,       // before a part of the day: "late that evening"
    thatDay,         // before a part of the day: of a day told ("that night", "next morning")
    duringWord,      // with an article before a part of the day: "in the night"
    ofThatNight,     // before "night": an hour before dawn is of the night after the day told
    sameDay,         // that, same: a day that both tellers have
    anyOne,          // "one Friday": no other day says of which week
    linksOn,         // before a date that opens its clause: "and then, on the fourth"
    opensTime,       // opens a clause of time: when, as, after
    hears,           // with "that" soon behind it: what was said, not what the narrator did
    setsScene,       // what may stand before a date in a sentence that sets the scene: "it was"
    holdsBack,       // that something was over by then: "had"
    allThis,         // behind "before all": another time than the story's
    fallsTo,         // "X fell to the army"
    passiveBe,       // before a participle: done by another
    takenWord,       // participles that the endings do not tell: "taken", "won"
    leadsToHolder,   // to, into, under: before who got it
    endsHolder,      // ends the search for who got it
    inHands,         // hands, control: "into the hands of"
    beforeHolder,    // an article or the like before who got it
    noHolder,        // behind "by" or "to" it names nobody: "by noon", "to avoid"
    behindHolder,    // ends the name of who got it
    usWord,          // us, me
    sizeOfPlace,     // with "of", before what is handed over: "most of", "the village of"
    settlementWord,  // village, town, city: before what is handed over
    whereWord,       // in, at, near: before where something was handed over
    northward,       // the winds, of which a direction is made: one word may be of two
    eastward,
    southward,
    westward,
};
[[nodiscard]] std::string_view nameOf(Cue);
constexpr std::size_t cueCount = static_cast<std::size_t>(Cue::westward) + 1;

using CueSet = std::bitset<cueCount>;
[[nodiscard]] inline CueSet bit(Cue c) {
    return CueSet().set(static_cast<std::size_t>(c));
}

/// The name of the class in the files of a language: "name-head".
[[nodiscard]] std::string_view nameOf(Tag);
constexpr std::size_t tagCount = static_cast<std::size_t>(Tag::weapons) + 1;

[[nodiscard]] constexpr std::uint64_t bit(Tag t) {
    return std::uint64_t{1} << static_cast<unsigned>(t);
}

}  // namespace retrace::text
