"""12 sliders and everybody's medians with nothing around them: a page, a websocket, a list.

Not a tool anybody would choose: answers are lost with the server, and everybody sees each of them.
It tells how much of the others' figures is the browser's and the machine's.
"""

import asyncio
import json
import os
import statistics

from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

SLIDERS = range(12)
SCRIPT = """
const line = new WebSocket(`ws://${location.host}/live`);
const medians = document.querySelectorAll("p");
line.onmessage = ({ data }) => {
  for (const [n, median] of JSON.parse(data)) medians[n].textContent = `Median ${n + 1}: ${median}`;
};
document.querySelectorAll("input").forEach((slider, n) => {
  slider.oninput = () => {
    if (line.readyState === WebSocket.OPEN) line.send(JSON.stringify([n, Number(slider.value)]));
  };
});
"""
SLIDER = '<label>Slider {n}<input type="range" min="1" max="5" value="3"></label><p></p>'
PAGE = f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sliders</title>
{"".join(SLIDER.format(n=n + 1) for n in SLIDERS)}
<script>{SCRIPT}</script>"""

answers = []  # also of those who have left
lines = set()


class Page(RequestHandler):
    def get(self):
        self.finish(PAGE)


class Line(WebSocketHandler):
    def open(self):
        self.mine = [3 for _ in SLIDERS]
        answers.append(self.mine)
        lines.add(self)
        self.write_message(json.dumps([median(n) for n in SLIDERS]))

    def on_message(self, message):
        n, value = json.loads(message)
        self.mine[n] = value
        words = json.dumps([median(n)])
        for line in lines:
            line.write_message(words)

    def on_close(self):
        lines.discard(self)


def median(n):
    return n, statistics.median(mine[n] for mine in answers)


async def main():
    Application([("/", Page), ("/live", Line)]).listen(int(os.environ["PORT"]), "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
