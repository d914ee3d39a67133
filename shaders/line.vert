// Lines come as quads that the processor has widened: pixels from the upper left.
layout(location = 0) in vec4 place;   // x, y, distance across, distance along (pixels)
layout(location = 1) in vec4 shape;   // half width, start and end of the piece, kind of dash
layout(location = 2) in vec4 color;

uniform vec4 pixelToClip;             // scale x, y; offset x, y

out vec2 acrossAlong;
flat out vec3 piece;                  // half width, start, end
flat out vec3 pattern;                // length of the dash, period, place of the dot (0: none)
flat out vec4 ink;

void main() {
    gl_Position = vec4(place.xy * pixelToClip.xy + pixelToClip.zw, 0.0, 1.0);
    acrossAlong = place.zw;
    piece = shape.xyz;
    ink = color;
    float width = 2.0 * shape.x;
    if (shape.w == 1.0) {             // dashed
        float on = max(3.5, 2.0 * width);
        pattern = vec3(on, on + width + max(3.0, 1.5 * width), 0.0);
    } else if (shape.w == 2.0) {      // dotted
        pattern = vec3(0.0, max(3.0, 2.0 * width), 0.0);
    } else {                          // dash and dot
        float on = max(6.0, 3.0 * width);
        float gap = max(2.6, 1.6 * width);
        float period = on + 2.0 * (width + gap);
        pattern = vec3(on, period, 0.5 * period);
    }
}
