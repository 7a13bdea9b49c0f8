# %% [markdown]
# # Tavoitteet ja toimintatavat
#
# Työpaja yhdellä sivulla: mihin pyritte, mikä tulos riittää ja miten teette työtä yhdessä. Kopioi
# tämä muistikirja itsellesi ja muuta sitä vapaasti. Mitä sanot ja kysyt missäkin vaiheessa, lukee
# ohjaamossa ja oppaassa [opas.md](opas.md).
#
# Aja solut järjestyksessä. Jos olet avannut tämän työpajan jo aiemmin vuorokauden sisällä, sama
# istunto jatkuu.

# %%
import verkostotyokalut as vt

session = vt.open_session("tavoitteet-ja-toimintatavat")

# %% [markdown]
# ## Ohjaamo
#
# Avaa valkokangas ohjaamon napista ja siirrä se projektorille. Jätä sopimistaulu näkyviin, kun
# pienryhmät kirjoittavat luonnoksiaan.

# %%
vt.Console(session)

# %% [markdown]
# ## Tulokset isona
#
# Sama kuva kuin valkokankaalla. Tästä on helppo valita rivi kerrallaan, mistä sovitte seuraavaksi.

# %%
vt.Results(session)
