#include "text/verbs.hpp"

#include <unordered_map>
#include <vector>

namespace retrace::text {
namespace {

struct List {
    Action action;
    std::string_view verbs;  // "go/went/gone" or a regular base form
};

constexpr List lists[] = {
    {Action::move,
     "go/went/gone head move travel travel/travelled/travelled drive/drove/driven march walk return proceed "
     "ride/rode/ridden sail "
     "flee/fled/fled "
     "escape run/ran/run climb descend relocate row hurry cross continue switch turn board follow pass"},
    {Action::leave, "leave/left/left depart abandon quit/quit/quit"},
    {Action::withdraw, "withdraw/withdrew/withdrawn retreat evacuate pull retire"},
    {Action::deploy,
     "deploy redeploy reposition station post spread/spread/spread position entrench dig/dug/dug assign base "
     "regroup"},
    {Action::hold, "remain hold/held/held defend stand/stood/stood resist"},
    {Action::arrive, "arrive reach enter land"},
    {Action::occupy, "occupy relieve"},
    {Action::stay,
     "stay live reside dwell lie/lay/lain stop/stopped/stopped spend/spent/spent sleep/slept/slept "
     "wake/woke/woken rest camp wait park halt billet settle "
     "shelter"},
    {Action::attack,
     "attack assault bomb shell fire shoot/shot/shot strike/struck/struck clash fight/fought/fought storm "
     "ambush "
     "bombard raid hit/hit/hit counterattack kill destroy"},
    {Action::advance, "advance push penetrate approach infiltrate"},
    {Action::capture,
     "capture seize overrun/overran/overrun liberate conquer retake/retook/retaken recapture"},
    {Action::cut, "cut/cut/cut block sever encircle surround besiege"},
    {Action::order, "order instruct command"},
    {Action::handOver, "hand surrender"},
    {Action::observe, "see/saw/seen observe watch find/found/found notice"},
    {Action::report,
     "say/said/said learn hear/heard/heard inform reply contact tell/told/told announce swear/swore/sworn "
     "warn promise answer report know/knew/known "
     "believe"},
    {Action::fall, "fall/fell/fallen collapse"},
    {Action::defect, "defect desert mutiny"},
    {Action::begin,
     "begin/began/begun start arise/arose/arisen erupt break/broke/broken intensify keep/kept/kept"},
    {Action::take, "take/took/taken catch/caught/caught"},
    {Action::come, "come/came/come"},
    {Action::get, "get/got/got make/made/made"},
    {Action::put, "set/set/set put/put/put"},
    {Action::plan, "decide plan want intend hope agree prepare aim need wish expect"},
    {Action::attempt, "try attempt fail refuse"},
    {Action::send,
     "send/sent/sent bring/brought/brought transfer transport ferry evacuate fly/flew/flown ship"},
    {Action::carryOut, "carry complete"},
    {Action::none,
     "think/thought/thought feel/felt/felt give/gave/given lose/lost/lost "
     "meet/met/met build/built/built become/became/become lead/led/led pay/paid/paid "
     "buy/bought/bought "
     "eat/ate/eaten drink/drank/drunk speak/spoke/spoken write/wrote/written win/won/won bear/bore/borne "
     "do/did/done "
     "understand/understood/understood sit/sat/sat burn hide/hid/hidden die "
     "rise/rose/risen "
     "grow/grew/grown talk happen occur sign throw/threw/thrown force ask help support reinforce form "
     "protect reinforce"},
};

std::string pastOf(const std::string& base) {
    if (base.ends_with("e")) return base + "d";
    if (base.ends_with("y") && base.size() > 2 &&
        std::string_view("aeiou").find(base[base.size() - 2]) == std::string_view::npos)
        return base.substr(0, base.size() - 1) + "ied";
    if (base == "plan" || base == "ship") return base + base.back() + "ed";
    return base + "ed";
}

std::string ingOf(const std::string& base) {
    if (base.ends_with("ee") || base.ends_with("ye")) return base + "ing";
    if (base == "lie" || base == "die") return base.substr(0, 1) + "ying";
    if (base.ends_with("e")) return base.substr(0, base.size() - 1) + "ing";
    for (const char* doubling :
         {"run", "dig", "cut", "set", "get", "quit", "plan", "sit", "win", "stop", "put"})
        if (base == doubling) return base + base.back() + "ing";
    return base + "ing";
}

std::unordered_map<std::string, VerbForm> build() {
    std::unordered_map<std::string, VerbForm> out;
    const auto put = [&](const std::string& form, Action action, bool VerbForm::*flag) {
        VerbForm& f = out[form];
        if (!f.verb()) f.action = action;
        f.*flag = true;
    };
    for (const List& list : lists) {
        std::string_view rest = list.verbs;
        while (!rest.empty()) {
            const std::size_t space = rest.find(' ');
            const std::string entry(rest.substr(0, space));
            rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
            if (entry.empty()) continue;
            const std::size_t slash = entry.find('/');
            const std::string base = entry.substr(0, slash);
            std::string past = pastOf(base), participle = past;
            if (slash != std::string::npos) {
                const std::size_t second = entry.find('/', slash + 1);
                past = entry.substr(slash + 1, second - slash - 1);
                participle = entry.substr(second + 1);
            }
            put(base, list.action, &VerbForm::base);
            put(past, list.action, &VerbForm::past);
            put(participle, list.action, &VerbForm::participle);
            put(ingOf(base), list.action, &VerbForm::ing);
            if (past == base + "led") put(base + "ling", list.action, &VerbForm::ing);  // "travelling"
        }
    }
    return out;
}

}  // namespace

VerbForm verbForm(std::string_view lower) {
    static const auto table = build();
    const auto found = table.find(std::string(lower.substr(0, 40)));
    if (found != table.end()) return found->second;
    if (lower.size() > 4 && lower.ends_with("ed") && lower.find('-') == std::string_view::npos)
        return {Action::none, false, true, true, false};
    return {};
}

bool standsBefore(std::string_view lower) {
    const VerbForm v = verbForm(lower);
    return v.past && (v.action == Action::arrive || v.action == Action::stay || v.action == Action::deploy ||
                      v.action == Action::hold);
}

std::string kindName(Action action) {
    switch (action) {
        case Action::move:
        case Action::send:
        case Action::leave:
        case Action::come:
        case Action::get:
        case Action::put:
            return "move";
        case Action::withdraw:
            return "withdraw";
        case Action::deploy:
            return "deploy";
        case Action::hold:
            return "hold";
        case Action::arrive:
            return "arrive";
        case Action::occupy:
            return "occupy";
        case Action::stay:
            return "stay";
        case Action::attack:
        case Action::begin:
            return "attack";
        case Action::advance:
            return "advance";
        case Action::capture:
        case Action::fall:
        case Action::take:
            return "capture";
        case Action::cut:
            return "cut";
        case Action::order:
            return "order";
        case Action::handOver:
            return "hand-over";
        case Action::observe:
            return "observe";
        case Action::report:
            return "report";
        default:
            return "state";
    }
}

}  // namespace retrace::text
