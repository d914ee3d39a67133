#include "document/side_verbs.hpp"

#include "text/letter_case.hpp"

#include <algorithm>
#include <utility>

namespace retrace::document {
namespace {

std::vector<model::Side> sidesIn(const Document& document) {
    return document.sides.empty() ? model::sidesByWords() : document.sides;
}

std::vector<std::string> listOf(const Arguments& arguments, const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t from = 0, comma = 0; comma != text.npos; from = comma + 1) {
        comma = text.find(',', from);
        words.push_back(text::lowerCase(text.substr(from, comma == text.npos ? comma : comma - from)));
        if (words.back().empty() || words.back() == "*" || words.back() == "@")
            throw arguments.wrong("called", text, "write words with a comma between, such as army,gov*");
    }
    return words;
}

}  // namespace

void requireSide(const Document& document, const Arguments& arguments, const std::string& name) {
    const auto sides = sidesIn(document);
    if (name.empty() || std::ranges::find(sides, name, &model::Side::name) != sides.end()) return;
    std::string known;
    for (const auto& side : sides) known += (known.empty() ? "" : ", ") + side.name;
    throw arguments.wrong("side", name, "the sides are: " + known);
}

void setSide(Document& document, const Arguments& arguments) {
    constexpr std::size_t mostSides = 8;
    const std::string& name = arguments.at(0, "the side's name");
    if (name.empty()) throw arguments.wrong("the side's name", name, "a side has a name");
    auto sides = sidesIn(document);
    auto side = std::ranges::find(sides, name, &model::Side::name);
    if (side == sides.end()) {
        if (sides.size() == mostSides) throw arguments.wrong("the side's name", name, "there are 8 sides already");
        side = sides.insert(sides.end(), model::Side{.name = name});
    }
    if (const std::string called = arguments.named("called", ""); !called.empty())
        side->called = listOf(arguments, called);
    if (const std::string tint = arguments.named("tint", side->tint); model::isTint(tint))
        side->tint = tint;
    else
        throw arguments.wrong("tint", tint, "write a colour such as #4A60A0");
    if (const std::string hatch = arguments.named("hatch", ""); !hatch.empty())
        side->hatch = static_cast<int>(arguments.number("hatch", hatch, 0, 4));
    const std::string renamed = arguments.named("name", name);
    const bool taken = renamed != name && std::ranges::find(sides, renamed, &model::Side::name) != sides.end();
    if (renamed.empty() || taken) throw arguments.wrong("name", renamed, "give a name that no other side has");
    side->name = renamed;
    for (model::Decision& decision : document.decisions)
        if (auto* settled = std::get_if<model::SettleControl>(&decision.what); settled && settled->side == name)
            settled->side = renamed;
    document.sides = std::move(sides);
}

void forgetSide(Document& document, const Arguments& arguments) {
    const std::string& name = arguments.at(0, "the side's name");
    requireSide(document, arguments, name);
    auto sides = sidesIn(document);
    if (std::erase_if(sides, [&](const auto& side) { return side.name == name; }) == 0)
        throw arguments.wrong("the side's name", name, "a side has a name");
    if (sides.size() < 2) throw arguments.wrong("the side's name", name, "a front has two sides; name another first");
    document.sides = std::move(sides);
}

}  // namespace retrace::document
