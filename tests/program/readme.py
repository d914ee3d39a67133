"""Holds README.md against the program: readme.py RETRACE README VERBS_CPP. Every command and option the README
names exists, every command of the program stands in the README, and every key it names is a verb's key."""
import re
import subprocess
import sys

retrace, readme, verbs = sys.argv[1], open(sys.argv[2], encoding="utf-8").read(), open(sys.argv[3], encoding="utf-8").read()
wrong = []


def help_of(*command):
    return subprocess.run([retrace, *command, "--help"], capture_output=True, text=True).stdout


def commands_of(text):
    """Name and purpose of each subcommand that a help text lists."""
    listed = text.split("Subcommands:\n", 1)[1] if "Subcommands:\n" in text else ""
    return dict(re.findall(r"^  (\S+) {2,}(.*)$", listed, re.MULTILINE))


def options_of(text):
    return set(re.findall(r"--[a-z][a-z-]*", text))


commands = commands_of(help_of())
usable = {name for name, purpose in commands.items() if "later version" not in purpose}
helps = {name: help_of(name) for name in usable}
for name in usable:
    for below in commands_of(helps[name]):
        helps[f"{name} {below}"] = help_of(name, below)

lines = re.findall(r"(?:^    |`)retrace ([a-z]+)([^`\n]*)", readme, re.MULTILINE)
for name, rest in lines:
    if name not in usable:
        wrong.append(f"README.md names `retrace {name}`, which the program has not")
        continue
    below = rest.split()[0] if rest.split() and f"{name} {rest.split()[0]}" in helps else ""
    for option in options_of(rest):
        if option not in options_of(helps[f"{name} {below}".strip()]):
            wrong.append(f"README.md gives `retrace {name}` the option {option}, which it has not")
for name in usable - {name for name, _ in lines} - {"show"}:
    wrong.append(f"README.md does not name `retrace {name}`")

known = set().union(*map(options_of, helps.values()), options_of(help_of()))
for option in options_of(re.sub(r"`?cmake [^`\n]*", "", readme)) - known:
    wrong.append(f"README.md names the option {option}, which no command has")

keys = {key.lower() for key in re.findall(r'"((?:Ctrl\+)?(?:Shift\+)?[A-Z][a-z]*|[^"\\ ])", *(?:true|false)\}', verbs)}
for key in re.findall(r"\bCtrl\+(?:Shift\+)?\w\b", readme):
    if key.lower() not in keys:
        wrong.append(f"README.md names the key {key}, which no verb has")

print("\n".join(wrong) or f"{len(usable)} commands, {len(known)} options, {len(keys)} keys")
sys.exit(bool(wrong))
