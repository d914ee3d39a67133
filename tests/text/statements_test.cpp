// Invented testimonies of other wars, read without any gazetteer.

#include "told.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace retrace::text {
namespace {

using Lines = std::vector<std::string>;

const char* const korea =
    "A Corporal's Winter\n\n"
    "Told to the regimental history project in 1998.\n\n"
    "I was a corporal in the second battalion. On 1 November 1950 we crossed the river and moved north "
    "to Unsan. Our company dug in on a ridge near the village of Hwaong. Orders came to hold the road "
    "between Unsan and Ipsok, and we held it for two days. At around 10:30 at night the Chinese "
    "attacked from the hills. They blew up the bridge and cut the road to the south. We were told to "
    "withdraw to Anju, but we never got there. Instead we fell back across the Kuryong river at half "
    "past three in the morning. By noon we had reached Kunu-ri. General Walker had feared that Anju "
    "would fall. The next day the men walked south through Sunchon to Pyongyang. We stayed in Pyongyang"
    " until 4 December. Two days later we left Pyongyang for Seoul by truck. Sergeant Miller said that "
    "the enemy had captured Hamhung. We could have gone to Wonsan, but the pass was closed. We did not "
    "reach Seoul before the evening of 12 December.\n\n"
    "Before Unsan, we were in Sinanju, guarding the airfield.";

const char* const bosnia =
    "Interviewer: Where were you when it started?\n\n"
    "Emir: I was in hospital in Tuzla in the first week of July 1995. My brothers and the men of the "
    "28th Division were in Srebrenica. On 11 July the Serbs entered the town, and the men withdrew to "
    "the village of Susnjari. They told me later that the column left Susnjari at midnight. They "
    "marched towards Konjevic Polje and crossed the asphalt road on the third night.\n\n"
    "Interviewer: And you?\n\n"
    "Emir: When I left the hospital, I went with a patrol from Tuzla to Nezuk. We waited there until 16"
    " July. About two o'clock in the afternoon the column broke through near Baljkovica. In the evening"
    " we took them to Medjedja. The radio said that Zepa would fall next. Zepa fell on 25 July. We were"
    " afraid that they might attack Gorazde. The commanders ordered us to go to Kladanj, and we went to"
    " Kladanj the following day.\n\n"
    "Interviewer: What do you think of the UN?\n\n"
    "Emir: The UN did nothing. In 1993 General Morillon came to Srebrenica and promised protection. The"
    " Dutch soldiers handed over their weapons in Potocari.";

const char* const ukraine =
    "Q: How did it begin for you?\n\n"
    "A: We were stationed in Chernihiv. On 24 February 2022 at five in the morning they started "
    "shelling the barracks. We left Chernihiv within an hour and drove to the village of Ivanivka via "
    "the Kyiv highway. Our battalion held Ivanivka for three days. On the 28th the Russians tried to "
    "take the bridge, but they could not cross the Desna. Then our commander told us to pull back to "
    "Sloboda. We pulled back to Sloboda that night.\n\n"
    "Q: Was anyone left behind?\n\n"
    "A: My friend Oleksandr Kovalenko and two others stayed in Ivanivka. They were captured on 2 March."
    " I heard that they had been taken to Homel in Belarus. Ukraine wanted to exchange them. Around "
    "15:40 a drone hit our trucks on the Lukashivka-Sloboda road. We remained in Sloboda until the end "
    "of March, and after the Russians withdrew we entered Lukashivka.";

const char* const france =
    "My War, by Henri\n\n"
    "We spent the winter in Lille. On Friday, May 10, 1940 our regiment was sent into Belgium. We "
    "marched to Namur via Charleroi and took up positions along the Meuse. On 13 May the Germans "
    "crossed the river at Dinant and Houx. The captain ordered us to retreat to Philippeville. We "
    "retreated, but the road to Philippeville was full of refugees, so we turned towards Maubeuge. We "
    "arrived in Maubeuge at six in the evening, exhausted. If the tanks had come that night, we would "
    "have been in Paris as prisoners. The next morning we fought at Avesnes. My company lost its guns "
    "there. We withdrew from Avesnes to Cambrai, and from Cambrai to Arras. In Arras the British told "
    "us that Amiens had fallen. On 26 May we reached the outskirts of Dunkirk. We waited on the beach "
    "at Malo-les-Bains for four days. At 2 a.m. on 31 May a destroyer took us to Dover.";

TEST(OtherWars, Korea1950) {
    const Reading r = readWords(korea);
    EXPECT_EQ(chainOf(r),
              (Lines{"Sinanju", "Unsan", "Hwaong", "Kunu-ri", "Pyongyang", "Pyongyang", "Seoul"}));
    EXPECT_EQ(told(r).at(2), "order ordered narrator reported | reference Unsan, reference Ipsok");
    EXPECT_EQ(told(r).at(6), "order ordered narrator reported | ordered Anju");
    EXPECT_EQ(told(r).at(13), "capture other-actor none reported | reference Hamhung");
    EXPECT_EQ(told(r).at(14), "move hypothetical narrator seen | hypothetical Wonsan");
    EXPECT_EQ(told(r).at(15), "arrive negated none seen | negated Seoul");
    EXPECT_EQ(told(r).back(), "hold executed narrator seen earlier | reference Unsan, stop Sinanju");
}

TEST(OtherWars, Bosnia1995) {
    const Reading r = readWords(bosnia);
    EXPECT_EQ(chainOf(r),
              (Lines{"Tuzla", "Srebrenica", "Susnjari", "Konjevic Polje", "Nezuk", "Medjedja", "Kladanj"}));
    EXPECT_EQ(told(r).at(0), "hold executed narrator seen | stop Tuzla");
    EXPECT_EQ(told(r).at(1), "hold executed unit told | stop Srebrenica");
    EXPECT_EQ(told(r).at(4), "move executed unit told | origin Susnjari");
    EXPECT_EQ(told(r).at(7), "move executed narrator seen | origin Tuzla, stop Nezuk");
    EXPECT_EQ(told(r).back(), "hand-over background none claimed | background Potocari");
    EXPECT_EQ(r.notNarrator.size(), 3u);
}

TEST(OtherWars, Ukraine2022) {
    const Reading r = readWords(ukraine);
    EXPECT_EQ(chainOf(r), (Lines{"Chernihiv", "Ivanivka", "Ivanivka", "Sloboda", "Sloboda", "Lukashivka"}));
    for (const Mention& m : r.mentions) EXPECT_EQ(m.name.find("Oleksandr"), std::string::npos);
    EXPECT_EQ(told(r).back(), "arrive executed narrator seen | stop Lukashivka");
}

TEST(OtherWars, France1940) {
    const Reading r = readWords(france);
    EXPECT_EQ(chainOf(r), (Lines{"Lille", "Belgium", "Namur", "Meuse", "Maubeuge", "Maubeuge", "Avesnes",
                                 "Cambrai", "Arras", "Dunkirk", "Malo-les-Bains", "Dover"}));
    for (const Mention& m : r.mentions) {
        if (m.name == "Philippeville") {
            EXPECT_EQ(m.role, Role::ordered);
        }
        if (m.name == "Paris") {
            EXPECT_EQ(m.role, Role::hypothetical);
        }
        if (m.name == "Charleroi") {
            EXPECT_EQ(m.role, Role::via);
        }
    }
    ASSERT_TRUE(r.times.back().clock && r.times.back().date);
    EXPECT_EQ(r.statements.at(r.times.back().statement).kind, "move");
}

TEST(Statements, NeverIsNotDone) {
    EXPECT_EQ(told(readWords("We never went to Brest.")),
              Lines{"move negated none seen | negated Brest"});
    EXPECT_EQ(told(readWords("We were in fear that Brest would fall.")),
              Lines{"lose hypothetical none seen | hypothetical Brest"});
}

TEST(Statements, AdviceAndThoughtsAreNoOrders) {
    for (const char* words :
         {"Some said we should turn back to Kobryn.", "Someone suggested that we go to Kobryn.",
          "Someone suggested that we went to Kobryn.", "We thought about going to Kobryn.",
          "People said that we must go to Kobryn.", "He advised us to go to Kobryn.",
          "A cousin proposed that we should move to Kobryn."}) {
        const Reading r = readWords(words);
        ASSERT_EQ(r.mentions.size(), 1u) << words;
        EXPECT_EQ(r.mentions[0].role, Role::hypothetical) << words;
        for (const Statement& s : r.statements) EXPECT_EQ(s.status, Status::hypothetical) << words;
    }
    for (const char* words : {"Our lieutenant said we should withdraw to Kobryn.",
                              "The commander told us that we should move to Kobryn."})
        EXPECT_EQ(readWords(words).statements.at(0).status, Status::ordered) << words;
    EXPECT_EQ(chainOf(readWords("Someone suggested that we go to Kobryn, and we went to Pinsk.")),
              Lines{"Pinsk"});
    EXPECT_EQ(chainOf(readWords("We were advised to leave the town of Kobryn, but we stayed in Kobryn.")),
              Lines{"Kobryn"});
}

TEST(Statements, WhenceAnotherWent) {
    const Reading r = readWords("The army withdrew from Kobryn to Pinsk.");
    ASSERT_EQ(r.statements.size(), 1u);
    ASSERT_EQ(r.statements[0].places.size(), 2u);
    EXPECT_EQ(r.statements[0].places[0].role, Role::origin);
    EXPECT_EQ(r.statements[0].places[1].role, Role::otherActor);
    EXPECT_EQ(r.mentions[0].role, Role::otherActor);  // no way of the narrator's
}

TEST(Statements, WhoReceivesWhatIsHandedOver) {
    struct Case {
        const char *words, *actor, *receiver;
    };
    for (const Case& c :
         {Case{"The town of Kobryn was handed over to the militia on 4 May.", "", "militia"},
          {"The mayor and the police handed the town of Kobryn over to General Ruud.", "police",
           "General Ruud"},
          {"The army handed Kobryn to the Germans.", "army", "Germans"},
          {"We handed over the village of Kobryn to the 4th Brigade at noon.", "we", "4th Brigade"},
          {"The army handed over the town of Kobryn.", "army", ""}}) {
        const Reading r = readWords(c.words);
        ASSERT_EQ(r.statements.size(), 1u) << c.words;
        EXPECT_EQ(r.statements[0].kind, "hand-over") << c.words;
        EXPECT_EQ(r.statements[0].actor, c.actor) << c.words;
        EXPECT_EQ(r.statements[0].receiver, c.receiver) << c.words;
    }
}

TEST(Statements, APronounWithNobodyBeforeItIsNobody) {
    EXPECT_EQ(told(readWords("They attacked the town of Kobryn.")),
              Lines{"attack other-actor none seen | other-actor Kobryn"});
    EXPECT_EQ(readWords("They attacked the town of Kobryn.").statements.at(0).actor, "they");
    const Reading near = readWords("The rebels came near. It rained. They attacked the town of Kobryn.");
    EXPECT_EQ(near.statements.back().actor, "rebels");
    const Reading far = readWords(
        "The rebels came near. It rained. It stopped. We ate bread. They attacked the town of Kobryn.");
    EXPECT_EQ(far.statements.back().actor, "they");
    const Reading one = readWords("My mother fled to Pinsk. They attacked the town of Kobryn.");
    EXPECT_EQ(one.statements.back().actor, "they");
}

TEST(Statements, WhatOthersDoWithTheNarratorMovesHim) {
    struct Case {
        const char *words, *told;
    };
    for (const Case& c :
         {Case{"A steamer carried us across to Kobryn.", "move executed narrator seen | stop Kobryn"},
          {"They put us on a train to Kobryn.", "move executed narrator seen | stop Kobryn"},
          {"They kept us in Kobryn for two days.", "stay executed narrator seen | stop Kobryn"},
          {"We were kept in Kobryn for two days.", "stay executed narrator seen | stop Kobryn"},
          {"They put me in a hospital in Kobryn.", "stay executed narrator seen | stop Kobryn"},
          {"Armed men stopped us at Kobryn.", "stay executed narrator seen | stop Kobryn"},
          {"We took the ferry to Kobryn.", "move executed narrator seen | stop Kobryn"},
          {"We lived in Kobryn for a year.", "stay executed narrator seen | stop Kobryn"},
          {"We got as far as Kobryn.", "arrive executed narrator seen | stop Kobryn"},
          {"We arrived before Kobryn.", "arrive executed narrator seen | stop Kobryn"}})
        EXPECT_EQ(told(readWords(c.words)), Lines{c.told}) << c.words;
    EXPECT_TRUE(chainOf(readWords("I was born in Kobryn.")).empty());
    EXPECT_TRUE(readWords("We stopped firing. We lived on bread.").statements.empty());
}

TEST(Statements, AnIntentionThatIsThenDone) {
    const Reading r = readWords("I decided to go to Brest. In fact, myself and two cousins left.");
    EXPECT_EQ(told(r), (Lines{"plan executed narrator seen | destination Brest", "move executed narrator seen | stop Brest"}));
    const Reading only = readWords("I decided to go to Brest. It was too late.");
    ASSERT_EQ(only.mentions.size(), 1u);
    EXPECT_EQ(only.mentions[0].role, Role::destination);
}

TEST(Statements, AWayToldAgainIsNoNewWay) {
    const Reading r = readWords(
        "We went to Brest. We went to Kobryn. We went to Pinsk. We went from Brest to Kobryn in one breath.");
    EXPECT_EQ(chainOf(r), (Lines{"Brest", "Kobryn", "Pinsk"}));
    EXPECT_EQ(told(r).back(), "move background narrator seen | reference Brest, reference Kobryn");
    EXPECT_EQ(chainOf(readWords("We went to Brest. We went to Kobryn. We went from Kobryn to Brest.")),
              (Lines{"Brest", "Kobryn", "Brest"}));
}

TEST(Statements, TheSameStopAgain) {
    const Reading r =
        readWords("We went to the village of Dubno. When we came to Dubno, the enemy was in front of us.");
    EXPECT_EQ(chainOf(r), Lines{"Dubno"});
    EXPECT_TRUE(r.statements.at(1).sameStopAgain);
}

TEST(Statements, WhatHappenedThenDatesTheArrival) {
    const Reading r = readWords(
        "When we reached Brest, our rifles were handed over. This happened at 2:30 a.m. on 9 June.");
    const auto arrival = std::find_if(r.statements.begin(), r.statements.end(),
                                      [](const Statement& s) { return s.kind == "arrive"; });
    ASSERT_NE(arrival, r.statements.end());
    ASSERT_EQ(arrival->times.size(), 1u);
    EXPECT_EQ(timeline::clockText(*r.times.at(arrival->times[0]).clock), "02:30/02:30");
}

TEST(Statements, WhatWasFearedDidNotHappen) {
    for (const char* words : {"We feared the road through the town of Pinsk was shot at.",
                              "We feared they attacked the town of Pinsk."})
        for (const Statement& s : readWords(words).statements) EXPECT_EQ(s.status, Status::hypothetical) << words;
}

TEST(Statements, TakingTimeTakesNoTown) {
    const Reading r = readWords("We went to the town of Pinsk by train; it took two days.");
    ASSERT_EQ(r.statements.size(), 1u);
    EXPECT_EQ(r.statements[0].kind, "move");
}

TEST(Statements, AGeneralsOrderAfterADateIsNotCarriedOut) {
    const Reading r = readWords(
        "We were told to defend the town of Pinsk, but on the 24th the general ordered the division to go to "
        "the town of Kobryn.");
    ASSERT_EQ(r.statements.size(), 2u);
    EXPECT_EQ(r.statements[1].kind, "order");
    EXPECT_EQ(r.statements[1].status, Status::ordered);
}

TEST(Statements, AForceIsNoPlaceAndANameMayEndLikeAnArticle) {
    EXPECT_TRUE(readWords("I drove a lorry for the Free French.").mentions.empty());
    const Reading r = readWords("We went to Thuan An.");
    ASSERT_EQ(r.mentions.size(), 1u);
    EXPECT_EQ(r.mentions[0].name, "Thuan An");
}

TEST(Statements, AListOfWaysGoesOnWithAPartyAndNotWithADescription) {
    const auto list = readWords("Then the ambulance was divided: the surgeons to Senlis, the kitchen to Meaux.");
    std::vector<std::string> actors;
    for (const Statement& s : list.statements)
        if (s.kind == "move") actors.push_back(s.actor);
    EXPECT_EQ(actors, (std::vector<std::string>{"surgeons", "kitchen"}));
    EXPECT_EQ(told(readWords("We went round the barns, the ones nearest to Senlis.")).size(), 1u);
}

TEST(Statements, HyperboleIsNoBound) {
    const Reading r = readWords("We could be in Brest within ten minutes.");
    ASSERT_EQ(r.statements.size(), 1u);
    EXPECT_EQ(r.statements[0].status, Status::hypothetical);
    EXPECT_TRUE(r.statements[0].times.empty());
    EXPECT_EQ(r.statements[0].figures.size(), 1u);
}

TEST(Statements, ThePluperfectLiesBeforeTheStory) {
    const Reading r = readWords(
        "We camped in the village of Kobryn on 3 May. "
        "We had marched to the town of Pinsk in April. "
        "The next day we went to the village of Luninets.");
    EXPECT_EQ(chainOf(r), (Lines{"Pinsk", "Kobryn", "Luninets"}));
}

TEST(Statements, WhatOneHadToDoIsNoPluperfect) {
    const Reading r = readWords(
        "We camped in the village of Kobryn on 3 May. "
        "Too many of them came, and we had to retreat to the town of Pinsk.");
    EXPECT_EQ(chainOf(r), (Lines{"Kobryn", "Pinsk"}));
}

TEST(Statements, APlacelessPluperfectIsNoStep) {
    const Reading r = readWords("We camped in the village of Kobryn. We had arrived there in April.");
    ASSERT_EQ(r.statements.size(), 2u);
    EXPECT_EQ(r.statements[1].status, Status::background);
}

TEST(Statements, APluperfectThatClosesAStepStaysInOrder) {
    const Reading r = readWords(
        "We left the village of Kobryn at dawn. We slept in the village of Hancewicze. "
        "By 6 May we had reached the town of Pinsk.");
    ASSERT_FALSE(r.statements.empty());
    EXPECT_FALSE(r.statements.back().toldEarlier);
    EXPECT_EQ(chainOf(r).back(), "Pinsk");
}

}  // namespace
}  // namespace retrace::text
