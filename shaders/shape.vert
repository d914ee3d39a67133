// A box with rounded corners, or a disc: a box rounded by half its side.
layout(location = 0) in vec4 place;   // x, y, and the offset from the middle (pixels)
layout(location = 1) in vec4 size;    // half width, half height, rounding, width of the stroke
layout(location = 2) in vec4 fill;
layout(location = 3) in vec4 stroke;

uniform vec4 pixelToClip;

out vec2 offset;
flat out vec4 box;
flat out vec4 fillInk;
flat out vec4 strokeInk;

void main() {
    gl_Position = vec4(place.xy * pixelToClip.xy + pixelToClip.zw, 0.0, 1.0);
    offset = place.zw;
    box = size;
    fillInk = fill;
    strokeInk = stroke;
}
