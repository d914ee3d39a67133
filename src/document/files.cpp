#include "document/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <random>
#include <system_error>
#include <utility>

#include "geo/error.hpp"

namespace retrace::document {
namespace {

namespace fs = std::filesystem;

/// Closes the file when it goes out of sight.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] int release() { return std::exchange(fd_, -1); }

private:
    int fd_;
};

std::string reason() {
    return std::strerror(errno);
}

bool isNetworkPath(const std::string& path) {
    return path.find("://") != std::string::npos || path.starts_with("//") || path.starts_with("\\\\") ||
           path.starts_with("/vsi");
}

bool isInside(const fs::path& folder, const fs::path& file) {
    const fs::path relative = file.lexically_relative(folder);
    return !relative.empty() && relative != "." && *relative.begin() != "..";
}

void writeAll(int fd, std::string_view bytes, const fs::path& target) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            throw Error(target.string() + ": cannot write (" + reason() +
                        "); the old file is untouched; make room or save elsewhere");
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// A new file beside the target; the kernel applies the user's mask to `mode`, which no thread may read safely.
Descriptor newFile(const fs::path& folder, const fs::path& target, mode_t mode, std::string& name) {
    std::random_device random;
    for (int attempt = 0; attempt < 100; ++attempt) {
        fs::path hidden = ".";
        hidden += target.filename();
        hidden += ".";
        hidden += std::to_string(random());
        name = (folder / hidden).string();
        const int fd = ::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
        if (fd >= 0 || errno != EEXIST) return Descriptor(fd);
    }
    return Descriptor(-1);
}

void syncFolder(const fs::path& folder) {
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() >= 0) ::fsync(fd.get());  // some file systems refuse it; the file itself is synced
}

}  // namespace

std::string readFile(const fs::path& path, std::size_t limit) {
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (fd.get() < 0) {
        throw Error(path.string() + ": cannot open (" + reason() + "); check the name and the permissions");
    }
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
        throw Error(path.string() + ": not a regular file; give a text or a .retrace document");
    }
    if (static_cast<std::size_t>(info.st_size) > limit) {
        throw Error(path.string() + ": " + std::to_string(info.st_size) + " bytes, more than the " +
                    std::to_string(limit) + " that are read; split it");
    }
    std::string bytes;
    char buffer[65536];
    while (true) {
        const ssize_t got = ::read(fd.get(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Error(path.string() + ": cannot read (" + reason() + "); check the disk");
        if (got == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(got));
        if (bytes.size() > limit) throw Error(path.string() + ": grows while it is read; try again later");
    }
}

fs::path resolveInside(const fs::path& folder, const fs::path& written, const std::string& nameForErrors) {
    const std::string text = written.string();
    const auto refuse = [&](const std::string& why) {
        return Error(nameForErrors + ": path '" + text + "' " + why +
                     "; put the file beside the document and name it by its file name");
    };
    if (text.empty()) throw refuse("is empty");
    if (text.find('\0') != std::string::npos) throw refuse("holds a NUL");
    if (isNetworkPath(text)) throw refuse("is a network path");
    std::error_code failed;
    const fs::path home = fs::weakly_canonical(folder.empty() ? fs::path(".") : folder, failed);
    if (failed) throw refuse("cannot be followed (" + failed.message() + ")");
    const fs::path target = fs::weakly_canonical(home / written, failed);
    if (failed) throw refuse("cannot be followed (" + failed.message() + ")");
    if (!isInside(home, target)) throw refuse("leaves the document's folder");
    return target;
}

void writeWhole(const fs::path& wanted, std::string_view bytes) {
    std::error_code failed;
    const fs::path target = fs::is_symlink(wanted, failed) ? fs::weakly_canonical(wanted) : wanted;
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    if (!target.has_filename()) throw Error(wanted.string() + ": no file name; give one to save under");

    std::optional<mode_t> mode;  // of the old file
    struct stat old {};
    if (::stat(target.c_str(), &old) == 0) {
        if (!S_ISREG(old.st_mode)) throw Error(target.string() + ": not a regular file; save elsewhere");
        if ((old.st_mode & S_IWUSR) == 0 || ::access(target.c_str(), W_OK) != 0) {
            throw Error(target.string() + ": write-protected; save under another name");
        }
        mode = old.st_mode & 07777;
    }
    std::string temporary;
    Descriptor fd = newFile(folder, target, mode ? *mode & 0666 : 0666, temporary);
    if (fd.get() < 0) {
        throw Error(folder.string() + ": cannot write there (" + reason() + "); save elsewhere");
    }
    try {
        writeAll(fd.get(), bytes, target);
        if ((mode && ::fchmod(fd.get(), *mode) != 0) || ::fsync(fd.get()) != 0 || ::close(fd.release()) != 0 ||
            ::rename(temporary.c_str(), target.c_str()) != 0) {
            throw Error(target.string() + ": cannot write (" + reason() +
                        "); the old file is untouched; save elsewhere");
        }
    } catch (...) {
        ::unlink(temporary.c_str());
        throw;
    }
    syncFolder(folder);
}

}  // namespace retrace::document
