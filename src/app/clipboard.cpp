// SFML's clipboard gives nothing where the owner hands a long text over in pieces (INCR of the ICCCM, 2.7.2).
#include "app/clipboard.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <dlfcn.h>
#include <poll.h>

#include <chrono>
#include <optional>

namespace retrace::app {

namespace {

using Clock = std::chrono::steady_clock;

/// The few calls that are needed, from the library that SFML has loaded: nothing more to link.
struct X11 {
    void* library = dlopen("libX11.so.6", RTLD_LAZY);
    template <class Function>
    Function* call(const char* name) const {
        return reinterpret_cast<Function*>(library ? dlsym(library, name) : nullptr);
    }
    decltype(&XOpenDisplay) openDisplay = call<decltype(XOpenDisplay)>("XOpenDisplay");
    decltype(&XCloseDisplay) closeDisplay = call<decltype(XCloseDisplay)>("XCloseDisplay");
    decltype(&XCreateSimpleWindow) createWindow = call<decltype(XCreateSimpleWindow)>("XCreateSimpleWindow");
    decltype(&XSelectInput) selectInput = call<decltype(XSelectInput)>("XSelectInput");
    decltype(&XInternAtom) internAtom = call<decltype(XInternAtom)>("XInternAtom");
    decltype(&XConvertSelection) convertSelection = call<decltype(XConvertSelection)>("XConvertSelection");
    decltype(&XGetWindowProperty) getProperty = call<decltype(XGetWindowProperty)>("XGetWindowProperty");
    decltype(&XPending) pending = call<decltype(XPending)>("XPending");
    decltype(&XNextEvent) nextEvent = call<decltype(XNextEvent)>("XNextEvent");
    decltype(&XConnectionNumber) connectionNumber = call<decltype(XConnectionNumber)>("XConnectionNumber");
    decltype(&XDefaultRootWindow) rootWindow = call<decltype(XDefaultRootWindow)>("XDefaultRootWindow");
    decltype(&XFree) free = call<decltype(XFree)>("XFree");

    [[nodiscard]] bool complete() const {
        return openDisplay && closeDisplay && createWindow && selectInput && internAtom && convertSelection &&
               getProperty && pending && nextEvent && connectionNumber && rootWindow && free;
    }
};

/// A connection of its own with a window that nobody sees; the events of the program's window stay its own.
class Receiver {
public:
    explicit Receiver(const X11& x) : x_(x), display_(x.openDisplay(nullptr)) {
        if (!display_) return;
        window_ = x_.createWindow(display_, x_.rootWindow(display_), 0, 0, 1, 1, 0, 0, 0);
        x_.selectInput(display_, window_, PropertyChangeMask);
        property_ = x_.internAtom(display_, "RETRACE_CLIPBOARD", False);
        incremental_ = x_.internAtom(display_, "INCR", False);
    }
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;
    ~Receiver() {
        if (display_) x_.closeDisplay(display_);
    }

    [[nodiscard]] std::string receive(std::size_t most) {
        if (!display_) return {};
        const Atom clipboard = x_.internAtom(display_, "CLIPBOARD", False);
        const Atom utf8 = x_.internAtom(display_, "UTF8_STRING", False);
        x_.convertSelection(display_, clipboard, utf8, property_, window_, CurrentTime);
        const auto answer = wait([](const XEvent& e) { return e.type == SelectionNotify; });
        if (!answer || answer->xselection.property == 0) return {};
        Piece piece = take();
        if (piece.type != incremental_) return piece.bytes;
        std::string text;
        const auto isNew = [this](const XEvent& e) {
            return e.type == PropertyNotify && e.xproperty.state == PropertyNewValue &&
                   e.xproperty.atom == property_;
        };
        while (text.size() <= most && wait(isNew)) {
            piece = take();
            if (piece.bytes.empty()) return text;  // the end
            text += piece.bytes;
        }
        return text.size() > most ? text : std::string();  // half a text is none
    }

private:
    struct Piece {
        Atom type = 0;
        std::string bytes;
    };

    /// The next event that is meant; nothing after two seconds without one.
    template <class Meant>
    std::optional<XEvent> wait(const Meant& meant) {
        const auto end = Clock::now() + std::chrono::seconds(2);
        while (Clock::now() < end) {
            while (x_.pending(display_) > 0) {
                XEvent event;
                x_.nextEvent(display_, &event);
                if (meant(event)) return event;
            }
            pollfd connection{x_.connectionNumber(display_), POLLIN, 0};
            if (::poll(&connection, 1, 100) < 0) return std::nullopt;
        }
        return std::nullopt;
    }

    /// Reads the property and deletes it, which asks for the next piece.
    [[nodiscard]] Piece take() {
        constexpr long all = 0x1FFFFFFF;  // in units of four bytes
        Piece piece;
        int bits = 0;
        unsigned long count = 0, left = 0;
        unsigned char* data = nullptr;
        x_.getProperty(display_, window_, property_, 0, all, True, AnyPropertyType, &piece.type, &bits,
                       &count, &left, &data);
        if (data && bits == 8) piece.bytes.assign(data, data + count);
        if (data) x_.free(data);
        return piece;
    }

    const X11& x_;
    Display* display_ = nullptr;
    ::Window window_ = 0;
    Atom property_ = 0, incremental_ = 0;
};

}  // namespace

std::string foreignClipboard(std::size_t most) {
    const X11 x;
    return x.complete() ? Receiver(x).receive(most) : std::string();
}

}  // namespace retrace::app
