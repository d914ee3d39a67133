#include "gather/kinds.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

namespace retrace::gather {

namespace {

struct Meaning {
    std::string_view word, type;  // "settlement" and "division" are told by population and country
};

// GeoNames codes, the longest prefix first where one begins as another.
constexpr std::array geoNamesCodes{
    Meaning{"A.PCL", "country"},  Meaning{"A.TERR", "region"},   Meaning{"A.ADM1", "division"},
    Meaning{"A.ADM", "district"}, Meaning{"A.PRSH", "district"}, Meaning{"A.", "area"},
    Meaning{"P.PPLX", "quarter"}, Meaning{"P.PPLQ", "ruin"},     Meaning{"P.PPLW", "ruin"},
    Meaning{"P.PPLH", "ruin"},    Meaning{"P.PPLCH", "ruin"},    Meaning{"P.", "settlement"},
    Meaning{"T.HLL", "hill"},     Meaning{"T.MND", "hill"},      Meaning{"T.MT", "mountain"},
    Meaning{"T.PK", "mountain"},  Meaning{"T.RDGE", "mountain"}, Meaning{"T.VLC", "mountain"},
    Meaning{"T.VAL", "valley"},   Meaning{"T.GRGE", "valley"},   Meaning{"T.DSRT", "desert"},
    Meaning{"T.ISL", "island"},   Meaning{"T.PASS", "pass"},     Meaning{"T.CAPE", "cape"},
    Meaning{"T.", "area"},        Meaning{"H.STM", "river"},     Meaning{"H.WAD", "river"},
    Meaning{"H.CNL", "canal"},    Meaning{"H.LK", "lake"},       Meaning{"H.RSV", "lake"},
    Meaning{"H.SEA", "sea"},      Meaning{"H.GULF", "sea"},      Meaning{"H.BAY", "sea"},
    Meaning{"H.STRT", "sea"},     Meaning{"H.OCN", "sea"},       Meaning{"H.", "water"},
    Meaning{"L.MIL", "base"},     Meaning{"L.OAS", "oasis"},     Meaning{"L.", "area"},
    Meaning{"R.RR", "railway"},   Meaning{"R.", "road"},         Meaning{"S.AIR", "airfield"},
    Meaning{"S.RUIN", "ruin"},    Meaning{"S.ANS", "ruin"},      Meaning{"S.ARCH", "ruin"},
    Meaning{"S.DAM", "dam"},      Meaning{"S.BDG", "bridge"},    Meaning{"S.CMP", "camp"},
    Meaning{"S.INSM", "base"},    Meaning{"S.FRM", "farm"},      Meaning{"S.PRT", "port"},
    Meaning{"S.", "building"},    Meaning{"V.", "area"},
};

// Words of other lists, looked for whole; the first that fits.
constexpr std::array words{
    Meaning{"sovereign state", "country"},
    Meaning{"country", "country"},
    Meaning{"dependency", "country"},
    Meaning{"nation", "country"},
    Meaning{"governorate", "governorate"},
    Meaning{"muhafazah", "governorate"},
    Meaning{"administrative region", "region"},
    Meaning{"macroregion", "region"},
    Meaning{"region", "division"},
    Meaning{"province", "division"},
    Meaning{"state", "division"},
    Meaning{"subdistrict", "district"},
    Meaning{"district", "district"},
    Meaning{"county", "district"},
    Meaning{"macrocounty", "district"},
    Meaning{"localadmin", "district"},
    Meaning{"municipality", "district"},
    Meaning{"nahiyah", "district"},
    Meaning{"neighbourhood", "quarter"},
    Meaning{"neighborhood", "quarter"},
    Meaning{"quarter", "quarter"},
    Meaning{"suburb", "quarter"},
    Meaning{"borough", "quarter"},
    Meaning{"macrohood", "quarter"},
    Meaning{"microhood", "quarter"},
    Meaning{"residential", "quarter"},
    Meaning{"capital", "city"},
    Meaning{"big city", "city"},
    Meaning{"city", "city"},
    Meaning{"town", "town"},
    Meaning{"village", "village"},
    Meaning{"hamlet", "village"},
    Meaning{"isolated dwelling", "village"},
    Meaning{"locality", "settlement"},
    Meaning{"human settlement", "settlement"},
    Meaning{"settlement", "settlement"},
    Meaning{"populated place", "settlement"},
    Meaning{"inhabited place", "settlement"},
    Meaning{"ppl", "settlement"},
    Meaning{"hill", "hill"},
    Meaning{"hills", "hill"},
    Meaning{"tell", "hill"},
    Meaning{"mound", "hill"},
    Meaning{"mountain", "mountain"},
    Meaning{"mountains", "mountain"},
    Meaning{"peak", "mountain"},
    Meaning{"ridge", "mountain"},
    Meaning{"volcano", "mountain"},
    Meaning{"valley", "valley"},
    Meaning{"wadi", "river"},
    Meaning{"river", "river"},
    Meaning{"stream", "river"},
    Meaning{"canal", "canal"},
    Meaning{"lake", "lake"},
    Meaning{"reservoir", "lake"},
    Meaning{"sea", "sea"},
    Meaning{"bay", "sea"},
    Meaning{"island", "island"},
    Meaning{"desert", "desert"},
    Meaning{"pass", "pass"},
    Meaning{"saddle", "pass"},
    Meaning{"cape", "cape"},
    Meaning{"airfield", "airfield"},
    Meaning{"airport", "airfield"},
    Meaning{"aerodrome", "airfield"},
    Meaning{"airbase", "airfield"},
    Meaning{"air base", "airfield"},
    Meaning{"archaeological site", "ruin"},
    Meaning{"ruin", "ruin"},
    Meaning{"ruins", "ruin"},
    Meaning{"military base", "base"},
    Meaning{"barracks", "base"},
    Meaning{"base", "base"},
    Meaning{"camp", "camp"},
    Meaning{"bridge", "bridge"},
    Meaning{"dam", "dam"},
    Meaning{"farm", "farm"},
    Meaning{"port", "port"},
    Meaning{"harbour", "port"},
    Meaning{"castle", "building"},
    Meaning{"building", "building"},
    Meaning{"venue", "building"},
    Meaning{"railway", "railway"},
    Meaning{"road", "road"},
    Meaning{"junction", "road"},
    Meaning{"front line", "area"},
    Meaning{"campus", "area"},
    Meaning{"park", "area"},
    Meaning{"area", "area"},
    Meaning{"plain", "area"},
    Meaning{"forest", "area"},
};

struct Reach {
    std::string_view type;
    double radius_m = 0;
};
constexpr std::array reaches{
    Reach{"country", 300'000}, Reach{"region", 60'000},  Reach{"governorate", 60'000},
    Reach{"district", 15'000}, Reach{"hill", 600},       Reach{"mountain", 3'000},
    Reach{"valley", 3'000},    Reach{"river", 10'000},   Reach{"canal", 5'000},
    Reach{"lake", 3'000},      Reach{"sea", 50'000},     Reach{"desert", 50'000},
    Reach{"island", 3'000},    Reach{"airfield", 1'500}, Reach{"base", 1'500},
    Reach{"area", 3'000},      Reach{"oasis", 2'000},    Reach{"road", 3'000},
    Reach{"railway", 3'000},   Reach{"camp", 600},       Reach{"building", 150},
    Reach{"bridge", 150},
};

std::string named(std::string_view type, long population, std::string_view country) {
    if (type == "settlement") return settlementType(population);
    if (type == "division") return firstDivision(country);
    return std::string(type);
}

bool holdsWord(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || text[at - 1] == ' ';
        const std::size_t end = at + word.size();
        if (begins && (end == text.size() || text[end] == ' ')) return true;
    }
    return false;
}

}  // namespace

std::string settlementType(long population) {
    if (population >= 50'000) return "city";
    return population >= 5'000 ? "town" : "village";
}

double settlementRadius_m(long population) {
    return std::clamp(3 * std::sqrt(static_cast<double>(population)), 600.0, 10'000.0);
}

bool isSettled(std::string_view type) {
    return type == "city" || type == "town" || type == "village" || type == "quarter";
}

double usualRadius_m(std::string_view type, long population) {
    if (isSettled(type) || type.empty()) return std::round(settlementRadius_m(std::max(0L, population)));
    const auto* found = std::ranges::find(reaches, type, &Reach::type);
    return found == reaches.end() ? 500 : found->radius_m;
}

std::string firstDivision(std::string_view country) {
    // Arab states whose "muhafaza" is called a governorate in English.
    static constexpr std::array countries{"SY", "IQ", "LB", "JO", "PS", "EG", "YE", "OM", "BH", "KW", "TN"};
    return std::ranges::find(countries, country) != countries.end() ? "governorate" : "region";
}

std::string typeOfGeoNames(std::string_view featureClass, std::string_view code, long population,
                           std::string_view country) {
    if (code == "PPLC" || (code == "PPLA" && population >= 50'000)) return "city";
    if (code == "PPLA" || code == "PPLA2") return population >= 50'000 ? "city" : "town";
    const std::string whole = std::string(featureClass) + "." + std::string(code);
    for (const Meaning& each : geoNamesCodes)
        if (whole.starts_with(each.word)) return named(each.type, population, country);
    return {};
}

std::string typeOfWords(std::string_view text, long population, std::string_view country) {
    std::string lower;
    for (const char c : text) {
        const auto letter = static_cast<unsigned char>(c);
        lower += std::isalnum(letter) || letter >= 0x80 ? static_cast<char>(std::tolower(letter)) : ' ';
    }
    for (const Meaning& each : words)
        if (holdsWord(lower, each.word)) return named(each.type, population, country);
    return {};
}

}  // namespace retrace::gather
