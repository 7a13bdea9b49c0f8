"""12 sliders and a radar of everybody's medians in Dash as it comes: asked four times a second."""

import os
import statistics
import uuid

import plotly.graph_objects as go
from dash import Dash, Input, Output, State, dcc, html

SLIDERS = range(12)

answers = {}
app = Dash(__name__, update_title=None)


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
    medians = html.Pre(id="medians")
    often = dcc.Interval(id="often", interval=250)
    radar = dcc.Graph(id="radar")
    return html.Div([mine, *rows, medians, radar, often, html.P(id="kept")])


app.layout = layout


@app.callback(
    Output("kept", "children"),
    *(Input(f"slider-{n}", "value") for n in SLIDERS),
    State("me", "data"),
)
def keep(*values):
    *mine, me = values
    answers[me] = mine
    return "Kept"


@app.callback(
    Output("medians", "children"), Output("radar", "figure"), Input("often", "n_intervals")
)
def tell(_often):
    medians = [statistics.median(column) for column in zip(*answers.copy().values(), strict=True)]
    words = "\n".join(f"Median {n}: {median}" for n, median in enumerate(medians, start=1))
    return words, picture(medians)


def picture(medians):
    around = [f"Slider {n + 1}" for n in SLIDERS]
    return go.Figure(go.Scatterpolar(r=medians, theta=around, fill="toself"))


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
