// Distance to the line's middle gives one pixel of soft edge; ends and dashes are round.
in vec2 acrossAlong;
flat in vec3 piece;
flat in vec3 pattern;
flat in vec4 ink;
out vec4 color;

#ifdef PATTERN
float beside(float along, float centre, float length_, float period) {
    float t = along - centre;
    t -= period * floor(t / period + 0.5);
    return abs(t) - 0.5 * length_;
}
#endif

void main() {
    float beyond = max(piece.y - acrossAlong.y, acrossAlong.y - piece.z);
#ifdef PATTERN
    float u = beside(acrossAlong.y, 0.0, pattern.x, pattern.y);
    if (pattern.z > 0.0) u = min(u, beside(acrossAlong.y, pattern.z, 0.0, pattern.y));
    beyond = max(beyond, u);
#endif
    float d = beyond > 0.0 ? length(vec2(beyond, acrossAlong.x)) : abs(acrossAlong.x);
    color = vec4(ink.rgb, ink.a * clamp(piece.x + 0.5 - d, 0.0, 1.0));
}
