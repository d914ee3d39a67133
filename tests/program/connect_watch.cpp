// Loaded before the program (LD_PRELOAD): ends it when it reaches for the network. Sockets of this machine
// (AF_UNIX, which a display needs) stay allowed.
#include <sys/socket.h>

#include <dlfcn.h>
#include <cstdio>
#include <cstdlib>

namespace {

void refuse(int family, const char* call) {
    if (family != AF_INET && family != AF_INET6) return;
    std::fprintf(stderr, "the program reached for the network: %s\n", call);
    std::_Exit(77);
}

}  // namespace

extern "C" int socket(int family, int type, int protocol) {
    refuse(family, "socket");
    using Socket = int (*)(int, int, int);
    static const auto real = reinterpret_cast<Socket>(dlsym(RTLD_NEXT, "socket"));
    return real(family, type, protocol);
}

extern "C" int connect(int descriptor, const sockaddr* address, socklen_t length) {
    if (address) refuse(address->sa_family, "connect");
    using Connect = int (*)(int, const sockaddr*, socklen_t);
    static const auto real = reinterpret_cast<Connect>(dlsym(RTLD_NEXT, "connect"));
    return real(descriptor, address, length);
}

extern "C" int getaddrinfo(const char*, const char*, const void*, void**) {
    std::fprintf(stderr, "the program reached for the network: getaddrinfo\n");
    std::_Exit(77);
}
