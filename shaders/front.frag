// Who holds what: tint and hatch of the likeliest side, a band of doubt, and the line where two are equally
// likely. All fades with the support: where nothing is stated nothing is drawn. The same numbers on the
// processor: render/front_ink.cpp.
in vec2 uv;                    // in samples of the grid, 0 the first
uniform sampler2D numbers;     // four sides' probabilities
uniform sampler2D support;
uniform vec4 tints[4];         // a: 1 where the side's areas are drawn
uniform int hatches[4];        // 0 none, 1 rising, 2 falling, 3 level, 4 dots
uniform vec4 line;             // a: 1 dashed
uniform vec4 levels;           // support from which a spot is stated, lead that is doubtful, opacity, pixels a sample
uniform vec4 strokes;          // half the line's width, half its casing's, hatch period; pixels; casing's grey
uniform vec2 moved;            // pixels by which the ground has moved
out vec4 color;

vec4 over(vec4 below, vec3 rgb, float a) {
    float all = a + below.a * (1.0 - a);
    return all > 0.0 ? vec4((rgb * a + below.rgb * below.a * (1.0 - a)) / all, all) : vec4(0.0);
}

float stroke(float t, float period) {
    return clamp(1.2 - abs(t - period * floor(t / period) - period / 2.0), 0.0, 1.0);
}

float hatched(int kind, vec2 at) {
    float period = strokes.z;
    if (kind == 1) return stroke((at.x + at.y) * 0.70710678, period);
    if (kind == 2) return stroke((at.x - at.y) * 0.70710678, period);
    if (kind == 3) return stroke(at.y, period);
    if (kind == 4) {
        vec2 cell = at - period * floor(at / period) - period / 2.0;
        return clamp(1.9 - length(cell), 0.0, 1.0);
    }
    return 0.0;
}

void main() {
    vec2 at = (uv + 0.5) / vec2(textureSize(numbers, 0));
    vec4 p = texture(numbers, at);
    float stated = texture(support, at).r;
    int first = 0;
    for (int s = 1; s < 4; ++s) if (p[s] > p[first]) first = s;
    int second = first == 0 ? 1 : 0;
    for (int s = 0; s < 4; ++s) if (s != first && p[s] > p[second]) second = s;
    float lead = p[first] - p[second];

    vec2 pixel = uv * levels.w + moved;
    float fade = smoothstep(0.6 * levels.x, 1.4 * levels.x, stated);
    float sure = smoothstep(0.0, 0.8, lead);
    float alpha = levels.z * fade * tints[first].a * (0.08 + 0.10 * sure + 0.14 * sure * hatched(hatches[first], pixel));
    color = over(vec4(0.0), tints[first].rgb, alpha);

    // Of this pair of sides alone: a third one's coming second is no front.
    vec4 across = dFdx(p), along = dFdy(p);
    float slope = length(vec2(across[first] - across[second], along[first] - along[second]));
    float enough = smoothstep(levels.x, levels.x + 0.15, stated);
    float doubt = 1.0 - smoothstep(0.5 * levels.y, levels.y, lead);
    color = over(color, line.rgb, 0.11 * doubt * enough * max(levels.z, 0.5));
    float away = slope > 1e-7 ? lead / slope : 1e6;
    float drawn = 1.0;
    if (line.a > 0.0) {
        float t = (pixel.x + pixel.y) / 14.0;
        drawn = smoothstep(0.28, 0.34, abs(t - floor(t) - 0.5));
    }
    color = over(color, vec3(strokes.w), 0.7 * enough * drawn * clamp(strokes.y + 0.5 - away, 0.0, 1.0));
    color = over(color, line.rgb, enough * drawn * clamp(strokes.x + 0.5 - away, 0.0, 1.0));
}
