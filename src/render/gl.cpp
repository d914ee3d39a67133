#include "render/gl.hpp"

#include "geo/error.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace retrace::render {
namespace {

GLuint compile(GLenum stage, std::string_view name, const char* source, std::string_view define) {
    std::string head = "#version 330 core\n";
    if (!define.empty()) head += "#define " + std::string(define) + " 1\n";
    head += "#line 1\n";
    const std::array<const char*, 2> texts{head.c_str(), source};
    const GLuint shader = glCreateShader(stage);
    glShaderSource(shader, 2, texts.data(), nullptr);
    glCompileShader(shader);
    GLint ok = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &ok);
    if (ok == GL_TRUE) return shader;
    std::array<char, 1024> log{};
    glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), nullptr, log.data());
    glDeleteShader(shader);
    throw Error("shaders/" + std::string(name) + (stage == GL_VERTEX_SHADER ? ".vert" : ".frag") +
                " does not compile with this OpenGL driver: " + log.data());
}

}  // namespace

Program::Program(std::string_view name, const char* vertex, const char* fragment, std::string_view define) {
    const GLuint v = compile(GL_VERTEX_SHADER, name, vertex, {});
    const GLuint f = compile(GL_FRAGMENT_SHADER, name, fragment, define);
    id_ = glCreateProgram();
    glAttachShader(id_, v);
    glAttachShader(id_, f);
    glLinkProgram(id_);
    glDeleteShader(v);
    glDeleteShader(f);
    GLint ok = GL_FALSE;
    glGetProgramiv(id_, GL_LINK_STATUS, &ok);
    if (ok == GL_TRUE) return;
    std::array<char, 1024> log{};
    glGetProgramInfoLog(id_, static_cast<GLsizei>(log.size()), nullptr, log.data());
    glDeleteProgram(id_);
    throw Error("the shaders '" + std::string(name) + "' do not link with this OpenGL driver: " + log.data());
}

Program::~Program() {
    glDeleteProgram(id_);
}

void Program::use() const {
    glUseProgram(id_);
}

GLint Program::uniform(const char* name) const {
    return glGetUniformLocation(id_, name);
}

PixelToClip pixelToClip(int width, int height, bool upsideDown) {
    const float sx = 2.0F / static_cast<float>(width), sy = 2.0F / static_cast<float>(height);
    return upsideDown ? PixelToClip{sx, sy, -1, -1} : PixelToClip{sx, -sy, -1, 1};
}

void setPixelToClip(const Program& program, const PixelToClip& p) {
    glUniform4f(program.uniform("pixelToClip"), p.scaleX, p.scaleY, p.offsetX, p.offsetY);
}

void Canvas::resize(int width, int height) {
    if (width == width_ && height == height_) return;
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.id(), 0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
        throw Error("a picture of " + std::to_string(width) + "x" + std::to_string(height) +
                    " pixels is more than this OpenGL driver can draw: choose a smaller --size");
    width_ = width;
    height_ = height;
}

void QuadIndices::bind(std::size_t quads) {
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffer_.id());
    if (quads <= quads_) return;
    quads_ = std::max<std::size_t>(quads + quads / 2, 1024);
    std::vector<std::uint32_t> indices;
    indices.reserve(quads_ * 6);
    for (std::uint32_t q = 0; q < quads_; ++q)
        for (const std::uint32_t corner : {0U, 1U, 2U, 2U, 1U, 3U}) indices.push_back(4 * q + corner);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)),
                 indices.data(), GL_STATIC_DRAW);
}

}  // namespace retrace::render
