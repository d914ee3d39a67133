#include "app/worker.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <stdexcept>

namespace retrace::app {
namespace {

/// Waits for the worker's answer; fails the test after ten seconds.
template <class Result>
typename Worker<Result>::Outcome outcomeOf(Worker<Result>& worker) {
    for (int i = 0; i < 10'000; ++i) {
        if (auto outcome = worker.take()) return *outcome;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ADD_FAILURE() << "no answer";
    return {};
}

TEST(Worker, GivesItsResultOnce) {
    Worker<int> worker;
    EXPECT_FALSE(worker.busy());
    EXPECT_FALSE(worker.take());
    worker.ask([] { return 7; });
    EXPECT_EQ(outcomeOf(worker).result, 7);
    EXPECT_FALSE(worker.take());
    EXPECT_FALSE(worker.busy());
}

TEST(Worker, TheNewestRequestWins) {
    Worker<int> worker;
    std::promise<void> begun, go;
    std::atomic<bool> secondRan = false;
    worker.ask([&] {
        begun.set_value();
        go.get_future().wait();
        return 1;
    });
    begun.get_future().wait();
    worker.ask([&] {
        secondRan = true;
        return 2;
    });
    worker.ask([] { return 3; });
    EXPECT_TRUE(worker.busy());
    EXPECT_FALSE(worker.take());
    go.set_value();
    EXPECT_EQ(outcomeOf(worker).result, 3);
    EXPECT_FALSE(secondRan) << "a request that a newer one replaced was carried out";
}

TEST(Worker, CarriesErrors) {
    Worker<int> worker;
    worker.ask([]() -> int { throw std::runtime_error("the ground is missing"); });
    const auto failed = outcomeOf(worker);
    EXPECT_FALSE(failed.result);
    EXPECT_EQ(failed.error, "the ground is missing");
    worker.ask([] { return 4; });
    EXPECT_EQ(outcomeOf(worker).result, 4);
}

TEST(Worker, EndsWithARequestWaiting) {
    for (int i = 0; i < 50; ++i) {
        Worker<int> worker;
        worker.ask([] { return 1; });
    }
    SUCCEED();
}

}  // namespace
}  // namespace retrace::app
