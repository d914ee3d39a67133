#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

namespace retrace::app {

/// One thread for slow pure calls; only values cross it. A newer request replaces one that waits, and the
/// result of an older one is dropped.
template <class Result>
class Worker {
public:
    struct Outcome {
        std::optional<Result> result;
        std::string error;  // why there is no result
    };

    Worker() : thread_([this](const std::stop_token& stop) { run(stop); }) {}

    void ask(std::function<Result()> work) {
        const std::lock_guard lock(mutex_);
        waiting_ = std::move(work);
        outcome_.reset();
        ++asked_;
        wake_.notify_one();
    }

    /// The outcome of the newest request, once.
    [[nodiscard]] std::optional<Outcome> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(outcome_, std::nullopt);
    }

    [[nodiscard]] bool busy() const {
        const std::lock_guard lock(mutex_);
        return answered_ != asked_;
    }

private:
    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::function<Result()> work;
            unsigned long mine = 0;
            {
                std::unique_lock lock(mutex_);
                if (!wake_.wait(lock, stop, [this] { return static_cast<bool>(waiting_); })) return;
                work = std::exchange(waiting_, nullptr);
                mine = asked_;
            }
            Outcome outcome;
            try {
                outcome.result = work();
            } catch (const std::exception& e) {
                outcome.error = e.what();
            }
            const std::lock_guard lock(mutex_);
            if (mine != asked_) continue;
            outcome_ = std::move(outcome);
            answered_ = mine;
        }
    }

    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::function<Result()> waiting_;
    std::optional<Outcome> outcome_;
    unsigned long asked_ = 0, answered_ = 0;
    std::jthread thread_;  // last: it uses all the others
};

}  // namespace retrace::app
