"""12 sliders and a radar of everybody's medians in Dash, told by its websocket callbacks.

``python app.py numbers`` leaves the radar out.
"""

import asyncio
import os
import statistics
import sys
import uuid

import plotly.graph_objects as go
from dash import Dash, Input, Output, State, dcc, html, set_props

SLIDERS = range(12)
RADAR = sys.argv[1:] != ["numbers"]

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
    radar = [dcc.Graph(id="radar")] if RADAR else []
    return html.Div([mine, *rows, html.Pre(id="medians"), *radar, html.P(id="kept")])


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
        medians = [statistics.median(column) for column in zip(*answers.values(), strict=True)]
        words = "\n".join(f"Median {n}: {median}" for n, median in enumerate(medians, start=1))
        set_props("medians", {"children": words})
        if RADAR:
            set_props("radar", {"figure": picture(medians)})
        await changed.wait()


def picture(medians):
    around = [f"Slider {n + 1}" for n in SLIDERS]
    return go.Figure(go.Scatterpolar(r=medians, theta=around, fill="toself"))


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
