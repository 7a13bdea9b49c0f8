# %% [markdown]
# # Verkoston sykli
#
# Verkosto kulkee neljää vaihetta yhä uudelleen, ja keskellä on sen ydin. Valitse vaihe, niin näet
# sen väittämät ja sen, mitä voitte kokeilla.

# %%
import verkostotyokalut as vt

vt.Cycle()
