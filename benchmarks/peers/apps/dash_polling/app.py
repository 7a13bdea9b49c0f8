"""12 sliders and everybody's medians in Dash as it comes: each page asks four times a second."""

import os
import statistics
import uuid

from dash import Dash, Input, Output, State, dcc, html, no_update

SLIDERS = range(12)

answers = {}
app = Dash(__name__, update_title=None)


def layout():
    rows = [
        html.Div(
            [
                html.P(f"Slider {n + 1}"),
                dcc.Slider(1, 5, 1, value=3, id=f"slider-{n}"),
                html.P(id=f"median-{n}"),
            ]
        )
        for n in SLIDERS
    ]
    mine = dcc.Store(id="me", data=uuid.uuid4().hex)
    return html.Div([mine, *rows, dcc.Interval(id="often", interval=250), html.P(id="kept")])


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


@app.callback(*(Output(f"median-{n}", "children") for n in SLIDERS), Input("often", "n_intervals"))
def tell(_often):
    columns = list(zip(*answers.copy().values(), strict=True))
    if not columns:
        return [no_update for _ in SLIDERS]
    return [f"Median {n + 1}: {statistics.median(columns[n])}" for n in SLIDERS]


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
