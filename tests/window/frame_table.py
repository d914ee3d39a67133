"""Prints, for each phase of a run, how the window's frames came: frame_table.py FRAMES PHASES."""
import sys

frames = [(float(t), pixels) for t, pixels in (line.split() for line in open(sys.argv[1]))]
phases = [(float(t), name) for t, name in (line.rstrip("\n").split(" ", 1) for line in open(sys.argv[2]))]
print(f"  first picture after {(frames[0][0] - phases[0][0]) * 1000:.0f} ms")
for (start, name), (end, _) in zip(phases[1:], phases[2:]):
    if name == "-":
        continue
    inside = [f for f in frames if start <= f[0] <= end]
    steps = sorted((b[0] - a[0]) * 1000 for a, b in zip(inside, inside[1:]))
    if not steps:
        print(f"  {name:22} no frames")
        continue
    at = lambda share: steps[min(len(steps) - 1, int(share * len(steps)))]
    moved = sum(a[1] != b[1] for a, b in zip(inside, inside[1:]))
    told = f", {moved} of {len(steps)} frames new" if inside[0][1].strip("0") else ""
    print(f"  {name:22} {len(inside) / (end - start):5.1f} frames a second, "
          f"median {at(0.5):.1f} ms, 95 % {at(0.95):.1f}, 99 % {at(0.99):.1f}, longest {steps[-1]:.1f}{told}")
