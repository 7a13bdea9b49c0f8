"""12 sliders and a radar of everybody's medians in Streamlit: a fragment, run once a second."""

import statistics
import uuid

import plotly.graph_objects as go
import streamlit as st

SLIDERS = range(12)


@st.cache_resource
def everybody():
    return {}


answers = everybody()
me = st.session_state.setdefault("me", uuid.uuid4().hex)
answers[me] = [st.slider(f"Slider {n + 1}", 1, 5, 3) for n in SLIDERS]


@st.fragment(run_every=1)
def medians():
    found = [statistics.median(column) for column in zip(*answers.copy().values(), strict=True)]
    st.write("\n\n".join(f"Median {n}: {median}" for n, median in enumerate(found, start=1)))
    around = [f"Slider {n + 1}" for n in SLIDERS]
    st.plotly_chart(go.Figure(go.Scatterpolar(r=found, theta=around, fill="toself")))


medians()
