in vec2 offset;
flat in vec4 box;
flat in vec4 fillInk;
flat in vec4 strokeInk;
out vec4 color;

void main() {
    vec2 q = abs(offset) - box.xy + box.z;
    float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - box.z;   // < 0 inside
    float outside = clamp(0.5 - d, 0.0, 1.0);
    float inside = clamp(0.5 - d - box.w, 0.0, 1.0);
    float fillAlpha = fillInk.a * inside;
    float strokeAlpha = strokeInk.a * (outside - inside);
    float alpha = fillAlpha + strokeAlpha;
    if (alpha <= 0.0) discard;
    color = vec4((fillInk.rgb * fillAlpha + strokeInk.rgb * strokeAlpha) / alpha, alpha);
}
