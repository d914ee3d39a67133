#pragma once

#include "ui/style.hpp"

#include <imgui/imgui.h>

#include <string_view>

namespace retrace::ui {

/// A framed card of the inspector: what is drawn in its life stands on it, it grows with that.
class Card {
public:
    Card(const Palette& palette, float scale, ImU32 edge = 0) : palette_(palette), scale_(scale), edge_(edge) {
        draw_ = ImGui::GetWindowDrawList();
        draw_->ChannelsSplit(2);
        draw_->ChannelsSetCurrent(1);
        start_ = ImGui::GetCursorScreenPos();
        width_ = ImGui::GetContentRegionAvail().x;
        ImGui::SetCursorScreenPos({start_.x + pad(), start_.y + pad() * 0.8f});
        ImGui::BeginGroup();
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width_ - 2 * pad());
        ImGui::PushItemWidth(width_ - 2 * pad());
    }
    ~Card() {
        ImGui::PopItemWidth();
        ImGui::PopTextWrapPos();
        ImGui::EndGroup();
        const float bottom = ImGui::GetItemRectMax().y + pad() * 0.8f;
        draw_->ChannelsSetCurrent(0);
        draw_->AddRectFilled(start_, {start_.x + width_, bottom}, palette_.card, 5 * scale_);
        draw_->AddRect(start_, {start_.x + width_, bottom}, palette_.hairline, 5 * scale_);
        if (edge_) draw_->AddRectFilled(start_, {start_.x + 4 * scale_, bottom}, edge_, 5 * scale_);
        draw_->ChannelsMerge();
        ImGui::SetCursorScreenPos(start_);
        ImGui::Dummy({width_, bottom - start_.y});
    }
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;
    [[nodiscard]] float innerWidth() const { return width_ - 2 * pad(); }

private:
    [[nodiscard]] float pad() const { return 10 * scale_; }
    const Palette& palette_;
    float scale_;
    ImU32 edge_;
    ImDrawList* draw_ = nullptr;
    ImVec2 start_{};
    float width_ = 0;
};

/// A line of text in visual order, wrapped where a card says so.
void line(std::string_view text, Type, ImU32 color);

}  // namespace retrace::ui
