// Who holds what: tint and hatch of the likeliest side, a band of doubt, and the line where two are equally
// likely. All fades with the support: where nothing is stated nothing is drawn. The same numbers on the
// processor: render/front_ink.cpp. Between samples it reckons by itself: a texture's filter has weights of
// 8 bits, and the line needs the exact slope. PLAIN: where one side is so far ahead that there is neither band
// nor line (render/front_tiles.hpp).
in vec2 uv;                    // in samples of the grid, 0 the first
uniform sampler2D numbers;     // three sides' probabilities, support
uniform float fourth;          // 1 where a fourth side has what the three leave, else 0
uniform vec4 tints[4];         // a: 1 where the side's areas are drawn
uniform ivec4 hatches;         // a side's: 0 none, 1 rising, 2 falling, 3 level, 4 dots
uniform vec4 line;             // a: 1 dashed
uniform vec4 levels;           // support from which a spot is stated, lead that is doubtful, opacity, pixels a sample
uniform vec2 strokes;          // pixels of a unit of length; casing's grey
uniform vec4 moved;            // pixels by which the ground has moved: right, down, along a rising hatch, a falling one
uniform vec2 dashMoved;        // pixels, of right and down together, and of right less down
#ifdef PLAIN
uniform int plainSide;
#endif
out vec4 color;

const float hatchPeriod = 9.0, dashPeriod = 14.0;  // units of length

vec4 over(vec4 below, vec3 rgb, float a) {
    float all = a + below.a * (1.0 - a);
    return all > 0.0 ? vec4((rgb * a + below.rgb * below.a * (1.0 - a)) / all, all) : vec4(0.0);
}

float hatched(int kind, vec2 pixel) {
    if (kind == 0) return 0.0;
    float unit = strokes.x, period = hatchPeriod * unit;
    vec2 at = pixel + moved.xy;
    float t = kind == 1 ? (pixel.x + pixel.y) * 0.70710678 + moved.z
            : kind == 2 ? (pixel.x - pixel.y) * 0.70710678 + moved.w : at.y;
    float off = abs(t - period * floor(t / period) - period / 2.0);
    if (kind != 4) return clamp(0.7 * unit + 0.5 - off, 0.0, 1.0);
    float across = at.x - period * floor(at.x / period) - period / 2.0;
    return clamp(1.4 * unit + 0.5 - sqrt(across * across + off * off), 0.0, 1.0);
}

void main() {
    ivec2 last = textureSize(numbers, 0) - 1;
    vec2 at = clamp(uv, vec2(0.0), vec2(last));
    ivec2 cell = min(ivec2(at), last - 1);
    vec2 part = at - vec2(cell);
    vec4 p00 = texelFetch(numbers, cell, 0), p10 = texelFetch(numbers, cell + ivec2(1, 0), 0);
    vec4 p01 = texelFetch(numbers, cell + ivec2(0, 1), 0), p11 = texelFetch(numbers, cell + ivec2(1, 1), 0);
    vec4 north = p00 + (p10 - p00) * part.x, south = p01 + (p11 - p01) * part.x;
    vec4 p = north + (south - north) * part.y;
    float stated = p.a;
    p.a = fourth * (1.0 - p.x - p.y - p.z);
    vec2 pixel = uv * levels.w;
    float fade = smoothstep(0.6 * levels.x, 1.4 * levels.x, stated);

#ifdef PLAIN
    vec4 own = vec4(equal(ivec4(plainSide), ivec4(0, 1, 2, 3)));
    vec4 rest = p - 2.0 * own;
    float lead = dot(p, own) - max(max(rest.x, rest.y), max(rest.z, rest.w));
    float sure = smoothstep(0.0, 0.8, lead);
    color = vec4(tints[plainSide].rgb, tints[plainSide].a * levels.z * fade *
                 (0.08 + 0.10 * sure + 0.14 * sure * hatched(hatches[plainSide], pixel)));
#else
    vec4 down = south - north;  // change a sample
    vec4 across = (p10 - p00) + ((p11 - p01) - (p10 - p00)) * part.y;
    down.a = -fourth * (down.x + down.y + down.z);
    across.a = -fourth * (across.x + across.y + across.z);

    int first = 0;
    for (int s = 1; s < 4; ++s) if (p[s] > p[first]) first = s;
    int second = first == 0 ? 1 : 0;
    for (int s = 0; s < 4; ++s) if (s != first && p[s] > p[second]) second = s;
    float lead = p[first] - p[second];

    float sure = smoothstep(0.0, 0.8, lead);
    float strength = levels.z * fade * (0.08 + 0.10 * sure + 0.14 * sure * hatched(hatches[first], pixel));
    // Of this pair of sides alone: a third one's coming second is no front.
    vec2 steepest = vec2(across[first] - across[second], down[first] - down[second]);
    float slope = length(steepest) / levels.w;
    float away = slope > 1e-7 ? lead / slope : 1e6;  // pixels from the line
    float own = clamp(0.5 + away, 0.0, 1.0) * tints[first].a, others = clamp(0.5 - away, 0.0, 1.0) * tints[second].a;
    color = vec4(0.0);
    if (own + others > 0.0)
        color = vec4((tints[first].rgb * own + tints[second].rgb * others) / (own + others), strength * (own + others));

    float enough = smoothstep(levels.x, levels.x + 0.15, stated);
    float doubt = 1.0 - smoothstep(0.5 * levels.y, levels.y, lead);
    color = over(color, line.rgb, 0.11 * doubt * enough * max(levels.z, 0.5));
    float drawn = 1.0;
    if (line.a > 0.0) {
        // Counted across whichever diagonal the line does not follow.
        float passed = steepest.x * steepest.y <= 0.0 ? pixel.x + pixel.y + dashMoved.x : pixel.x - pixel.y + dashMoved.y;
        float t = passed / (dashPeriod * strokes.x);
        drawn = smoothstep(0.28, 0.34, abs(t - floor(t) - 0.5));
    }
    color = over(color, vec3(strokes.y), 0.7 * enough * drawn * clamp(2.4 * strokes.x + 0.5 - away, 0.0, 1.0));
    color = over(color, line.rgb, enough * drawn * clamp(1.1 * strokes.x + 0.5 - away, 0.0, 1.0));
#endif
}
