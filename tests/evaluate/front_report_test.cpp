#include "evaluate/front_report.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace retrace;
using namespace retrace::evaluate;

namespace {

FrontProof proofWith(double field, double baseline) {
    FrontProof proof{.name = "record", .runs = 1};
    for (const double brier : {field, baseline, 0.5, 0.5}) {
        MethodScores m{.method = "m"};
        m.all.brier = m.all.quietBrier = brier;
        m.all.answers = m.all.quietAnswers = 1;
        proof.methods.push_back(m);
    }
    return proof;
}

TEST(FrontAims, EveryBaselineMustBeBeaten) {
    for (const Aim& aim : frontAims({proofWith(0.1, 0.2)})) EXPECT_TRUE(aim.met) << aim.name;
    EXPECT_FALSE(frontAims({proofWith(0.2, 0.2)})[0].met);
    EXPECT_FALSE(frontAims({proofWith(0.3, 0.2)})[1].met);
}

TEST(FrontReport, SaysTheSameInAllForms) {
    FrontReport report{{proofWith(0.1, 0.2)}, {}};
    report.aims = frontAims(report.proofs);
    const std::string text = frontText(report), csv = frontCsv(report);
    EXPECT_NE(text.find("Brier score                        0.100            0.200"), std::string::npos)
        << text;
    EXPECT_NE(text.find("reached"), std::string::npos);
    EXPECT_TRUE(csv.starts_with("proof,method,figure,value,low,high\n"));
    EXPECT_NE(csv.find("\"record\",\"m\",\"Brier score\",0.100,,\n"), std::string::npos) << csv;
    const auto json = nlohmann::json::parse(frontJson(report));
    EXPECT_EQ(json["proofs"][0]["runs"], 1);
    EXPECT_EQ(json["aims"].size(), report.aims.size());
    EXPECT_TRUE(json["proofs"][0]["methods"]["m"]["accuracy"]["low"].is_null());
}

TEST(FrontReport, IntervalsHoldNineteenOfTwentyRuns) {
    MethodScores m{.method = "m"};
    for (int i = 0; i <= 1000; ++i) m.briers.push_back(i / 1000.0);
    const FrontFigure brier = figuresOf(m).front();
    EXPECT_NEAR(*brier.low, 0.025, 1e-3);
    EXPECT_NEAR(*brier.high, 0.975, 1e-3);
}

TEST(FrontAims, WhatCouldNotBeMeasuredIsMissed) {
    FrontProof proof = proofWith(0.1, 0.2);
    for (MethodScores& m : proof.methods) m.all = {};
    for (const Aim& aim : frontAims({proof})) EXPECT_FALSE(aim.met) << aim.name;
}

TEST(FrontAims, PartsOfAProofHaveNone) {
    FrontProof part = proofWith(0.1, 0.2);
    part.name = "polygons, 30 claims";
    EXPECT_TRUE(frontAims({part}).empty());
}

}  // namespace
