in vec2 texel;
flat in vec4 ink;
uniform sampler2D atlas;
out vec4 color;

void main() {
    color = vec4(ink.rgb, ink.a * texelFetch(atlas, ivec2(texel), 0).r);
}
