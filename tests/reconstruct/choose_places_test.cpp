#include "reconstruct/choose_places.hpp"

#include "geo/geodesic.hpp"
#include "little_map.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

// Two towns called Zahra: one beside Nabal, one far in the south. Dar Azza lies far from Muk, Kafr and Mush.
const Lookup land = drawnMap(R"(
.............D
N.Z
...........
...........
...........
...........
...........
...........
...........
...........
...M.K.....Z
....S.d
)",
                             {{'N', "Nabal"},
                              {'Z', "Zahra"},
                              {'D', "Dar Azza"},
                              {'M', "Muk"},
                              {'K', "Kafr"},
                              {'S', "Mush"},
                              {'d', "Dar Kabir"}});

const model::PlaceMention& mentionOf(const model::Reconstruction& r, const std::string& name) {
    for (const auto& m : r.mentions)
        if (m.mention.name == name) return m;
    return r.mentions.at(9999);
}

TEST(ChoosePlaces, theNamesakeBesideItsNeighbourIsMeant) {
    Story north;
    north.tell("deploy", "They stood at [Nabal:stop] and [Zahra:stop].");
    EXPECT_NEAR(mentionOf(north.told(land), "Zahra").place->where.at.lat, 35.82, 0.01);
    Story south;
    south.tell("deploy", "They stood at [Kafr:stop] and [Zahra:stop].");
    EXPECT_NEAR(mentionOf(south.told(land), "Zahra").place->where.at.lat, 35.01, 0.01);
}

TEST(ChoosePlaces, aNameFarFromItsListIsLeftOpen) {
    Story story;
    story
        .tell("deploy", "We spread over [Muk:stop], [Kafr:stop] and [Mush:stop], as well as [Dar Azza:stop].")
        .parallel = true;
    const auto r = story.told(land);
    const auto& open = mentionOf(r, "Dar Azza");
    EXPECT_EQ(open.decided, model::Decided::undecided);
    EXPECT_FALSE(open.place);
    ASSERT_NE(findingOf(r, "alarm"), nullptr);
    // The far one stays to be seen, and a near place with a like name is offered.
    ASSERT_GE(open.candidates.size(), 2U);
    EXPECT_EQ(open.candidates[0].place.name, "Dar Azza");
    EXPECT_EQ(open.candidates[1].place.name, "Dar Kabir");
    EXPECT_EQ(chainOf(r), "1 Muk, 1 Kafr, 1 Mush, 1 ?");
}

TEST(ChoosePlaces, aGuessedNeighbourDoesNotMoveAnExactName) {
    const auto place = [](const char* name, double lon, double score, long population) {
        return geo::Candidate{
            .place = {.name = name, .type = "town", .where = {{lon, 34}, 500}, .population = population},
            .score = score};
    };
    // The large Marn in the east, a small one in the west; in the west, too, something spelled like "Tez".
    std::vector<NameGroup> groups(2);
    groups[0].candidates = {place("Marn", 69, 1, 900000), place("Marn", 35, 1, 900)};
    groups[1].candidates = {place("Djezz", 35.1, 0.62, 0)};
    const std::vector<Nearness> together{{.a = 0, .b = 1, .weight = 1}};
    EXPECT_EQ(chooseTogether(groups, together, {false, false})[0].candidate, 0U);
    groups[1].candidates.front().score = 1;
    EXPECT_EQ(chooseTogether(groups, together, {false, false})[0].candidate, 1U);
}

TEST(ChoosePlaces, aListThatIsFarApartAnywayRaisesNoAlarm) {
    Story story;
    story.tell("state", "Units lay at [Nabal:ref], [Kafr:ref] and [Dar Azza:ref].");
    const auto r = story.told(land);
    EXPECT_EQ(findingOf(r, "alarm"), nullptr);
    EXPECT_TRUE(mentionOf(r, "Dar Azza").place);
}

TEST(ChoosePlaces, theAnalystDecides) {
    Story story;
    story
        .tell("deploy", "We spread over [Muk:stop], [Kafr:stop] and [Mush:stop], as well as [Dar Azza:stop].")
        .parallel = true;
    const auto quote = story.reading.mentions.back().quote;
    model::Decision decision{.anchor = {quote, "Dar Azza"},
                             .what = model::ChoosePlace{.placeId = "t:d"},
                             .certainty = "probable",
                             .reason = "on the axis"};
    const auto r = story.told(land, {decision});
    EXPECT_EQ(mentionOf(r, "Dar Azza").decided, model::Decided::analyst);
    EXPECT_EQ(mentionOf(r, "Dar Azza").place->name, "Dar Kabir");
    EXPECT_LT(mentionOf(r, "Dar Azza").confidence, 1);
    EXPECT_EQ(findingOf(r, "alarm"), nullptr);
    // A candidate of the gazetteer keeps its own reasons behind the analyst's.
    decision.what =
        model::ChoosePlace{.placeId = story.told(land).mentions.back().candidates.front().place.id};
    const auto kept = story.told(land, {decision}).mentions.back().candidates.front().reasons;
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_EQ(kept[0], "chosen by the analyst");
    EXPECT_EQ(kept[1], "on the axis");
    EXPECT_EQ(kept[2], story.told(land).mentions.back().candidates.front().reasons.front());
}

TEST(ChoosePlaces, whatAnAnalystRejectsIsNoCandidateAnyMore) {
    Story story;
    story.tell("deploy", "They stood at [Nabal:stop] and [Zahra:stop].");
    const auto before = story.told(land);
    const auto& taken = mentionOf(before, "Zahra");
    ASSERT_TRUE(taken.place);
    model::Decision reject{.anchor = {story.reading.mentions.back().quote, "Zahra"},
                           .what = model::RejectCandidate{taken.place->id},
                           .certainty = "certain",
                           .reason = {}};
    const auto after = story.told(land, {reject});
    for (const auto& candidate : mentionOf(after, "Zahra").candidates)
        EXPECT_NE(candidate.place.where.at.lat, taken.place->where.at.lat);
    EXPECT_TRUE(!mentionOf(after, "Zahra").place || mentionOf(after, "Zahra").place->id != taken.place->id);
}

TEST(ChoosePlaces, twoPointsOfOneNameAreTwoPlaces) {
    Story story;
    story.tell("deploy", "We stood at the [post:stop].");
    story.tell("move", "We went on to the [post:stop].");
    std::vector<model::Decision> decisions;
    for (std::size_t i = 0; i < 2; ++i)
        decisions.push_back(
            {.anchor = {story.reading.mentions[i].quote, "post"},
             .what =
                 model::ChoosePlace{.point = geo::Whereabouts{{36 + 0.5 * static_cast<double>(i), 35}, 300},
                                    .name = "checkpoint",
                                    .allMentions = false},
             .certainty = "certain"});
    const auto r = story.told(land, decisions);
    EXPECT_EQ(chainOf(r), "1 checkpoint, 2 checkpoint");
    EXPECT_EQ(r.itineraries.front().legs.size(), 1U);
    EXPECT_EQ(r.mentions[0].place->id, "user:checkpoint@36.00000,35.00000");
    // The same point again is the same place.
    std::get<model::ChoosePlace>(decisions[1].what).point->at.lon = 36.000001;
    EXPECT_EQ(chainOf(story.told(land, decisions)), "1 checkpoint");
}

TEST(ChoosePlaces, aDecisionFollowsItsWordsAndIsNeverLost) {
    Story story;
    story.tell("deploy", "A new first sentence. We stood at [Kafr:stop].");
    model::Decision moved;
    moved.anchor.quote.source = "story";
    moved.anchor.words = "Kafr";
    moved.what = model::IgnoreMention{};
    const auto r = story.told(land, {moved});
    EXPECT_TRUE(mentionOf(r, "Kafr").ignored);
    EXPECT_TRUE(r.itineraries.front().stops.empty());
    model::Decision lost;
    lost.anchor.quote.source = "story";
    lost.anchor.words = "Nowhere";
    lost.what = model::IgnoreMention{};
    EXPECT_NE(findingOf(story.told(land, {lost}), "not-reanchored"), nullptr);
}

TEST(ChoosePlaces, whatIsSpelledOtherwiseIsNotBelievedAbroad) {
    auto lookup = land;
    lookup.search = [](std::string_view name, std::optional<geo::LonLat> near) {
        if (name != "Kufra") return land.search(name, near);
        auto found = land.search("Kafr", near);
        for (auto& c : found) c.score = 0.9;
        for (auto& c : found) c.place.country = "XX";
        return found;
    };
    Story story;
    story.tell("deploy", "We stood at [Muk:stop] and [Mush:stop], later at [Kufra:stop].");
    const auto told = story.told(lookup);
    const auto& open = mentionOf(told, "Kufra");
    EXPECT_FALSE(open.place);
    EXPECT_NE(open.why.find("spelled otherwise"), std::string::npos) << open.why;
}

TEST(ChoosePlaces, mostNamesUnknownMeansTheWrongGazetteer) {
    Story story;
    story.tell("move", "We went to [Uno:stop], [Dos:stop], [Tres:stop], [Cuatro:stop] and [Kafr:stop].");
    const auto told = story.told(land);
    const auto* finding = findingOf(told, "gazetteer-missing");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->severity, "error");
    // One line that names where the known ones lie, and not one a name.
    EXPECT_NE(finding->message.find("the country SY"), std::string::npos) << finding->message;
    EXPECT_EQ(finding->evidence.size(), 4U);
    EXPECT_EQ(findingOf(told, "unresolved"), nullptr);
}

TEST(ChoosePlaces, whatAnAlarmToldIsNotToldAgain) {
    Story story;
    story
        .tell("deploy", "We spread over [Muk:stop], [Kafr:stop] and [Mush:stop], as well as [Dar Azza:stop].")
        .parallel = true;
    EXPECT_EQ(findingOf(story.told(land), "unresolved"), nullptr);
}

TEST(ChoosePlaces, whatCannotBeReachedInTheTimeToldIsNotMeant) {
    // The Zahra of the south is a city, that of the north a village: told alone, the city is meant.
    auto lookup = land;
    lookup.search = [](std::string_view name, std::optional<geo::LonLat> near) {
        auto found = land.search(name, near);
        for (auto& c : found)
            if (c.place.name == "Zahra" && c.place.where.at.lat < 35.5) c.place.population = 3'000'000;
        return found;
    };
    const auto told = [&](bool soon) {
        Story story;
        story.tell("deploy", "We stood at [Nabal:stop].");
        story.tell("move", "Later we came to [Zahra:stop].");
        if (soon) story.when(text::TimeRelation::after).highSeconds = 600;
        return mentionOf(story.told(lookup), "Zahra");
    };
    const auto free = told(false), bound = told(true);
    const auto beliefInNorth = [](const model::PlaceMention& m) {
        for (const auto& c : m.candidates)
            if (c.place.where.at.lat > 35.5) return c.belief;
        return 0.0;
    };
    EXPECT_GT(beliefInNorth(bound), beliefInNorth(free) + 0.1);
    ASSERT_TRUE(bound.place);
    EXPECT_GT(bound.place->where.at.lat, 35.5);
}

TEST(ChoosePlaces, nearNamesAreOfferedForWhatIsLeftOpenAndNotChosen) {
    Story story;
    story.tell("deploy", "We spread over [Muk:stop], [Kafr:stop] and [Dar Kabeer:stop] by noon.");
    const auto r = story.told(land);
    const auto& open = mentionOf(r, "Dar Kabeer");
    EXPECT_FALSE(open.place);
    ASSERT_FALSE(open.candidates.empty());
    EXPECT_EQ(open.candidates.front().place.name, "Dar Kabir");
    EXPECT_EQ(open.candidates.front().gazetteer, "near");
}

TEST(ChoosePlaces, theProvinceNamedAroundANameDecides) {
    const auto town = [](const char* id, double lon, const char* region) {
        return geo::Candidate{.place = {.id = id,
                                        .name = "Zahra",
                                        .type = "town",
                                        .where = {{lon, 35}, 500},
                                        .country = "SY",
                                        .region = region},
                              .score = 1};
    };
    std::vector<NameGroup> groups(2);
    groups[0] = {.name = "Zahra",
                 .query = "Zahra",
                 .candidates = {town("t:1", 36, "Arland"), town("t:2", 40, "Borland")}};
    groups[1] = {.name = "Borland", .query = "Borland", .kind = "province"};
    groups[1].candidates = {
        {.place = {.id = "t:3", .name = "Borland", .type = "region", .where = {{38, 35}, 90000}},
         .score = 1}};
    EXPECT_LT(chooseTogether(groups, {}, {false, false})[0].confidence, 0.55);
    groups[0].within = {1};
    const auto choice = chooseTogether(groups, {}, {false, false})[0];
    EXPECT_EQ(choice.candidate, 1U);
    EXPECT_GT(choice.confidence, 0.8);
}

TEST(ChoosePlaces, aNameThatNobodyHasLiesWhereTheWordsBesideItSay) {
    Story story;
    story.tell("move", "We went to [Qurtal:stop], 3 km north of [Kafr:ref].");
    story.tell("move", "We went on to [Bsirra:stop], between [Kafr:ref] and [Mush:ref].");
    story.tell("move", "We reached [Dweir:stop] and saw smoke over [Muk:ref].");
    const auto r = story.told(land);
    const auto& north = mentionOf(r, "Qurtal");
    ASSERT_TRUE(north.place);
    EXPECT_EQ(north.place->id, "est:Qurtal");
    const auto& kafr = *mentionOf(r, "Kafr").place;
    EXPECT_NEAR(geo::distance_m(north.place->where.at, kafr.where.at), 3000, 50);
    EXPECT_GT(north.place->where.at.lat, kafr.where.at.lat);
    EXPECT_GE(north.place->where.radius_m, 900);
    ASSERT_TRUE(mentionOf(r, "Bsirra").place);
    EXPECT_GE(mentionOf(r, "Bsirra").place->where.radius_m, 500);
    EXPECT_FALSE(mentionOf(r, "Dweir").place);  // what is seen from it does not place it
}

TEST(GroupNames, spellingsOfOneNameAreOnePlace) {
    Story story;
    story.tell("deploy", "We stood at [al-Mukhtariya:stop].");
    story.tell("hold", "We remained in [al-Mukhtaria:stop].");
    story.tell("hold", "We remained in [Hama:stop].");
    story.tell("hold", "We remained in [Homs:stop].");
    const auto groups = groupNames(story.words());
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups.front().mentions.size(), 2U);
}

TEST(GroupNames, twoPlacesOfOneNameStandApartWhereTheWordsSaySo) {
    Story story;
    story.tell("deploy", "We stood at [Zahra:stop] in [Aleppo:ref].");
    story.tell("move", "We left [Zahra:from].");
    story.tell("move", "Later we lay at [Zahra:stop] in [Homs:ref].");
    story.tell("hold", "We held [Zahra:stop] for a week.");
    story.tell("move", "At last we saw the other [Zahra:stop] again.");
    const auto groups = groupNames(story.words());
    std::vector<std::vector<std::size_t>> zahra;
    for (const auto& group : groups)
        if (group.name == "Zahra") zahra.push_back(group.mentions);
    EXPECT_EQ(zahra, (std::vector<std::vector<std::size_t>>{{0, 2, 6}, {3, 5}}));
}

TEST(GroupNames, aListOfPlacesTellsNoneApart) {
    Story story;
    story.tell("deploy", "We stood at [Zahra:stop], [Kafr:stop] and [Zahra:stop], [Muk:stop].");
    EXPECT_EQ(groupNames(story.words()).size(), 3U);
}

TEST(GroupNames, theAuthorsGlossIsLookedUp) {
    Story story;
    story.tell("move", "We went to [al-Sham:stop].");
    story.tell("state", "The [al-Sham:ref] road is open.");
    story.reading.mentions.back().gloss = "Damascus";
    EXPECT_EQ(groupNames(story.words()).front().query, "Damascus");
}

}  // namespace
}  // namespace retrace::reconstruct::test
