#pragma once

#include "render/renderer.hpp"

#include <array>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace retrace::render {

/// A ring of a few pictures between the thread that draws and the one that writes; their memory is used
/// again, so a film needs no more of it the longer it runs.
class FrameQueue {
public:
    /// A picture to draw into; waits for one. Null once the writer has stopped.
    [[nodiscard]] Image* acquire() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stopped_ || filled_ < frames_.size(); });
        return stopped_ ? nullptr : &frames_[(first_ + filled_) % frames_.size()];
    }
    /// The acquired picture is complete.
    void push() {
        const std::scoped_lock lock(mutex_);
        ++filled_;
        changed_.notify_all();
    }
    /// No more will be pushed.
    void close() {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }
    /// The next complete picture; waits for one. Null after the last. It and the one before it stay as they
    /// are until the next call.
    [[nodiscard]] const Image* next() {
        std::unique_lock lock(mutex_);
        if (taken_ == 2) {
            first_ = (first_ + 1) % frames_.size();
            --filled_;
            --taken_;
            changed_.notify_all();
        }
        changed_.wait(lock, [&] { return stopped_ || closed_ || filled_ > taken_; });
        if (stopped_ || filled_ <= taken_) return nullptr;
        return &frames_[(first_ + taken_++) % frames_.size()];
    }
    /// Neither side goes on.
    void stop() {
        const std::scoped_lock lock(mutex_);
        stopped_ = true;
        changed_.notify_all();
    }

private:
    std::array<Image, 5> frames_;
    std::size_t first_ = 0, filled_ = 0, taken_ = 0;
    bool closed_ = false, stopped_ = false;
    std::mutex mutex_;
    std::condition_variable changed_;
};

}  // namespace retrace::render
