#pragma once

#include "ui/panels.hpp"
#include "ui/style.hpp"

#include <imgui/imgui.h>

#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace retrace::ui {

/// A screen without window or graphics: panels are run, the mouse is set by hand, and what a person could
/// read is found again in the draw lists by the letters' places in the font atlas.
class Screen {
public:
    using Panels = std::function<void(Requests&)>;

    explicit Screen(geo::ScreenSize size = {1280, 800}, float scale = 1) {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
        io.DeltaTime = 1.0f / 60;
        io.MousePos = {-1000, -1000};
        applyStyle(scene::ThemeName::light, scale, typeset::Fonts(RETRACE_DATA));
        for (const ImFont* font : io.Fonts->Fonts)
            for (const ImFontGlyph& glyph : font->Glyphs)
                if (glyph.Visible) letters_[{glyph.U0, glyph.V0, glyph.U1, glyph.V1}] = glyph.Codepoint;
    }
    ~Screen() { ImGui::DestroyContext(); }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// One frame; what was asked for is added to `requests`.
    void frame(const Panels& panels) {
        ImGui::NewFrame();
        panels(requests);
        ImGui::Render();
        read();
    }
    void frames(int count, const Panels& panels) {
        for (int i = 0; i < count; ++i) frame(panels);
    }
    void moveTo(ImVec2 at, const Panels& panels) {
        ImGui::GetIO().MousePos = at;
        frames(2, panels);
    }
    /// Moves there, presses and releases.
    void click(ImVec2 at, const Panels& panels) {
        moveTo(at, panels);
        ImGui::GetIO().MouseDown[0] = true;
        frame(panels);
        ImGui::GetIO().MouseDown[0] = false;
        frames(3, panels);  // what opens is laid out one frame later
    }
    void doubleClick(ImVec2 at, const Panels& panels) {
        click(at, panels);
        click(at, panels);
    }
    /// Lets the time pass in which two clicks would count as a double one.
    void wait(const Panels& panels) { frames(40, panels); }
    void type(const std::string& words, const Panels& panels) {
        ImGui::GetIO().AddInputCharactersUTF8(words.c_str());
        frames(2, panels);
    }
    void press(ImGuiKey key, const Panels& panels) {
        ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM < 18700
        io.KeyMap[key] = key;
        io.KeysDown[key] = true;
        frame(panels);
        io.KeysDown[key] = false;
#else
        io.AddKeyEvent(key, true);
        frame(panels);
        io.AddKeyEvent(key, false);
#endif
        frames(2, panels);
    }

    /// The letters on the screen in the order drawn, without spaces.
    [[nodiscard]] const std::u32string& shown() const {
        return shown_;
    }
    [[nodiscard]] bool shows(const std::string& words) const {
        return count(words) > 0;
    }
    [[nodiscard]] std::size_t count(const std::string& words) const {
        const std::u32string wanted = unspaced(words);
        std::size_t found = 0;
        for (std::size_t at = shown_.find(wanted); at != std::u32string::npos;
             at = shown_.find(wanted, at + 1))
            ++found;
        return found;
    }
    /// The middle of the words where they stand for the nth time (from 0); far outside where they do not.
    [[nodiscard]] ImVec2 middleOf(const std::string& words, std::size_t nth = 0) const {
        const std::u32string wanted = unspaced(words);
        std::size_t at = shown_.find(wanted);
        for (; nth > 0 && at != std::u32string::npos; --nth) at = shown_.find(wanted, at + 1);
        if (at == std::u32string::npos || wanted.empty()) return {-1000, -1000};
        const ImVec2 first = places_[at], last = places_[at + wanted.size() - 1];
        return {(first.x + last.x) / 2, (first.y + last.y) / 2};
    }

    Requests requests;

private:
    static std::u32string unspaced(const std::string& words) {
        std::u32string letters = text::utf32(words);
        std::erase(letters, U' ');
        return letters;
    }

    /// Letters are quads whose texture corners are a glyph's; those outside of their clip rectangle are not
    /// seen.
    void read() {
        shown_.clear();
        places_.clear();
        const ImDrawData& data = *ImGui::GetDrawData();
        for (int list = 0; list < data.CmdListsCount; ++list) {
            const ImDrawList& draw = *data.CmdLists[list];
            for (const ImDrawCmd& command : draw.CmdBuffer)
                for (unsigned i = 0; i + 5 < command.ElemCount; i += 3) {
                    const ImDrawVert* corner = &draw.VtxBuffer[static_cast<int>(
                        draw.IdxBuffer[static_cast<int>(command.IdxOffset + i)] + command.VtxOffset)];
                    if (corner + 2 >= draw.VtxBuffer.end()) continue;
                    const auto letter =
                        letters_.find({corner[0].uv.x, corner[0].uv.y, corner[2].uv.x, corner[2].uv.y});
                    if (letter == letters_.end()) continue;
                    i += 3;  // a quad has two triangles
                    const ImVec2 middle{(corner[0].pos.x + corner[2].pos.x) / 2,
                                        (corner[0].pos.y + corner[2].pos.y) / 2};
                    const ImVec4& clip = command.ClipRect;
                    if (middle.x < clip.x || middle.x > clip.z || middle.y < clip.y || middle.y > clip.w)
                        continue;
                    shown_ += static_cast<char32_t>(letter->second);
                    places_.push_back(middle);
                }
        }
    }

    std::map<std::tuple<float, float, float, float>, unsigned> letters_;
    std::u32string shown_;
    std::vector<ImVec2> places_;
};

}  // namespace retrace::ui
