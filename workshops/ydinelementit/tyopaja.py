# %% [markdown]
# # Ydinelementit
#
# Työpaja yhdellä sivulla: avaa istunto, ohjaa huonetta ja katso lopuksi, mitä syntyi. Kopioi tämä
# muistikirja itsellesi ja muuta sitä vapaasti. Mitä sanot ja kysyt missäkin vaiheessa, lukee
# ohjaamossa ja oppaassa [opas.md](opas.md).
#
# Aja solut järjestyksessä. Jos olet avannut tämän työpajan jo aiemmin vuorokauden sisällä, sama
# istunto jatkuu.

# %%
import verkostotyokalut as vt

session = vt.open_session("ydinelementit")

# %% [markdown]
# ## Ohjaamo
#
# Avaa valkokangas ohjaamon napista ja siirrä se projektorille. Paina *Aloita*, kun väki on liittynyt.

# %%
vt.Console(session)

# %% [markdown]
# ## Tulokset isona
#
# Sama kuva kuin valkokankaalla. Tämä on hyvä paikka, jos haluat pysähtyä keskustelun ajaksi.

# %%
vt.Results(session)
