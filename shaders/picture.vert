layout(location = 0) in vec4 place;   // x, y in pixels; u, v

uniform vec4 pixelToClip;

out vec2 uv;

void main() {
    gl_Position = vec4(place.xy * pixelToClip.xy + pixelToClip.zw, 0.0, 1.0);
    uv = place.zw;
}
