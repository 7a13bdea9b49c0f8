# %% [markdown]
# # Verkoston sykli
#
# Työpaja yhdellä sivulla: missä kohtaa matkaa olette ja miten vaiheet sujuvat. Kopioi tämä
# muistikirja itsellesi ja muuta sitä vapaasti. Mitä sanot ja kysyt missäkin vaiheessa, lukee
# ohjaamossa ja oppaassa [opas.md](opas.md).
#
# Aja solut järjestyksessä. Jos olet avannut tämän työpajan jo aiemmin vuorokauden sisällä, sama
# istunto jatkuu.

# %%
import verkostotyokalut as vt

session = vt.open_session("verkoston-sykli")

# %% [markdown]
# ## Ohjaamo
#
# Avaa valkokangas ohjaamon napista ja siirrä se projektorille. Paina *Aloita*, kun väki on liittynyt.

# %%
vt.Console(session)

# %% [markdown]
# ## Sykli
#
# Kun olet näyttänyt tulokset, paikka ja vaiheiden vointi näkyvät tässä samassa kuvassa. Vaihetta
# painamalla näet sen väittämät.

# %%
vt.Cycle(session)

# %% [markdown]
# ## Verkostotyön kartta
#
# Koko menetelmä yhdessä kuvassa. Jokainen osa saa värin huoneen vastauksista, ja harmaa on se, josta
# ette ole vielä puhuneet. Osaa painamalla näet, missä työpajassa siitä kysytään.

# %%
vt.FrameworkMap(session)
