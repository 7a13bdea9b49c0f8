"""12 sliders and everybody's medians in Dash, told by its websocket callbacks."""

import asyncio
import os
import statistics
import uuid

from dash import Dash, Input, Output, State, dcc, html, set_props

SLIDERS = range(12)

answers = {}
changed = asyncio.Event()
app = Dash(__name__, backend="fastapi", websocket_callbacks=True, update_title=None)


def layout():
    rows = [
        html.Div(
            [
                html.P(f"Slider {n + 1}"),
                dcc.Slider(1, 5, 1, value=3, id=f"slider-{n}"),
            ]
        )
        for n in SLIDERS
    ]
    mine = dcc.Store(id="me", data=uuid.uuid4().hex)
    return html.Div([mine, *rows, html.Pre(id="medians"), html.P(id="kept")])


app.layout = layout


@app.callback(
    Output("kept", "children"),
    *(Input(f"slider-{n}", "value") for n in SLIDERS),
    State("me", "data"),
)
async def keep(*values):
    global changed
    *mine, me = values
    answers[me] = mine
    changed.set()
    changed = asyncio.Event()
    return "Kept"


@app.callback(persistent=True)
async def tell():
    while True:
        columns = enumerate(zip(*answers.values(), strict=True), start=1)
        words = "\n".join(f"Median {n}: {statistics.median(column)}" for n, column in columns)
        set_props("medians", {"children": words})
        await changed.wait()


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
