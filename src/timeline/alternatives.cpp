#include "timeline/alternatives.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_map>

namespace retrace::timeline {

namespace {

constexpr double withoutAny = 100;  // the price of a choice of which nothing fits

/// Where a course differs from the cheapest alternative of each choice that is possible by itself.
using Course = std::map<std::size_t, std::size_t>;

class Search {
public:
    Search(Network network, const std::vector<Choice>& choices, const AlternativesAsked& asked)
        : network_(std::move(network)),
          choices_(choices),
          asked_(asked),
          handles_(choices.size()),
          start_(choices.size()),
          taken_(choices.size()) {
        for (const auto& choice : choices) dead_.emplace_back(choice.size() + 1);
        for (std::size_t i = 0; i < choices.size(); ++i) take(i, 0);
    }

    struct Found {
        Course course;
        double cost = 0;
    };
    /// The cheapest course whose choice `fixed` stays as it is in the first, that costs no more than `most`.
    std::optional<Found> cheapest(const Course& first, std::optional<std::size_t> fixed, double most) {
        using Entry = std::tuple<double, std::size_t>;  // cost, then in the order of coming up
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        std::vector<Course> courses;
        std::set<Course> seen;
        const auto offer = [&](Course course) {
            const double cost = costOf(course);
            if (cost > most || !seen.insert(course).second) return;
            open.emplace(cost, courses.size());
            courses.push_back(std::move(course));
        };
        offer(first);
        while (!open.empty()) {
            const auto [cost, number] = open.top();
            open.pop();
            const Course course = courses[number];
            if (const double now = costOf(course); now > cost) {  // dearer since: an alternative fell away
                if (now <= most) open.emplace(now, number);
                continue;
            }
            if (nodes_ >= asked_.mostNodes) {
                exhausted_ = true;
                return std::nullopt;
            }
            ++nodes_;
            goTo(course);
            const auto blamed = inContradiction();
            if (blamed.empty()) return Found{course, cost};
            if (fixed && dead_[*fixed][first.at(*fixed)]) return std::nullopt;
            if (blamed.size() == 1 && dead_[blamed.front()][taken_[blamed.front()]]) {
                if (!course.contains(blamed.front())) open.emplace(cost, number);  // now without it
                continue;
            }
            for (const auto choice : blamed) {
                if (fixed == choice) continue;
                for (std::size_t a = takenBy(course, choice) + 1; a <= choices_[choice].size(); ++a) {
                    if (dead_[choice][a]) continue;
                    Course other = course;
                    other[choice] = a;
                    offer(std::move(other));
                }
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::size_t takenBy(const Course& course, std::size_t choice) const {
        const auto other = course.find(choice);
        return other == course.end() ? start_[choice] : other->second;
    }
    [[nodiscard]] bool isDead(std::size_t choice, std::size_t alternative) const {
        return dead_[choice][alternative];
    }
    [[nodiscard]] double costOf(const Course& course) const {
        double cost = 0;
        for (std::size_t i = 0; i < choices_.size(); ++i) cost += costOf(i, takenBy(course, i));
        return cost;
    }
    [[nodiscard]] double costOf(std::size_t choice, std::size_t alternative) const {
        const auto& all = choices_[choice];
        if (alternative < all.size()) return all[alternative].cost;
        return all.empty() ? 0 : withoutAny;
    }
    [[nodiscard]] std::size_t nodes() const { return nodes_; }
    [[nodiscard]] bool exhausted() const { return exhausted_; }

private:
    void take(std::size_t choice, std::size_t alternative) {
        for (const auto handle : handles_[choice]) {
            network_.remove(handle);
            choiceOf_.erase(handle);
        }
        handles_[choice].clear();
        taken_[choice] = alternative;
        if (alternative >= choices_[choice].size()) return;
        for (const auto& c : choices_[choice][alternative].constraints) {
            handles_[choice].push_back(network_.add(c));
            choiceOf_[handles_[choice].back()] = choice;
        }
    }
    void goTo(const Course& course) {
        for (std::size_t i = 0; i < choices_.size(); ++i)
            if (const auto a = takenBy(course, i); taken_[i] != a) take(i, a);
    }
    /// The choices that a contradiction of the course names, ascending; empty where there is none. What
    /// contradicts all that is known beside the choices falls away for good.
    std::vector<std::size_t> inContradiction() {
        std::set<std::size_t> blamed;
        for (const auto handle : asked_.mayBe ? network_.settle() : network_.contradiction())
            if (const auto choice = choiceOf_.find(handle); choice != choiceOf_.end())
                blamed.insert(choice->second);
        if (blamed.size() == 1) {
            const auto choice = *blamed.begin();
            dead_[choice][taken_[choice]] = true;
            while (start_[choice] < choices_[choice].size() && dead_[choice][start_[choice]])
                ++start_[choice];
        }
        if (!blamed.empty() || !asked_.mayBe) return {blamed.begin(), blamed.end()};
        for (std::size_t i = 0; i < choices_.size(); ++i)
            if (taken_[i] < choices_[i].size() && !asked_.mayBe(network_, i, taken_[i])) return {i};
        return {};
    }

    Network network_;
    const std::vector<Choice>& choices_;
    const AlternativesAsked& asked_;
    std::vector<std::vector<Network::Handle>> handles_;  // by choice, of what is taken
    std::unordered_map<Network::Handle, std::size_t> choiceOf_;
    std::vector<std::size_t> start_;       // by choice: the cheapest that did not fall away
    std::vector<std::size_t> taken_;       // by choice: in the network
    std::vector<std::vector<bool>> dead_;  // by choice and alternative
    std::size_t nodes_ = 0;
    bool exhausted_ = false;
};

}  // namespace

Chosen chooseAlternatives(Network settled, const std::vector<Choice>& choices,
                          const AlternativesAsked& asked) {
    Chosen chosen;
    chosen.best.resize(choices.size());
    chosen.open.resize(choices.size());
    Search search(std::move(settled), choices, asked);
    const auto best = search.cheapest({}, std::nullopt, std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const auto taken = search.takenBy(best ? best->course : Course{}, i);
        if (taken < choices[i].size()) chosen.best[i] = taken;
        for (std::size_t a = 0; a < choices[i].size(); ++a) {
            bool asGood = a == taken;
            if (!asGood && !search.isDead(i, a) &&
                search.costOf(i, a) <= search.costOf(i, taken) + asked.margin)
                asGood = search.exhausted() ||
                         search.cheapest({{i, a}}, i, (best ? best->cost : 0) + asked.margin) ||
                         search.exhausted();
            if (asGood) chosen.open[i].push_back(a);
        }
    }
    chosen.cost = best ? best->cost : 0;
    chosen.nodes = search.nodes();
    chosen.exhausted = search.exhausted();
    return chosen;
}

}  // namespace retrace::timeline
