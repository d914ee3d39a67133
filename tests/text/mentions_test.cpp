#include "reference.hpp"
#include "told.hpp"

#include <gtest/gtest.h>

namespace retrace::text {
namespace {

std::vector<std::string> namesIn(const std::string& words, const std::vector<std::string>& known = {}) {
    reference::KnownNames names;
    for (const auto& k : known) names.names.insert(reference::plain(k));
    std::vector<std::string> out;
    for (const Mention& m : readWords(words, reference::lookupIn(names)).mentions)
        out.push_back(m.name + (m.kind.empty() ? "" : " (" + m.kind + ")"));
    return out;
}
using Names = std::vector<std::string>;

TEST(Mentions, UnknownNamesThatTheSentenceMarks) {
    EXPECT_EQ(namesIn("We held the village of Orsha."), Names{"Orsha (village)"});
    EXPECT_EQ(namesIn("We withdrew to the al-Basha area."), Names{"al-Basha (area)"});
    EXPECT_EQ(namesIn("We reached Kesh and al-Dura and Nasim."), (Names{"Kesh", "al-Dura", "Nasim"}));
    EXPECT_EQ(namesIn("They shelled Tel Amir and the villages of Mir, Dor and Lesk."),
              (Names{"Tel Amir", "Mir (village)", "Dor", "Lesk"}));
    EXPECT_EQ(namesIn("He told us of Brunel and of Basker."), Names{});
}

TEST(Mentions, RoutesAreTheirParts) {
    EXPECT_EQ(namesIn("We took the Arbel-Kesh-Orsha route.", {"Arbel", "Kesh", "Orsha"}),
              (Names{"Arbel (route)", "Kesh (route)", "Orsha (route)"}));
    EXPECT_EQ(namesIn("We went to Saint-Omer-en-Val."), Names{"Saint-Omer-en-Val"});
}

TEST(Mentions, GlossAndKinds) {
    const auto gloss = readWords("We drove to al-Mina [the Harbour] at night.").mentions;
    ASSERT_EQ(gloss.size(), 1u);
    EXPECT_EQ(gloss[0].name, "al-Mina");
    EXPECT_EQ(gloss[0].gloss, "the Harbour");
    EXPECT_EQ(gloss[0].surface, "al-Mina [the Harbour]");
    EXPECT_EQ(readWords("We drove through Arbel countryside.").mentions.at(0).surface, "Arbel countryside");
    EXPECT_EQ(namesIn("We left Kesh's ruins behind.", {"Kesh"}), Names{"Kesh"});
}

TEST(Mentions, SignsInNamesStay) {
    const auto m = readWords("We went to al-Zahira\u2019 and Bi\u02BFr al-\u2018Abd.").mentions;
    ASSERT_EQ(m.size(), 2u);
    EXPECT_EQ(m[0].surface, "al-Zahira\u2019");
    EXPECT_EQ(m[1].surface, "Bi\u02BFr al-\u2018Abd");
}

TEST(Mentions, AdverbsAtTheHeadOfASentenceAreNone) {
    for (const char* words : {"Regrettably we were late in Dubno.", "Interestingly, in Dubno we were late.",
                              "Lamentably the road to Dubno was cut.", "Purposefully we marched to Dubno."})
        EXPECT_EQ(namesIn(words, {"dubno"}), Names{"Dubno"}) << words;
    EXPECT_EQ(namesIn("Villages in Italy fell.", {"italy"}), Names{"Italy"});
}

TEST(Mentions, ForcesBearTheNamesOfLands) {
    EXPECT_EQ(namesIn("There were Dubno liberation forces there.", {"dubno"}), Names{});
    EXPECT_EQ(namesIn("The Dubno resistance brigades came.", {"dubno"}), Names{});
    EXPECT_EQ(namesIn("I was in a Dubno regiment.", {"dubno"}), Names{});
    EXPECT_EQ(namesIn("The Dubno road was cut.", {"dubno"}), Names{"Dubno (road)"});
}

TEST(Mentions, LandformsAndOwnersBelongToTheName) {
    EXPECT_EQ(namesIn("We camped at Miller's Bend."), Names{"Miller's Bend"});
    EXPECT_EQ(namesIn("We camped at Miller's Ford.", {"ford"}), Names{"Miller's Ford"});
    EXPECT_EQ(namesIn("We were in Dubno's Brel.", {"dubno"}).at(0), "Dubno");
    EXPECT_EQ(namesIn("We sailed to Dorn Bay."), Names{"Dorn Bay"});
    EXPECT_EQ(namesIn("We drove to Dubno City.", {"dubno"}), Names{"Dubno (city)"});
    EXPECT_EQ(namesIn("The Goths fell back."), Names{});
}

TEST(Mentions, LookalikesAreNone) {
    const std::vector<std::string> known{"Kesh",    "Douglas", "Victoria", "Post", "Lyon",
                                         "Orleans", "Maghrib", "Hama",     "March"};
    for (const char* words :
         {"President Kesh spoke.", "We saw Ahmad Kesh there, and Kesh was afraid.",
          "The Russians came to us.", "It was after the Maghrib prayer.", "The Kesh Times wrote it.",
          "The Kesh Liberation Army came.", "Hamas was there.", "In March we were tired.",
          "The Kesh law was passed.", "The Lebanese were kind."})
        EXPECT_EQ(namesIn(words, known), Names{}) << words;
    EXPECT_EQ(namesIn("Hamas was not in Hama.", known), Names{"Hama"});
}

TEST(Mentions, WordsThatOpenASentenceAreNoNames) {
    EXPECT_EQ(namesIn("Reading was hard. We were reading all night.", {"Reading"}), Names{});
    EXPECT_EQ(namesIn("We went to Reading. We were reading all night.", {"Reading"}), Names{"Reading"});
}

TEST(Mentions, ACountryThatActsIsNoPlace) {
    reference::KnownNames names;
    names.countries.insert("belgia");
    const auto acts =
        readWords("Belgia wanted peace. We fled to Belgia.", reference::lookupIn(names)).mentions;
    ASSERT_EQ(acts.size(), 2u);
    EXPECT_FALSE(acts[0].literal);
    EXPECT_TRUE(acts[1].literal);
    EXPECT_EQ(acts[1].role, Role::stop);
}

}  // namespace
}  // namespace retrace::text
