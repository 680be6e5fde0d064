"""Make the short film about the SEND Youth Forum.

Only developers run this; what it makes is committed. It needs Chromium (through Playwright, or at the path in
the variable CHROMIUM) and ffmpeg on the PATH:

    python home/demo/make_video.py            # film, captions, transcript, poster
    python home/demo/make_video.py --words    # captions and transcript only

Each scene is one drawing in videos/scenes/, 1280 by 720; videos/film.html puts them together and moves them.
The words come from SCENES below, so the screen, the captions and the transcript always say the same. Nothing
flashes: scenes fade, and things move slowly.
"""

import base64
import io
import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
VIDEOS = HERE / "videos"
NAME = "youth-forum"
WIDTH, HEIGHT, RATE = 1280, 720, 25
FADE = 0.6
POSTER_AT = 3.4

# seconds, drawing, big words, smaller words, what the picture shows (for the transcript)
SCENES = [
    (
        4.6,
        "intro",
        "We are the SEND Youth Forum",
        "SEND means special educational needs and disabilities.",
        "A big sun comes up behind five young people. Three of them wave. One is in a wheelchair and raises an arm. "
        "One wears ear defenders and one has a hearing aid.",
    ),
    (
        3.8,
        "meet",
        "We started in July 2024",
        "We are young people in Oxfordshire.",
        "Five young people sit round a table and talk. An assistance dog sits next to them.",
    ),
    (
        4.2,
        "change",
        "We want to change things",
        "People should get better help. See what we can do!",
        "There are steps up to a door. A ramp takes the place of the steps. A girl in a wheelchair goes up the ramp.",
    ),
    (
        3.8,
        "tell",
        "You tell us your story",
        "Tell us online, at school or at social events.",
        "Three young people speak. Their speech bubbles show a computer, a school and a party.",
    ),
    (
        3.4,
        "hear",
        "We hear the good and the bad",
        "We listen to what life is like for you.",
        "Two people sit and talk. One speech bubble has a sun in it. The other has a rain cloud.",
    ),
    (
        4.0,
        "answer",
        "We pass it on",
        "We make sure we get an answer. We share good work too.",
        "Two young people send a letter to two people at a table. A tick comes back.",
    ),
    (
        3.2,
        "friends",
        "We make friends",
        "And we make a difference.",
        "Four friends and a dog have a picnic by a river. One friend uses a wheelchair.",
    ),
    (
        4.2,
        "seal",
        "This is our seal of approval",
        "It says: approved by young people. Look for the sun and the hands.",
        "A round yellow seal like a sun. Twelve hands stand round it in place of rays. There is a tick in the middle.",
    ),
    (
        3.8,
        "join",
        "Do you want to join?",
        "Ask on the page: How to join",
        "Four young people and a dog are in the sun. Three raise a hand. One uses a walking frame and one uses a wheelchair.",
    ),
]
LENGTH = sum(scene[0] for scene in SCENES)


def font(weight: str) -> str:
    spec = find_spec("fontpkg_atkinson_hyperlegible")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("Install fontpkg-atkinson-hyperlegible first.")
    path = Path(spec.submodule_search_locations[0]) / "files" / f"AtkinsonHyperlegible-{weight}.ttf"
    return base64.b64encode(path.read_bytes()).decode()


def page() -> str:
    boxes = []
    for _, name, title, text, _ in SCENES:
        drawing = (VIDEOS / "scenes" / f"{name}.svg").read_text(encoding="utf-8")
        words = f'<div class="words"><h1>{title}</h1><i></i><p>{text}</p></div>'
        boxes.append(f'<div class="scene" id="scene-{name}">{drawing}{words}</div>')
    times = json.dumps([[name, length] for length, name, *_ in SCENES])
    filled = (
        (VIDEOS / "film.html")
        .read_text(encoding="utf-8")
        .replace("@SCENES@", "".join(boxes))
        .replace("@TIMES@", times)
        .replace("@FADE@", str(FADE))
    )
    return filled.replace("@REGULAR@", font("Regular")).replace("@BOLD@", font("Bold"))


def clock(seconds: float) -> str:
    return f"00:{int(seconds // 60):02d}:{seconds % 60:06.3f}"


def write_words() -> None:
    captions, lines, start = ["WEBVTT", ""], [], 0.0
    for number, (length, _, title, text, picture) in enumerate(SCENES, 1):
        end = start + length
        captions += [str(number), f"{clock(start + 0.1)} --> {clock(end - 0.1)}", title, text, ""]
        lines += [f"{number}. Picture: {picture}", f"   Words: {title}. {text}".replace("?.", "?"), ""]
        start = end
    head = [
        "SEND Youth Forum: who we are and what we do",
        "",
        f"This film is {round(LENGTH)} seconds long. It has no sound. All the words are on the screen.",
        "Nothing in it flashes.",
        "",
    ]
    (VIDEOS / f"{NAME}.vtt").write_text("\n".join(captions), encoding="utf-8")
    (VIDEOS / f"{NAME}-transcript.txt").write_text("\n".join(head + lines).rstrip() + "\n", encoding="utf-8")


def write_film() -> None:
    from PIL import Image
    from playwright.sync_api import sync_playwright

    ffmpeg = shutil.which("ffmpeg")
    if not ffmpeg:
        raise SystemExit("Install ffmpeg first.")
    command = [
        ffmpeg,
        "-y",
        "-loglevel",
        "error",
        "-f",
        "image2pipe",
        "-framerate",
        str(RATE),
        "-c:v",
        "png",
        "-i",
        "-",
    ]
    command += [
        "-c:v",
        "libx264",
        "-preset",
        "veryslow",
        "-tune",
        "animation",
        "-crf",
        "24",
        "-pix_fmt",
        "yuv420p",
    ]
    command += ["-movflags", "+faststart", "-map_metadata", "-1", "-an", str(VIDEOS / f"{NAME}.mp4")]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.set_content(page())
        tab.evaluate("document.fonts.ready")
        encoder = subprocess.Popen(command, stdin=subprocess.PIPE)
        assert encoder.stdin is not None
        for frame in range(round(LENGTH * RATE)):
            tab.evaluate("seek", frame / RATE)
            encoder.stdin.write(tab.screenshot())
        encoder.stdin.close()
        if encoder.wait():
            raise SystemExit("ffmpeg failed.")
        tab.evaluate("seek", POSTER_AT)
        poster = Image.open(io.BytesIO(tab.screenshot())).convert("RGB").quantize(96, dither=Image.Dither.NONE)
        poster.save(VIDEOS / f"{NAME}-poster.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    write_words()
    if "--words" not in sys.argv:
        write_film()
