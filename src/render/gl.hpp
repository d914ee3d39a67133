#pragma once

#define GL_GLEXT_PROTOTYPES
#include <GL/glcorearb.h>

#include <string_view>
#include <utility>

namespace retrace::render {

/// One OpenGL object, deleted with its owner. The context must be current at both ends.
template <void (*generate)(GLsizei, GLuint*), void (*destroy)(GLsizei, const GLuint*)>
class Handle {
public:
    Handle() { generate(1, &id_); }
    ~Handle() {
        if (id_ != 0) destroy(1, &id_);
    }
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        return *this;
    }
    [[nodiscard]] GLuint id() const { return id_; }

private:
    GLuint id_ = 0;
};

using Buffer = Handle<glGenBuffers, glDeleteBuffers>;
using VertexArray = Handle<glGenVertexArrays, glDeleteVertexArrays>;
using Texture = Handle<glGenTextures, glDeleteTextures>;
using Framebuffer = Handle<glGenFramebuffers, glDeleteFramebuffers>;

/// A linked program of two files of shaders/. Throws Error with the driver's log.
class Program {
public:
    /// `define`: a word that the fragment shader tests with #ifdef; may be empty.
    Program(std::string_view name, const char* vertex, const char* fragment, std::string_view define = {});
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void use() const;
    [[nodiscard]] GLint uniform(const char* name) const;

private:
    GLuint id_ = 0;
};

/// How pixels from the upper left become clip coordinates. Drawn upside down, glReadPixels gives rows from
/// the top: off screen that saves turning every picture.
struct PixelToClip {
    float scaleX = 1, scaleY = 1, offsetX = 0, offsetY = 0;
};
[[nodiscard]] PixelToClip pixelToClip(int width, int height, bool upsideDown);
void setPixelToClip(const Program&, const PixelToClip&);

/// A colour texture with its framebuffer, remade when the size changes.
class Canvas {
public:
    void resize(int width, int height);
    [[nodiscard]] GLuint framebuffer() const { return framebuffer_.id(); }
    [[nodiscard]] GLuint texture() const { return texture_.id(); }
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }

private:
    Framebuffer framebuffer_;
    Texture texture_;
    int width_ = 0, height_ = 0;
};

/// Binds a buffer of indices 0 1 2 2 1 3, 4 5 6 ... for quads, grown to at least `quads`.
class QuadIndices {
public:
    void bind(std::size_t quads);

private:
    Buffer buffer_;
    std::size_t quads_ = 0;
};

}  // namespace retrace::render
