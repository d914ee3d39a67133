#include "evaluate/corpus.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

#include <random>

namespace retrace::evaluate {
namespace {

const std::string toponyms = R"(<?xml version="1.0" encoding="utf-8"?>
<articles>
  <article docid="77"><title>No matter</title>
    <text><![CDATA[The ferry left Ålby at noon & reached Norrby by night.]]></text>
    <toponyms>
      <toponym><phrase>Ålby</phrase><start>15</start><end>19</end>
        <gaztag geonameid="1"><name>Aalby</name><lat>59.2</lat><lon>17.9</lon></gaztag></toponym>
      <toponym><start>39</start><end>45</end><phrase>Norrby</phrase></toponym>
      <toponym><start>2</start><end>9</end><phrase>Sundby</phrase></toponym>
    </toponyms>
  </article>
  <article docid="78"><text>  </text></article>
</articles>)";

const std::string locations = R"(<articles><article><text>Fever in Westmark &amp; Ostmark.</text><locations>
  <location><name>Westmark</name><start>10</start><end>18</end><lat>10.5</lat><lon>-3.25</lon><page>p</page></location>
</locations></article></articles>)";

std::string refusal(const std::string& xml) {
    try {
        (void)readCorpusXml(xml, "c.xml");
    } catch (const Error& e) {
        EXPECT_EQ(std::string(e.what()).find('\n'), std::string::npos);
        return e.what();
    }
    return "nothing refused";
}

TEST(CorpusXml, ToponymsWithAGaztag) {
    const auto articles = readCorpusXml(toponyms, "c.xml");
    ASSERT_EQ(articles.size(), 1U) << "an article without words is left out";
    const Article& article = articles[0];
    EXPECT_EQ(article.source.id, "article 77");
    ASSERT_EQ(article.expected.size(), 2U);
    EXPECT_EQ(article.lost, 1U);
    EXPECT_EQ(article.expected[0].at, (geo::LonLat{17.9, 59.2}));
    EXPECT_EQ(article.expected[0].name, "Aalby");
    EXPECT_EQ(article.expected[0].tolerance_km, 161);
    EXPECT_FALSE(article.expected[1].at || article.expected[1].listed) << "a toponym that nobody located";
    // It says 39 and stands at 38.
    EXPECT_EQ(text::words(article.source, {"", article.expected[1].begin, article.expected[1].end}),
              "Norrby");
}

TEST(CorpusXml, Locations) {
    const auto articles = readCorpusXml(locations, "c.xml");
    ASSERT_EQ(articles.size(), 1U);
    ASSERT_EQ(articles[0].expected.size(), 1U);
    EXPECT_EQ(articles[0].expected[0].begin, 9U) << "led back to the words";
    EXPECT_EQ(articles[0].expected[0].at, (geo::LonLat{-3.25, 10.5}));
}

TEST(CorpusXml, HostileFilesGetOneLine) {
    const std::string bomb =
        R"(<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
<articles><article><text>&b;</text></article></articles>)";
    EXPECT_NE(refusal(bomb).find("c.xml declares entities of its own"), std::string::npos);
    EXPECT_NE(refusal(toponyms.substr(0, 400)).find("c.xml, line "), std::string::npos);
    EXPECT_NE(refusal("").find("c.xml is no XML"), std::string::npos);
    EXPECT_NE(refusal("lat,lon\n1,2\n").find("c.xml"), std::string::npos);
    EXPECT_NE(refusal("<pages/>").find("no <articles>"), std::string::npos);
    EXPECT_NE(refusal("<articles/>").find("no article with a text"), std::string::npos);
    std::string deep;
    for (int i = 0; i < 200000; ++i) deep += "<articles>";
    EXPECT_NE(refusal(deep).find("no whole XML"), std::string::npos);
    const auto with = [](const std::string& start, const std::string& lat) {
        return "<articles><article><text>In Ost.</text><locations><location><name>Ost</name><start>" + start +
               "</start><lat>" + lat + "</lat><lon>1</lon></location></locations></article></articles>";
    };
    EXPECT_NE(refusal(with("one", "1")).find("start is \"one\""), std::string::npos);
    EXPECT_NE(refusal(with("3", "91")).find("no position"), std::string::npos);
    EXPECT_NE(refusal(with("3", "nan")).find("no position"), std::string::npos);
    EXPECT_EQ(refusal(with("18446744073709551615", "1")), "nothing refused")
        << "far beyond: left out and counted";
}

TEST(CorpusXml, DamagedFilesAreReadOrRefused) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes = round % 2 == 0 ? toponyms : locations;
        for (unsigned n = 1 + random() % 4; n > 0; --n) {
            const std::size_t at = random() % bytes.size();
            if (random() % 2 == 0)
                bytes[at] = static_cast<char>(random());
            else
                bytes.erase(at, 1 + random() % 9);
        }
        try {
            for (const Article& article : readCorpusXml(bytes, "c.xml"))
                for (const Expected& e : article.expected) ASSERT_LE(e.end, article.source.letters.size());
        } catch (const Error&) {
        }
    }
}

TEST(CorpusBrat, KindsAndNotes) {
    const std::string text =
        "TITLE: x LINK: y\nFrom Oldham the Welsh coach ran to Millgate and Paris said no.\n";
    const std::string notes =
        "T1\tLiteral 22 28\tOldham\n#1\tAnnotatorNotes T1\t53.5, -2.25\n"
        "T2\tNon_Literal_Modifier 33 38\tWelsh\n#2\tAnnotatorNotes T2\t99\n"
        "T3\tMixed 52 60\tMillgate\nA1\tModifier_Type T3 Noun\n#3\tAnnotatorNotes T3\t7\n"
        "T4\tMetonymic 65 70\tParis\nT5\tDemonym 33 38\tWelsh\nT6\tLiteral_Expression 39 44\tcoach\n"
        "T7\tLiteral 3 9\tNowhere\n";
    const Article a = readBrat(text, notes, "n.txt", [](std::string_view id) {
        return id == "gn:7" ? std::optional(geo::LonLat{1, 2}) : std::nullopt;
    });
    ASSERT_EQ(a.expected.size(), 4U);
    EXPECT_EQ(a.lost, 1U);
    EXPECT_EQ(a.expected[0].at, (geo::LonLat{-2.25, 53.5}));
    EXPECT_TRUE(a.expected[0].literal);
    EXPECT_FALSE(a.expected[1].literal || a.expected[1].at);
    EXPECT_EQ(a.expected[2].at, (geo::LonLat{1, 2}));
    EXPECT_FALSE(a.expected[3].literal);
    EXPECT_THROW((void)readBrat(text, "T1\tLiteral\n", "n.txt", {}), Error);
}

}  // namespace
}  // namespace retrace::evaluate
