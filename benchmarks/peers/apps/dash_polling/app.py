"""12 sliders and everybody's medians in Dash as it comes: each page asks four times a second."""

import os
import statistics
import uuid

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
    return html.Div([mine, *rows, medians, often, html.P(id="kept")])


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


@app.callback(Output("medians", "children"), Input("often", "n_intervals"))
def tell(_often):
    columns = enumerate(zip(*answers.copy().values(), strict=True), start=1)
    return "\n".join(f"Median {n}: {statistics.median(column)}" for n, column in columns)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
