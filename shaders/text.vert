layout(location = 0) in vec4 place;   // x, y in pixels; texel of the atlas
layout(location = 1) in vec4 color;

uniform vec4 pixelToClip;

out vec2 texel;
flat out vec4 ink;

void main() {
    gl_Position = vec4(place.xy * pixelToClip.xy + pixelToClip.zw, 0.0, 1.0);
    texel = place.zw;
    ink = color;
}
