// An area's coverage (0..1) tinted; hatched ones get diagonal strokes anchored to the ground.
in vec2 uv;
uniform sampler2D picture;
uniform vec4 ink;
uniform vec3 hatch;                   // 1 where hatched; pixels by which the ground has moved
out vec4 color;

void main() {
    float coverage = texture(picture, uv).r;
    float alpha = ink.a;
    if (hatch.x > 0.0) {
        ivec2 size = textureSize(picture, 0);
        vec2 p = uv * vec2(size) + hatch.yz;
        float t = (p.x + p.y) * 0.70710678 / 7.0;
        float d = abs(t - floor(t) - 0.5) * 7.0;
        alpha = min(1.0, alpha * (0.8 + 1.1 * clamp(1.0 - d, 0.0, 1.0)));
    }
    color = vec4(ink.rgb, alpha * coverage);
}
