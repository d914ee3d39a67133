#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include <sys/types.h>

namespace retrace::render {

/// ffmpeg on the PATH; nothing where there is none.
[[nodiscard]] std::optional<std::filesystem::path> findFfmpeg();

/// One run of ffmpeg that turns yuv420p frames from a pipe into an H.264 film. The film appears under its
/// name only when finish() has succeeded; until then it is NAME.part and goes with its owner.
class Encoder {
public:
    Encoder(const std::filesystem::path& ffmpeg, const std::filesystem::path& file, int width, int height,
            int fps);
    ~Encoder();
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;

    /// False when ffmpeg has gone: finish() then says why. Call with SIGPIPE blocked or ignored.
    [[nodiscard]] bool write(std::span<const std::uint8_t>);
    /// Waits for ffmpeg and names the film. Throws Error with ffmpeg's last line when it failed.
    void finish();

private:
    void stop();
    [[nodiscard]] std::string lastLine() const;

    std::filesystem::path file_, part_;
    std::FILE* messages_ = nullptr;
    int pipe_ = -1;
    pid_t process_ = -1;
};

}  // namespace retrace::render
