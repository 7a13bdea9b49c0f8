# %% [markdown]
# # Millainen verkosto
#
# Työpaja yhdellä sivulla: mikä teitä ohjaa, kuka johtaa ja kuinka syvää yhteistyötä haluatte. Kopioi
# tämä muistikirja itsellesi ja muuta sitä vapaasti. Mitä sanot ja kysyt missäkin vaiheessa, lukee
# ohjaamossa ja oppaassa [opas.md](opas.md).
#
# Aja solut järjestyksessä. Jos olet avannut tämän työpajan jo aiemmin vuorokauden sisällä, sama
# istunto jatkuu.

# %%
import verkostotyokalut as vt

session = vt.open_session("millainen-verkosto")

# %% [markdown]
# ## Ohjaamo
#
# Avaa valkokangas ohjaamon napista ja siirrä se projektorille. Muistuta kolmiossa, että vastauksia on
# kaksi: nyt ja toive.

# %%
vt.Console(session)

# %% [markdown]
# ## Tulokset isona
#
# Sama kuva kuin valkokankaalla. Katsokaa nuolten suuntaa ennen niiden pituutta.

# %%
vt.Results(session)
