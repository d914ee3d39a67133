#include "gazetteer/phonetic.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace retrace::gazetteer {

namespace {

bool isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/// The next code point of valid UTF-8; moves `at` past it.
char32_t nextCodePoint(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned lead = byte(at);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) c = (c << 6) | (byte(at + i) & 0x3FU);
    at += length;
    return c;
}

/// Letters that sound alike.
struct Letters {
    std::u32string_view letters;
    const char* sound;
};
// Vowels are alif, waw, ya; 'ayn counts as a vowel, as in Latin spellings.
constexpr std::array<Letters, 22> arabicSounds{
    {{U"اع", "a"},  {U"و", "u"},  {U"ي", "i"},  {U"ب", "b"},  {U"پ", "p"},   {U"تثط", "t"},
     {U"ج", "j"},   {U"چ", "c"},  {U"حه", "h"}, {U"خ", "x"},  {U"دذض", "d"}, {U"ر", "r"},
     {U"زظژ", "z"}, {U"سص", "s"}, {U"ش", "c"},  {U"غگ", "g"}, {U"ف", "f"},   {U"ڤ", "v"},
     {U"قك", "k"},  {U"ل", "l"},  {U"م", "m"},  {U"ن", "n"}}};
constexpr std::array<Letters, 23> cyrillicSounds{
    {{U"ая", "a"}, {U"еэєё", "e"}, {U"ийіїы", "i"}, {U"о", "o"},  {U"уюў", "u"}, {U"б", "b"},
     {U"в", "v"},  {U"гґ", "g"},   {U"д", "d"},     {U"ж", "j"},  {U"з", "z"},   {U"к", "k"},
     {U"л", "l"},  {U"м", "m"},    {U"н", "n"},     {U"п", "p"},  {U"р", "r"},   {U"с", "s"},
     {U"т", "t"},  {U"ф", "f"},    {U"х", "h"},     {U"ц", "ts"}, {U"чшщ", "c"}}};

/// The sounds of the 256 letters from `first` on; nullptr for letters that the table does not know.
template <std::size_t N>
constexpr std::array<const char*, 256> blockOf(char32_t first, const std::array<Letters, N>& table) {
    std::array<const char*, 256> block{};
    for (const Letters& row : table)
        for (const char32_t letter : row.letters) block[letter - first] = row.sound;
    return block;
}
constexpr auto cyrillicBlock = blockOf(0x400, cyrillicSounds);
constexpr auto arabicBlock = blockOf(0x600, arabicSounds);

const char* soundOf(char32_t c) {
    return c >= 0x400 && c < 0x500   ? cyrillicBlock[c - 0x400]
           : c >= 0x600 && c < 0x700 ? arabicBlock[c - 0x600]
                                     : nullptr;
}

struct Digraph {
    std::string_view letters, sound;
};
constexpr std::array<Digraph, 16> digraphs{{{"sch", "c"},
                                            {"sh", "c"},
                                            {"ch", "c"},
                                            {"kh", "x"},
                                            {"gh", "g"},
                                            {"th", "t"},
                                            {"dh", "d"},
                                            {"zh", "j"},
                                            {"ph", "f"},
                                            {"dj", "j"},
                                            {"ck", "k"},
                                            {"ou", "u"},
                                            {"oo", "u"},
                                            {"ee", "i"},
                                            {"iy", "i"},
                                            {"uw", "u"}}};

bool beginsWith(std::string_view text, std::size_t at, std::string_view what) {
    return text.substr(at, what.size()) == what;
}

/// Tall, Tallat and their kin are one word; so are Khirba and Khirbat.
std::string_view canonicalWord(std::string_view word) {
    constexpr std::array<std::string_view, 9> tells{"tal",    "tel",   "tell",   "tall", "tallat",
                                                    "tallet", "talat", "tallah", "telat"};
    constexpr std::array<std::string_view, 6> ruins{"khirbat", "khirbet", "kherbet",
                                                    "khurbet", "kharbet", "khirbeh"};
    if (word[0] == 't' && std::find(tells.begin(), tells.end(), word) != tells.end()) return "tal";
    if (word[0] == 'k' && std::find(ruins.begin(), ruins.end(), word) != ruins.end()) return "khirba";
    return word;
}

/// `from` is where the word begins in `out`: vowels double across words, consonants do not.
void append(std::string& out, std::size_t from, std::string_view sound) {
    for (const char c : sound)
        if (out.empty() || out.back() != c || (out.size() == from && isVowel(c))) out += c;
}

void appendWord(std::string& out, std::string_view raw) {
    std::string_view word = canonicalWord(raw);
    // Latin -ah, -eh and -e at the end are one ta marbuta.
    const auto ends = [&](std::string_view tail) {
        return word.size() > tail.size() + 1 && word.substr(word.size() - tail.size()) == tail;
    };
    bool taMarbuta = false;
    if (ends("ah") || ends("eh")) {
        word.remove_suffix(1);
    } else if (ends("ه")) {
        word.remove_suffix(2);
        taMarbuta = true;
    }

    constexpr std::string_view secondLetters = "hcjkuoeyw";
    const std::size_t begin = out.size();
    for (std::size_t at = 0; at < word.size();) {
        if (at + 1 < word.size() && secondLetters.find(word[at + 1]) != std::string_view::npos) {
            const auto* digraph =
                std::find_if(digraphs.begin(), digraphs.end(),
                             [&](const Digraph& d) { return beginsWith(word, at, d.letters); });
            if (digraph != digraphs.end()) {
                append(out, begin, digraph->sound);
                at += digraph->letters.size();
                continue;
            }
        }
        const std::size_t from = at;
        const char32_t c = nextCodePoint(word, at);
        const char next = at < word.size() ? word[at] : '\0';
        if (c == U'c')
            append(out, begin, next == 'e' || next == 'i' || next == 'y' ? "s" : "k");
        else if (c == U'q')
            append(out, begin, "k");
        else if (c == U'x')
            append(out, begin, "ks");
        else if (c == U'y')
            append(out, begin, out.empty() ? "y" : "i");
        else if (c == U'w')
            append(out, begin, out.empty() ? "w" : "u");
        else if (c < 0x80)
            append(out, begin, word.substr(from, 1));
        else if (const char* sound = soundOf(c))
            append(out, begin, out.empty() && c == U'و' ? "w" : out.empty() && c == U'ي' ? "y" : sound);
        else
            append(out, begin, word.substr(from, at - from));
    }
    if (taMarbuta) append(out, begin, "a");
}

bool isArticle(std::string_view word, std::string_view next) {
    if (word == "al" || word == "el" || word == "ul" || word == "il") return true;
    if (word.size() < 2 || word.size() > 3 || !isVowel(word[0]) || word[0] == 'o') return false;
    return next.substr(0, word.size() - 1) == word.substr(1) &&
           std::string_view("tdrzsnljc").find(word[1]) != std::string_view::npos;
}

}  // namespace

std::vector<std::string_view> wordsWithoutArticles(std::string_view name) {
    std::vector<std::string_view> words;
    words.reserve(4);
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        if (end > at) words.push_back(name.substr(at, end - at));
        at = end + 1;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view word = words[i];
        if (i + 1 < words.size() && isArticle(word, words[i + 1])) continue;
        constexpr std::string_view arabicArticle = "ال";
        if (word.size() >= arabicArticle.size() + 4 && word.substr(0, arabicArticle.size()) == arabicArticle)
            word.remove_prefix(arabicArticle.size());
        words[kept++] = word;
    }
    words.resize(kept);
    return words;
}

std::string soundsOf(const std::vector<std::string_view>& words) {
    std::string out;
    out.reserve(32);
    for (const std::string_view word : words) appendWord(out, word);
    return out;
}

std::string soundsOf(std::string_view foldedName) {
    return soundsOf(wordsWithoutArticles(foldedName));
}

std::string withChAsKh(std::string_view foldedName) {
    std::string out;
    for (std::size_t at = 0; (at = foldedName.find("ch", at)) != std::string_view::npos; at += 2) {
        if (at > 0 && (foldedName[at - 1] == 's' || foldedName[at - 1] == 't')) continue;
        if (out.empty()) out = foldedName;
        out[at] = 'k';
    }
    return out;
}

std::string skeletonOf(std::string_view sounds) {
    std::string out;
    out.reserve(sounds.size());
    for (std::size_t i = 0; i < sounds.size(); ++i) {
        const char c = sounds[i];
        if (isVowel(c)) {
            if (i == 0) out += 'a';
        } else {
            out += c;
        }
    }
    // "Damascah", "Hamah" have lost their h; what is left of a name of one vowel is that vowel.
    return out.empty() && !sounds.empty() ? std::string("a") : out;
}

}  // namespace retrace::gazetteer
