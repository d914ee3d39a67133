// The fuzz corpus and damaged copies of it, the same at every run.
#include <algorithm>
#include <random>

#include "../fuzz/targets.hpp"
#include "fixture.hpp"

namespace retrace::document {
namespace {

std::vector<std::string> corpus(const std::string& name) {
    std::vector<std::string> all;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(RETRACE_TESTS) / "fuzz/corpus" / name)) {
        std::ostringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        all.push_back(bytes.str());
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// One to four bytes changed, cut out or doubled.
std::string damaged(std::string bytes, std::mt19937& random) {
    for (auto n = 1 + random() % 4; n > 0 && !bytes.empty(); --n) {
        const std::size_t at = random() % bytes.size();
        switch (random() % 4) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes.erase(at, 1 + random() % 8);
                break;
            case 2:
                bytes.insert(at, bytes.substr(at, 1 + random() % 8));
                break;
            default:
                bytes[at] = "\"\\{}[]:,#= 09-"[random() % 14];
                break;
        }
    }
    return bytes;
}

template <class Target>
void runDamaged(const std::string& name, int copies, Target target) {
    std::mt19937 random(7);
    const auto files = corpus(name);
    ASSERT_GT(files.size(), 5u);
    for (const std::string& bytes : files) {
        ASSERT_NO_THROW(target(bytes));
        for (int i = 0; i < copies; ++i) {
            const std::string bad = damaged(bytes, random);
            ASSERT_NO_THROW(target(bad)) << bad;
        }
    }
}

}  // namespace

TEST(Corpus, DamagedDocumentsReadOrAreRefused) {
    runDamaged("document", 300, fuzz::document);
}

TEST(Corpus, DamagedLinesReadOrAreRefused) {
    runDamaged("request", 3000, fuzz::request);
}

}  // namespace retrace::document
