#include "evaluate/front_proofs.hpp"

#include "evaluate/front_collapse.hpp"
#include "evaluate/front_methods.hpp"

namespace retrace::evaluate {
namespace {

FrontProof proofOf(std::string name, const std::vector<Contender>& contenders) {
    FrontProof proof{.name = std::move(name), .runs = 0, .methods = {}};
    for (const Contender& c : contenders)
        proof.methods.push_back({.method = c.name, .all = {}, .briers = {}, .accuracies = {}});
    return proof;
}

void take(MethodScores& method, const FrontScores& run) {
    if (run.answers == 0) return;
    add(method.all, run);
    method.briers.push_back(*run.meanBrier());
    method.accuracies.push_back(*run.accuracy());
}

/// Run by run against the first method.
void countBeaten(FrontProof& proof) {
    const std::vector<double> first = proof.methods.front().briers;
    for (std::size_t m = 1; m < proof.methods.size(); ++m) {
        std::size_t beaten = 0;
        for (std::size_t i = 0; i < first.size(); ++i) beaten += first[i] < proof.methods[m].briers[i];
        proof.methods[m].beaten = beaten;
    }
}

}  // namespace

std::vector<Contender> frontContenders() {
    std::vector<Contender> all{fieldContender()};
    for (Contender& c : frontBaselines()) all.push_back(std::move(c));
    all.push_back(kernelVote());
    all.push_back(hilbertMap());
    return all;
}

FrontProof proveOnRecord(const std::vector<model::RecordRow>& rows, const std::vector<Contender>& contenders,
                         std::size_t splits, std::uint64_t seed) {
    const RecordPlaces record = recordPlaces(rows);
    FrontProof proof = proofOf("record", contenders);
    for (; proof.runs < splits; ++proof.runs)
        for (std::size_t m = 0; m < contenders.size(); ++m)
            take(proof.methods[m], scoreSplit(record, contenders[m], seed + proof.runs));
    countBeaten(proof);
    return proof;
}

std::vector<FrontProof> proveOnPolygons(const PolygonGround& ground, const std::vector<Contender>& contenders,
                                        std::size_t draws, std::uint64_t seed, bool tuning) {
    const std::size_t half = ground.dates.size() / 2;
    const std::size_t first = tuning ? 1 : half, last = tuning ? half : ground.dates.size();
    std::vector<FrontProof> proofs{proofOf("polygons", contenders)};
    for (const std::size_t count : {30u, 100u, 300u}) {
        FrontProof part = proofOf("polygons, " + std::to_string(count) + " claims", contenders);
        for (std::size_t d = first; d < last; ++d) {
            const ScoredRun run = runOf(ground, d);
            for (const double place_km : {2.0, 5.0, 10.0})
                for (const double date_days : {1.0, 3.0})
                    for (std::size_t k = 0; k < draws; ++k) {
                        const Sampling how{.count = count, .place_km = place_km, .date_days = date_days};
                        const auto observations = drawn(ground, d, how, ++seed);
                        for (std::size_t m = 0; m < contenders.size(); ++m) {
                            const FrontScores scores =
                                scoreFront(contenders[m].learn(observations, 2), 2, ground.ground, run);
                            take(part.methods[m], scores);
                            take(proofs.front().methods[m], scores);
                        }
                        ++part.runs;
                        ++proofs.front().runs;
                    }
        }
        countBeaten(part);
        proofs.push_back(std::move(part));
    }
    countBeaten(proofs.front());
    return proofs;
}

FrontProof proveOnCollapse(const std::vector<Contender>& contenders, std::size_t worlds, std::uint64_t seed) {
    FrontProof proof = proofOf("collapse", contenders);
    for (; proof.runs < worlds; ++proof.runs) {
        const Collapse world = collapseOf(seed + proof.runs);
        for (std::size_t m = 0; m < contenders.size(); ++m)
            take(proof.methods[m], scoreFront(contenders[m].learn(world.observations, collapseSides),
                                              collapseSides, world.ground, world.run));
    }
    countBeaten(proof);
    return proof;
}

}  // namespace retrace::evaluate
